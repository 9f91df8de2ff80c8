import type { Database, Statement } from '../../shared/database.ts';
import type { ChoiceFacet } from './choices.ts';

/** The values of trades, sectors and employers by their numbers, as an engine knows them. */
export class ChoiceValues {
  readonly #newer: Statement<{ added: number; number: number; facet: ChoiceFacet; value: string }>;
  readonly #deleted: Statement<{ value: number }>;
  readonly #labels: Statement<{ number: number; label: string }>;
  #values: string[] = [''];
  #groups: number[] = [0];
  #known = noneKnown();
  /** The last entry that was read, and how often values had been deleted by then. */
  #last = 0;
  #deletions = 0;

  constructor(db: Database) {
    this.#newer = db.prepare(
      'SELECT added, number, facet, value FROM search_choice WHERE added > ? ORDER BY added',
    );
    this.#deleted = db.prepare("SELECT value FROM search_state WHERE name = 'choicesDeleted'");
    this.#labels = db.prepare(
      'SELECT number, label FROM json_each(?) JOIN search_choice ON number = json_each.value',
    );
  }

  /**
   * Reads what was added, and all anew once values were deleted, whose numbers others may have. Nothing is deleted that
   * a generation in use shows.
   */
  readNewer(): void {
    const deletions = this.#deleted.get()?.value ?? 0;
    if (deletions !== this.#deletions) {
      this.#deletions = deletions;
      this.#last = 0;
      this.#values = [''];
      this.#groups = [0];
      this.#known = noneKnown();
    }
    for (const { added, number, facet, value } of this.#newer.all(this.#last)) {
      this.#last = added;
      while (this.#values.length <= number) {
        this.#values.push('');
        this.#groups.push(0);
      }
      const group = this.#known[facet].get(value) ?? number;
      this.#known[facet].set(value, group);
      this.#values[number] = value;
      this.#groups[number] = group;
    }
  }

  /** Numbers end below this. */
  get end(): number {
    return this.#values.length;
  }

  value(number: number): string {
    return this.#values[number]!;
  }

  /** The number that stands for all spellings of a value: that of the first one; 0 for a number of nothing. */
  group(number: number): number {
    return this.#groups[number]!;
  }

  /** The group of a value; nothing for one that no offer ever had. */
  find(facet: ChoiceFacet, value: string): number | undefined {
    return this.#known[facet].get(value);
  }

  /**
   * What to show for some groups: the most frequent spelling, of several the first by its letters; nothing for a value
   * that no offer of the board has.
   *
   * @param totals offers of the board by the number of a spelling
   */
  labels(groups: readonly number[], totals: Uint32Array): Map<number, string> {
    const most = new Map<number, { total: number; numbers: number[] }>();
    for (const group of groups) most.set(group, { total: 1, numbers: [] });
    for (let number = 1; number < totals.length; number++) {
      const total = totals[number]!;
      const best = total > 0 ? most.get(this.#groups[number]!) : undefined;
      if (!best || total < best.total) continue;
      if (total > best.total) best.numbers.length = 0;
      best.total = total;
      best.numbers.push(number);
    }
    const asked = [...most.values()].flatMap(({ numbers }) => numbers);
    const texts = new Map(
      this.#labels.all(JSON.stringify(asked)).map(({ number, label }) => [number, label]),
    );
    const labels = new Map<number, string>();
    for (const [group, { numbers }] of most) {
      const [label] = numbers.map((number) => texts.get(number)!).sort();
      if (label !== undefined) labels.set(group, label);
    }
    return labels;
  }
}

function noneKnown(): Record<ChoiceFacet, Map<string, number>> {
  return { trade: new Map(), sector: new Map(), employer: new Map() };
}
