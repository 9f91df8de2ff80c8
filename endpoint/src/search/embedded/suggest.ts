import type { Database, Statement } from '../../shared/database.ts';
import type { EngineSuggestion } from '../engine.ts';
import { analyseQuery, type Term } from '../words/analyse.ts';
import type { Words } from './words.ts';

interface Label {
  kind: 'title' | 'employer';
  text: string;
  key: string;
}

/** What was typed as the terms of a suggestion: the last word may always go on, a whole abbreviation too. */
export function suggestTerms(typed: string): Term[] {
  const { terms } = analyseQuery(typed);
  const last = terms.at(-1);
  if (last && !last.starts) last.starts = { token: last.name, name: last.name };
  return terms;
}

/** Suggests titles and employers that carry every typed word, or one that the last word begins. */
export class Suggestions {
  readonly #words: Words;
  readonly #label: Statement<Label>;

  constructor(db: Database, words: Words) {
    this.#words = words;
    this.#label = db.prepare<Label>('SELECT kind, text, key FROM search_label WHERE label = ?');
  }

  /**
   * Spellings of one label are added up and shown as the most frequent of them. The most frequent label comes first,
   * then titles before employers, then by text.
   *
   * @param totals offers of the board by the number of a label
   */
  find(typed: string, totals: Uint32Array, limit: number): EngineSuggestion[] {
    const terms = suggestTerms(typed);
    if (terms.length === 0) return [];
    const merged = new Map<string, EngineSuggestion & { most: number }>();
    for (const number of this.#words.labels(terms)) {
      const total = totals[number] ?? 0;
      const label = total > 0 ? this.#label.get(number) : undefined;
      if (!label) continue;
      const key = `${label.kind}\n${label.key}`;
      const known = merged.get(key);
      if (!known) merged.set(key, { text: label.text, kind: label.kind, total, most: total });
      else {
        known.total += total;
        if (total > known.most || (total === known.most && label.text < known.text)) {
          known.text = label.text;
          known.most = total;
        }
      }
    }
    return [...merged.values()]
      .sort((a, b) => b.total - a.total || rank(a) - rank(b) || (a.text < b.text ? -1 : 1))
      .slice(0, limit)
      .map(({ text, kind, total }) => ({ text, kind, total }));
  }
}

function rank({ kind }: EngineSuggestion): number {
  return kind === 'title' ? 0 : 1;
}
