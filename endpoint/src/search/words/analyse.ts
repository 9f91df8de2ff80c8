import type { Block } from '../../contract/index.ts';
import { MAX_QUERY_LENGTH, MAX_QUERY_TERMS } from '../../contract/vocabulary.ts';
import { plainText } from '../../shared/plain-text.ts';
import { isHiringWord } from './stopwords.ts';
import { masculineSingular, sharedPrefix } from './french.ts';
import { fold } from './fold.ts';
import { abbreviated, written } from './phrases.ts';
import { tokenise } from './tokenise.ts';

/** Raise it whenever the same text gives other tokens: an index of another version is rebuilt. */
export const ANALYSIS_VERSION = 2;

/**
 * Where a text stands. A `name` (title, trade) takes abbreviations in any case, a `text` only in capitals ("tu as");
 * an `employer` is not stemmed, and no word of it is left out ("La Poste").
 */
export type Field = 'name' | 'text' | 'employer';

/** The finished tokens of a text that is indexed, each once: letters and digits only, so that any engine keeps them. */
export function analyse(text: string, field: Field): string[] {
  const words = tokenise(text);
  if (field === 'employer') return [...new Set(words.map((word) => word.folded))];
  const tokens = new Set<string>();
  const stems: string[] = [];
  for (const { folded, stem, capitals, tells } of words) {
    if (!tells) continue;
    tokens.add(stem);
    stems.push(stem);
    if (field === 'name' || capitals) for (const other of written(folded)) tokens.add(other);
  }
  for (const short of abbreviated(stems)) tokens.add(short);
  return [...tokens];
}

/**
 * The tokens of a description, with spaces between. They take a third of the time that an offer takes to be indexed, and
 * any thread can find them.
 */
export function describedWords(description: readonly Block[]): string {
  return analyse(plainText(description), 'text').join(' ');
}

/** One word of a query. It is met by any of its tokens, in the fields named; every term must be met. */
export interface Term {
  /** Alternatives to be found as they are in title, trade and text. */
  tokens: string[];
  /** The word as employers' names are indexed. */
  name: string;
  /**
   * Only on the last word: also met by any token of title or trade that starts with `token`, and of the employer
   * that starts with `name`. Texts are left out: half a word occurs in nearly all of them.
   */
  starts?: { token: string; name: string };
}

export interface AnalysedQuery {
  /** Empty where nothing in the query can be searched for; it then narrows nothing. */
  terms: Term[];
  /** Whether the query went beyond 200 characters or 10 terms. */
  cut: boolean;
}

/** The terms of what a resident typed. Takes any string. */
export function analyseQuery(query: string): AnalysedQuery {
  const text = query.slice(0, MAX_QUERY_LENGTH);
  const words = tokenise(text).filter(({ tells }) => tells);
  const telling = words.filter((word) => !isHiringWord(word.folded));
  const kept = [...new Set((telling.length > 0 ? telling : words).map((word) => word.folded))];
  const open = fold(text)
    .trimEnd()
    .endsWith(kept.at(-1) ?? '');
  const terms = kept
    .slice(0, MAX_QUERY_TERMS)
    .map((word): Term => ({ tokens: [masculineSingular(word)], name: word }));
  const last = terms.at(-1);
  if (last && open && kept.length <= MAX_QUERY_TERMS && written(last.name).length === 0) {
    last.starts = { token: sharedPrefix(last.name), name: last.name };
  }
  return { terms, cut: query.length > MAX_QUERY_LENGTH || kept.length > MAX_QUERY_TERMS };
}
