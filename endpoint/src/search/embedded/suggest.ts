import type { Database, Statement } from '../../shared/database.ts';
import type { EngineSuggestion } from '../engine.ts';
import { analyseQuery, type Term } from '../words/analyse.ts';
import { parseRows } from './rowlist.ts';
import type { Words } from './words.ts';

interface Label {
  label: number;
  kind: 'title' | 'employer';
  text: string;
}

/** Spellings of one label, with those of them that are the most frequent. */
interface Group {
  total: number;
  most: number;
  labels: number[];
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
  readonly #labels: Statement<Label>;
  readonly #groups: Statement<{ rows: string | null }>;
  #known: { generation: number; groups: Uint32Array } = { generation: -1, groups: new Uint32Array(0) };

  constructor(db: Database, words: Words) {
    this.#words = words;
    this.#labels = db.prepare<Label>(
      'SELECT label, kind, text FROM json_each(?) JOIN search_label ON label = json_each.value',
    );
    this.#groups = db.prepare("SELECT group_concat(label || ',' || spelled, ',') AS rows FROM search_label");
  }

  /**
   * Spellings of one label are added up and shown as the most frequent of them. The most frequent label comes first,
   * then titles before employers, then by text.
   *
   * @param totals offers of the board by the number of a label
   */
  find(typed: string, totals: Uint32Array, limit: number, generation: number): EngineSuggestion[] {
    const terms = suggestTerms(typed);
    if (terms.length === 0) return [];
    const groups = this.#groupsOf(generation);
    const merged = new Map<number, Group>();
    for (const label of this.#words.labels(terms)) {
      const total = totals[label] ?? 0;
      if (total === 0) continue;
      const group = merged.get(groups[label]!);
      if (!group) merged.set(groups[label]!, { total, most: total, labels: [label] });
      else {
        group.total += total;
        if (total > group.most) Object.assign(group, { most: total, labels: [label] });
        else if (total === group.most) group.labels.push(label);
      }
    }
    const sorted = [...merged.values()].sort((a, b) => b.total - a.total);
    const least = sorted[Math.min(limit, sorted.length) - 1]?.total ?? 0;
    return this.#named(sorted.filter(({ total }) => total >= least))
      .sort((a, b) => b.total - a.total || rank(a) - rank(b) || (a.text < b.text ? -1 : 1))
      .slice(0, limit);
  }

  /** Texts are read for the first of the list alone and for those as frequent as the last of them. */
  #named(groups: readonly Group[]): EngineSuggestion[] {
    const numbers = JSON.stringify(groups.flatMap(({ labels }) => labels));
    const labels = new Map(this.#labels.all(numbers).map((label) => [label.label, label]));
    return groups.map((group) => {
      const spellings = group.labels.map((number) => labels.get(number)!);
      const { kind, text } = spellings.reduce((first, other) => (other.text < first.text ? other : first));
      return { text, kind, total: group.total };
    });
  }

  /** The group of each label, read once a generation. */
  #groupsOf(generation: number): Uint32Array {
    if (this.#known.generation === generation) return this.#known.groups;
    const pairs = parseRows(this.#groups.get()?.rows);
    let most = 0;
    for (let at = 0; at < pairs.length; at += 2) most = Math.max(most, pairs[at]!);
    const groups = new Uint32Array(most + 1);
    for (let at = 0; at < pairs.length; at += 2) groups[pairs[at]!] = pairs[at + 1]!;
    this.#known = { generation, groups };
    return groups;
  }
}

function rank({ kind }: EngineSuggestion): number {
  return kind === 'title' ? 0 : 1;
}
