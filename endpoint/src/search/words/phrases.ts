import { ABBREVIATIONS } from './abbreviations.ts';
import { masculineSingular } from './french.ts';

interface Phrase {
  stems: string[];
  short: string;
}

const byFirst = new Map<string, Phrase[]>();
const words = new Map<string, string[]>();
for (const [short, phrases] of Object.entries(ABBREVIATIONS)) {
  const all = phrases.map((phrase) => phrase.split(' ').map(masculineSingular));
  words.set(short, [...new Set(all.flat())]);
  for (const stems of all) {
    const known = byFirst.get(stems[0]!);
    if (known) known.push({ stems, short });
    else byFirst.set(stems[0]!, [{ stems, short }]);
  }
}

/** The stems of the words that an abbreviation stands for; none where it is no abbreviation. */
export function written(folded: string): readonly string[] {
  return words.get(folded) ?? [];
}

/** The abbreviations of the phrases that stand in a row of stems. */
export function abbreviated(stems: readonly string[]): string[] {
  const found: string[] = [];
  stems.forEach((stem, at) => {
    for (const phrase of byFirst.get(stem) ?? []) {
      if (phrase.stems.every((part, index) => stems[at + index] === part)) found.push(phrase.short);
    }
  });
  return found;
}
