import type { Offer } from '../../contract/index.ts';
import type { Database } from '../../shared/database.ts';
import { employerValue, type Labelled, sectorValue, tradeValue } from '../values.ts';
import type { Columns } from './message.ts';
import { FreeNumbers, keep, notCarried } from './numbers.ts';
import { parseRows } from './rowlist.ts';
import { readState, writeState } from './schema.ts';

/** Filters whose values are numbered, with the column that holds them. */
export const CHOICES = {
  trade: 'tradeChoice',
  sector: 'sectorChoice',
  employer: 'employerChoice',
} as const;
export type ChoiceFacet = keyof typeof CHOICES;
/** The number of a value for each of them; 0 for none. */
export type ChoiceNumbers = Record<(typeof CHOICES)[ChoiceFacet], number>;

/**
 * Values of trade, sector and employer, numbered once for each spelling. The writer alone adds to them; the caller
 * holds the transaction.
 */
export class Choices {
  readonly #db: Database;
  readonly #sql;
  /** Never more than the file holds. */
  readonly #known = new Map<string, number>();
  #free?: FreeNumbers;

  constructor(db: Database) {
    this.#db = db;
    this.#sql = {
      find: db.prepare<{ number: number }>(
        'SELECT number FROM search_choice WHERE facet = ? AND value = ? AND label = ?',
      ),
      add: db.prepare('INSERT INTO search_choice (number, facet, value, label) VALUES (?, ?, ?, ?)'),
      all: db.prepare<{ rows: string | null }>("SELECT group_concat(number, ',') AS rows FROM search_choice"),
      delete: db.prepare('DELETE FROM search_choice WHERE number = ?'),
    };
  }

  /** The numbers of an offer's values, made where they are new. */
  numbers(offer: Offer): ChoiceNumbers {
    return {
      tradeChoice: this.#number('trade', tradeValue(offer)),
      sectorChoice: this.#number('sector', sectorValue(offer)),
      employerChoice: this.#number('employer', employerValue(offer)),
    };
  }

  /** What no visible row carries, where it is a quarter of all: engines read all of them again once some are gone. */
  unused(columns: Columns): Uint32Array {
    const all = parseRows(this.#sql.all.get()?.rows);
    const carried = Object.values(CHOICES).map((column) => columns[column]);
    const unused = notCarried(all, carried, columns.order);
    return unused.length * 4 > all.length ? unused : unused.subarray(0, 0);
  }

  /** Deletes values; others may have their numbers from then on. */
  delete(numbers: Iterable<number>): void {
    for (const number of numbers) this.#sql.delete.run(number);
    writeState(this.#db, 'choicesDeleted', (readState(this.#db, 'choicesDeleted') ?? 0) + 1);
    this.forget();
  }

  /** Reads the file again, after it changed by another way or a transaction was thrown away. */
  forget(): void {
    this.#known.clear();
    this.#free = undefined;
  }

  #number(facet: ChoiceFacet, choice: Labelled | undefined): number {
    if (!choice) return 0;
    const { value, label } = choice;
    const name = JSON.stringify([facet, value, label]);
    const number =
      this.#known.get(name) ?? this.#sql.find.get(facet, value, label)?.number ?? this.#add(facet, choice);
    keep(this.#known, name, number);
    return number;
  }

  #add(facet: ChoiceFacet, { value, label }: Labelled): number {
    this.#free ??= new FreeNumbers(parseRows(this.#sql.all.get()?.rows));
    const number = this.#free.take();
    this.#sql.add.run(number, facet, value, label);
    return number;
  }
}
