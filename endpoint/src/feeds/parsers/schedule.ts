import { fold } from './fold.ts';

const WORDS: [RegExp, string][] = [
  [/\bjournee\b|\ben jour\b/, 'journée'],
  [/\bmatin(ee)?\b/, 'matin'],
  [/\bsoir(ee)?\b/, 'soirée'],
  [/\bnuits?\b/, 'nuit'],
  [/\bweek.?ends?\b|\bsamedi\b|\bdimanche\b/, 'week-end'],
  [/\b[2-5] ?x ?[78]\b|\bequipes?\b|\bposte\b/, 'équipes'],
  [/\bdecales?\b/, 'horaires décalés'],
  [/\bcoupure|\bfractionne/, 'avec coupure'],
];

/** When work takes place, in residents' words: "Travail en journée" → ["journée"]. */
export function schedule(text: string): string[] | undefined {
  const folded = fold(text);
  const found = WORDS.filter(([words]) => words.test(folded)).map(([, word]) => word);
  return found.length > 0 ? found : undefined;
}
