import type { Database, Statement } from '../../shared/database.ts';
import type { EngineSuggestion } from '../engine.ts';
import { analyseQuery, type Term } from '../words/analyse.ts';
import { initialBit, LabelTables, type LabelTable } from './label-table.ts';
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
  readonly #tables: LabelTables;
  readonly #labels: Statement<Label>;
  /** Offers by the number of a group while one question is answered; 0 for all in between. */
  #totals = new Uint32Array(0);

  constructor(db: Database, words: Words) {
    this.#words = words;
    this.#tables = new LabelTables(db);
    this.#labels = db.prepare<Label>(
      'SELECT label, kind, text FROM json_each(?) JOIN search_label ON label = json_each.value',
    );
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
    const table = this.#tables.of(generation);
    const labels = this.#matching(terms, totals, table);
    const groups = this.#mostFrequent(labels, totals, table, limit);
    return this.#named(groups)
      .sort((a, b) => b.total - a.total || rank(a) - rank(b) || (a.text < b.text ? -1 : 1))
      .slice(0, limit);
  }

  /** Labels of the board that match. What one letter begins is a third of a country's labels: a bit tells it. */
  #matching(terms: readonly Term[], totals: Uint32Array, { initials }: LabelTable): Uint32Array {
    const bit = terms.length === 1 ? loneInitial(terms[0]!) : 0;
    const found = bit === 0 ? this.#words.labels(terms) : new Uint32Array(totals.length);
    let count = 0;
    if (bit === 0) {
      for (let index = 0; index < found.length; index++)
        if (totals[found[index]!]) found[count++] = found[index]!;
    } else {
      for (let label = 1; label < totals.length; label++)
        if (totals[label] !== 0 && (initials[label]! & bit) !== 0) found[count++] = label;
    }
    return found.subarray(0, count);
  }

  /** The groups with the most offers: so many as are asked for, and those that have no fewer than the last of them. */
  #mostFrequent(labels: Uint32Array, totals: Uint32Array, { groups }: LabelTable, limit: number): Group[] {
    if (this.#totals.length < groups.length) this.#totals = new Uint32Array(groups.length);
    const sums = this.#totals;
    for (const label of labels) sums[groups[label]!]! += totals[label]!;
    const least = leastOf(labels, (label) => groups[label]!, sums, limit);
    const frequent = new Map<number, Group>();
    for (const label of labels) {
      const number = groups[label]!;
      if (sums[number]! < least) continue;
      const total = totals[label]!;
      const group = frequent.get(number) ?? { total: sums[number]!, most: 0, labels: [] };
      if (total > group.most) Object.assign(group, { most: total, labels: [label] });
      else if (total === group.most) group.labels.push(label);
      frequent.set(number, group);
    }
    for (const label of labels) sums[groups[label]!] = 0;
    return [...frequent.values()];
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
}

/** The sum that the last of the `limit` largest groups has; each group counts once. */
function leastOf(
  labels: Uint32Array,
  groupOf: (label: number) => number,
  sums: Uint32Array,
  limit: number,
): number {
  const largest: number[] = [];
  const counted = new Set<number>();
  for (const label of labels) {
    const group = groupOf(label);
    const sum = sums[group]!;
    const full = largest.length === limit;
    if ((full && sum <= largest.at(-1)!) || counted.has(group)) continue;
    counted.add(group);
    if (full) largest.pop();
    const at = largest.findIndex((other) => other < sum);
    largest.splice(at < 0 ? largest.length : at, 0, sum);
  }
  return largest.at(-1) ?? 0;
}

/** The bit of the only letter that was typed, where a bit tells all that it begins. */
function loneInitial({ tokens, name, starts }: Term): number {
  const isAlone = name.length === 1 && starts?.token === name && starts.name === name;
  return isAlone && tokens.every((token) => token === name) ? initialBit(name) : 0;
}

function rank({ kind }: EngineSuggestion): number {
  return kind === 'title' ? 0 : 1;
}
