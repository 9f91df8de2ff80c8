import type { Offer } from '../../contract/index.ts';
import type { Database } from '../../shared/database.ts';
import { employerValue, type Labelled, sectorValue, tradeValue } from '../values.ts';
import type { Columns } from './message.ts';

/** Filters whose values are numbered, with the column that holds them. */
export const CHOICES = {
  trade: 'tradeChoice',
  sector: 'sectorChoice',
  employer: 'employerChoice',
} as const;
export type ChoiceFacet = keyof typeof CHOICES;
/** The number of a value for each of them; 0 for none. */
export type ChoiceNumbers = Record<(typeof CHOICES)[ChoiceFacet], number>;

/** Values of trade, sector and employer, numbered once for each spelling. The writer alone adds to them. */
export class Choices {
  readonly #db: Database;
  readonly #find;
  readonly #add;

  constructor(db: Database) {
    this.#db = db;
    this.#find = db.prepare<{ number: number }>(
      'SELECT number FROM search_choice WHERE facet = ? AND value = ? AND label = ?',
    );
    this.#add = db.prepare('INSERT INTO search_choice (facet, value, label) VALUES (?, ?, ?)');
  }

  /** The numbers of an offer's values, made where they are new. */
  numbers(offer: Offer): ChoiceNumbers {
    return {
      tradeChoice: this.#number('trade', tradeValue(offer)),
      sectorChoice: this.#number('sector', sectorValue(offer)),
      employerChoice: this.#number('employer', employerValue(offer)),
    };
  }

  /** Forgets what no visible row carries. Only for the start: lagging engines may still show it. */
  prune(columns: Columns): void {
    const used = new Set<number>();
    for (const column of Object.values(CHOICES)) for (const number of columns[column]) used.add(number);
    const forget = this.#db.prepare('DELETE FROM search_choice WHERE number = ?');
    const known = this.#db.prepare<{ number: number }>('SELECT number FROM search_choice').all();
    for (const { number } of known) if (!used.has(number)) forget.run(number);
  }

  #number(facet: ChoiceFacet, choice: Labelled | undefined): number {
    if (!choice) return 0;
    const known = this.#find.get(facet, choice.value, choice.label);
    return known?.number ?? this.#add.run(facet, choice.value, choice.label).lastInsertRowid;
  }
}
