import { fold } from '../../endpoint/src/search/words/fold.ts';
import type { Analyser } from './analysers.ts';
import { dictionaryWords } from './dictionary.ts';

/** Pairs of words that one analyser takes for the same. */
export interface Merges {
  all: number;
  /** Of them, those that are not forms of one word of the dictionary. */
  wrong: number;
  /** Some of the wrong ones, evenly taken. */
  examples: string[];
}

/**
 * Counts the merged pairs of every analyser over the words of a list that the dictionary knows too. Words that differ
 * by accents or case only are one word here, for all analysers: each of them loses accents.
 */
export function countMerges(
  list: readonly string[],
  analysers: readonly Analyser[],
  examples: number,
): { words: number; merges: Merges[] } {
  const entries = dictionaryEntries();
  const written = new Map<string, string[]>();
  for (const word of list) {
    const folded = fold(word);
    if (!entries.has(folded)) continue;
    const same = written.get(folded);
    if (same) same.push(word);
    else written.set(folded, [word]);
  }
  const merges = analysers.map((analyser) => {
    const groups = new Map<string, Set<string>>();
    for (const [folded, spellings] of written) {
      for (const token of spellings.flatMap((word) => analyser.tokens(word))) {
        const group = groups.get(token);
        if (group) group.add(folded);
        else groups.set(token, new Set([folded]));
      }
    }
    return countPairs(groups.values(), entries, examples);
  });
  return { words: written.size, merges };
}

/** For every folded form, the numbers of the dictionary's words that have it. */
type Entries = ReadonlyMap<string, readonly number[]>;

function dictionaryEntries(): Entries {
  const entries = new Map<string, number[]>();
  let number = 0;
  for (const forms of dictionaryWords()) {
    number++;
    for (const form of new Set(forms.map(fold))) {
      const known = entries.get(form);
      if (known) known.push(number);
      else entries.set(form, [number]);
    }
  }
  return entries;
}

function countPairs(groups: Iterable<ReadonlySet<string>>, entries: Entries, examples: number): Merges {
  const merges: Merges = { all: 0, wrong: 0, examples: [] };
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (const group of groups) {
    const words = [...group];
    words.forEach((one, index) => {
      for (const other of words.slice(index + 1)) {
        const pair = one < other ? `${one}/${other}` : `${other}/${one}`;
        if (seen.has(pair)) continue;
        seen.add(pair);
        merges.all++;
        if (entries.get(one)!.some((entry) => entries.get(other)!.includes(entry))) continue;
        merges.wrong++;
        if (examples > 0) wrong.push(pair);
      }
    });
  }
  const step = Math.max(1, Math.floor(wrong.length / Math.max(1, examples)));
  merges.examples = wrong.filter((_, index) => index % step === 0);
  return merges;
}
