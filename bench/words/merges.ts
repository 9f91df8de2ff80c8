import { fold } from '../../endpoint/src/search/words/fold.ts';
import type { Analyser } from './analysers.ts';
import { nounForms, verbForms } from './inflections.ts';

/** Pairs of different words that one analyser takes for the same. */
export interface Merges {
  all: number;
  /** Of them, those that are not plural or feminine forms of one word of the list. */
  otherNouns: number;
  /** Of these, those that are not forms of one regular verb of the list either. */
  unexplained: number;
  /** Some of the unexplained, evenly taken. */
  examples: string[];
}

/**
 * Counts the merged pairs of every analyser over one list of words. Words that differ by accents or case only are one
 * word here, for all analysers: each of them loses accents.
 */
export function countMerges(
  list: readonly string[],
  analysers: readonly Analyser[],
  examples: number,
): { words: number; merges: Merges[] } {
  const written = new Map<string, string[]>();
  for (const word of list) {
    if (!/^[\p{L}]+$/u.test(word)) continue;
    const folded = fold(word);
    const same = written.get(folded);
    if (same) same.push(word);
    else written.set(folded, [word]);
  }
  const nouns = families(written, nounForms);
  const verbs = families(written, verbForms);
  const merges = analysers.map((analyser) => {
    const groups = new Map<string, Set<string>>();
    for (const [folded, spellings] of written) {
      for (const token of spellings.flatMap((word) => analyser.tokens(word))) {
        const group = groups.get(token);
        if (group) group.add(folded);
        else groups.set(token, new Set([folded]));
      }
    }
    return countPairs(groups.values(), nouns, verbs, examples);
  });
  return { words: written.size, merges };
}

/** For every word of the list, the words of the list that it is a form of. */
type Families = ReadonlyMap<string, readonly string[]>;

function families(written: ReadonlyMap<string, string[]>, formsOf: (word: string) => string[]): Families {
  const found = new Map<string, string[]>([...written.keys()].map((word) => [word, []]));
  for (const [folded, spellings] of written) {
    for (const form of new Set(spellings.flatMap(formsOf).map(fold))) found.get(form)?.push(folded);
  }
  return found;
}

function countPairs(
  groups: Iterable<ReadonlySet<string>>,
  nouns: Families,
  verbs: Families,
  examples: number,
): Merges {
  const merges: Merges = { all: 0, otherNouns: 0, unexplained: 0, examples: [] };
  const seen = new Set<string>();
  const unexplained: string[] = [];
  const related = (families: Families, one: string, other: string) =>
    families.get(one)!.some((word) => families.get(other)!.includes(word));
  for (const group of groups) {
    const words = [...group];
    words.forEach((one, index) => {
      for (const other of words.slice(index + 1)) {
        const pair = one < other ? `${one}/${other}` : `${other}/${one}`;
        if (seen.has(pair)) continue;
        seen.add(pair);
        merges.all++;
        if (related(nouns, one, other)) continue;
        merges.otherNouns++;
        if (related(verbs, one, other)) continue;
        merges.unexplained++;
        if (examples > 0) unexplained.push(pair);
      }
    });
  }
  const step = Math.max(1, Math.floor(unexplained.length / Math.max(1, examples)));
  merges.examples = unexplained.filter((_, index) => index % step === 0);
  return merges;
}
