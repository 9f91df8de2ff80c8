import type { Offer } from '../../contract/index.ts';
import type { Database } from '../../shared/database.ts';
import { parisDay } from '../../shared/paris.ts';
import { analyse, describedWords } from '../words/analyse.ts';
import { storedCard } from './cards.ts';
import { cellsOf, EVERYWHERE, type Cell } from './cells.ts';
import { Choices } from './choices.ts';
import { factsOf, packFacts } from './facts.ts';
import { employerLabel, Labels, titleLabel, tradeLabel } from './labels.ts';
import { readPartners } from './schema.ts';

/** The rows of offers in the file: how one is written, retired and at last deleted. The caller holds the transaction. */
export class Rows {
  readonly labels: Labels;
  readonly choices: Choices;
  readonly #partners = new Map<string, number>();
  readonly #visible;
  readonly #stored;
  readonly #statements;

  constructor(db: Database) {
    this.labels = new Labels(db);
    this.choices = new Choices(db);
    readPartners(db).forEach((id, number) => this.#partners.set(id, number));
    this.#visible = db.prepare<{ row: number }>('SELECT row FROM search_facts WHERE id = ?');
    this.#stored = db.prepare<{ offer: string }>('SELECT offer FROM search_offer WHERE row = ?');
    this.#statements = {
      offer: db.prepare('INSERT INTO search_offer (row, id, card, offer) VALUES (?, ?, ?, ?)'),
      facts: db.prepare('INSERT INTO search_facts (row, id, day, facts) VALUES (?, ?, ?, ?)'),
      names: db.prepare('INSERT INTO search_names (rowid, title, trade, employer) VALUES (?, ?, ?, ?)'),
      texts: db.prepare('INSERT INTO search_texts (rowid, words) VALUES (?, ?)'),
      partner: db.prepare('INSERT INTO search_partner (number, id) VALUES (?, ?)'),
      hide: db.prepare('DELETE FROM search_facts WHERE row = ?'),
      retire: db.prepare('INSERT INTO search_retired (row, generation) VALUES (?, ?)'),
      delete: [
        db.prepare('DELETE FROM search_offer WHERE row = ?'),
        db.prepare('DELETE FROM search_names WHERE rowid = ?'),
        db.prepare('DELETE FROM search_texts WHERE rowid = ?'),
        db.prepare('DELETE FROM search_retired WHERE row = ?'),
      ],
    };
  }

  /** The visible row of an offer. */
  find(id: string): number | undefined {
    return this.#visible.get(id)?.row;
  }

  /** Whether a row holds exactly this offer, as JSON. */
  holds(row: number, json: string): boolean {
    return this.#stored.get(row)?.offer === json;
  }

  /**
   * @param described the words of its description
   * @returns the facts of the offer, packed
   */
  insert(row: number, offer: Offer, json: string, described = describedWords(offer.description)): Uint8Array {
    const title = analyse(offer.title, 'name');
    const trade = offer.trade ? analyse(offer.trade.label, 'name') : [];
    const employer = offer.employer ? analyse(offer.employer.name, 'employer') : [];
    const words = new Set([...title, ...trade, ...described.split(' ').filter(Boolean)]);
    for (const word of employer) words.add(`=${word}`);
    const partners = [...new Set(offer.postings.map(({ partner }) => this.#partner(partner)))];
    const facts = factsOf(offer, {
      title: this.labels.number('title', titleLabel(offer)),
      trade: this.labels.number('trade', tradeLabel(offer)),
      employer: this.labels.number('employer', employerLabel(offer)),
      ...this.choices.numbers(offer),
      partners,
    });
    const packed = packFacts(facts);
    const sql = this.#statements;
    sql.offer.run(row, offer.id, JSON.stringify(storedCard(offer)), json);
    sql.facts.run(row, offer.id, parisDay(facts.posted), packed);
    const cells = cellsOf(offer);
    const named = (tokens: string[]) => inCells(tokens, [EVERYWHERE, ...cells]);
    sql.names.run(row, named(title), named(trade), named(employer));
    sql.texts.run(row, inCells([...words], cells));
    return packed;
  }

  /** Takes a row out of the generation that is being written; engines may go on reading it. */
  retire(row: number, generation: number): void {
    this.#statements.hide.run(row);
    this.#statements.retire.run(row, generation);
  }

  /** Deletes a retired row that nobody reads any more. */
  delete(row: number): void {
    for (const statement of this.#statements.delete) statement.run(row);
  }

  /** Ids of partners by their number, for engines. */
  get partners(): string[] {
    const ids: string[] = [];
    for (const [id, number] of this.#partners) ids[number] = id;
    return ids;
  }

  /** Reads partners and labels again after a transaction that may have added some was thrown away. */
  forget(db: Database): void {
    this.labels.forget();
    this.choices.forget();
    this.#partners.clear();
    readPartners(db).forEach((id, number) => this.#partners.set(id, number));
  }

  #partner(id: string): number {
    let number = this.#partners.get(id);
    if (number === undefined) {
      number = this.#partners.size;
      this.#statements.partner.run(number, id);
      this.#partners.set(id, number);
    }
    return number;
  }
}

/** Each token behind the code of each cell, as the full-text tables keep it. */
function inCells(tokens: readonly string[], cells: readonly Cell[]): string {
  return cells.flatMap((cell) => tokens.map((token) => cell + token)).join(' ');
}
