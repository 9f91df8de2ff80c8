import { foldedWords } from './words.ts';

const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Words that tell no employer from another. */
const UNTELLING = set(`
  sa sas sasu sarl eurl earl scea gaec snc sci selarl scop scic asbl association asso groupe societe ste ets
  etablissements entreprise cie compagnie france de du des d la le les l et en au aux
`);
const WRITTEN_OUT: Record<string, string[]> = {
  st: ['saint'],
  ste: ['sainte'],
  ville: ['mairie'],
  commune: ['mairie'],
  ca: ['communaute', 'agglomeration'],
  cc: ['communaute', 'communes'],
  ch: ['centre', 'hospitalier'],
  chu: ['centre', 'hospitalier', 'universitaire'],
  ccas: ['centre', 'communal', 'action', 'sociale'],
};

/** What two postings say of their employers: one of them nothing, the same, a name within the other, or two. */
export type EmployerVerdict = 'unstated' | 'same' | 'within' | 'other';

/** The words of an employer's name that tell it from others: "SARL Caron Chauffage" → caron, chauffage. */
export function employerWords(name: string): Set<string> {
  const words = foldedWords(name).flatMap((word) => WRITTEN_OUT[word] ?? [word]);
  const telling = words.filter((word) => !UNTELLING.has(word));
  return new Set(telling.length > 0 ? telling : words);
}

/**
 * Compares two employers: by their SIREN (the first nine digits of a SIRET) where both state one, else by the words
 * of their names, since partners add branches and legal forms ("Intérim Horizon Saint-Omer").
 */
export function compareEmployers(
  a: { siret?: string; words: ReadonlySet<string> } | undefined,
  b: { siret?: string; words: ReadonlySet<string> } | undefined,
): EmployerVerdict {
  if (!a || !b || a.words.size === 0 || b.words.size === 0) return 'unstated';
  if (a.siret && b.siret) return a.siret.slice(0, 9) === b.siret.slice(0, 9) ? 'same' : 'other';
  const [less, more] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words];
  for (const word of less) if (!more.has(word)) return 'other';
  return less.size === more.size ? 'same' : 'within';
}
