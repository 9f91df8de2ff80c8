import type { Database, Statement } from '../../shared/database.ts';
import { parseRows } from './rowlist.ts';

/** What is known of every label without its text, by its number. */
export interface LabelTable {
  /** The number that its spellings share: "Infirmière" and "INFIRMIER" are one suggestion. */
  groups: Uint32Array;
  /** With which letters its words begin, see {@link initialsOf}. */
  initials: Uint32Array;
}

/** The bit of a letter from a to z; 0 for all others, which no bit tells. */
export function initialBit(letter: string): number {
  const code = letter.charCodeAt(0) - 97;
  return code >= 0 && code < 26 ? 1 << code : 0;
}

/** One bit for each letter that begins a token. */
export function initialsOf(tokens: readonly string[]): number {
  return tokens.reduce((initials, token) => initials | initialBit(token), 0);
}

/** Reads the table of labels once a generation. */
export class LabelTables {
  readonly #labels: Statement<{ labels: string | null; groups: string | null; initials: string | null }>;
  #known?: { generation: number; table: LabelTable };

  constructor(db: Database) {
    this.#labels = db.prepare(`
      SELECT group_concat(label, ',') AS labels, group_concat(spelled, ',') AS groups,
        group_concat(initials, ',') AS initials FROM search_label
    `);
  }

  of(generation: number): LabelTable {
    if (this.#known?.generation !== generation) this.#known = { generation, table: this.#read() };
    return this.#known.table;
  }

  #read(): LabelTable {
    const found = this.#labels.get()!;
    const labels = parseRows(found.labels);
    const groups = parseRows(found.groups);
    const initials = parseRows(found.initials);
    let most = 0;
    for (const label of labels) if (label > most) most = label;
    const table = { groups: new Uint32Array(most + 1), initials: new Uint32Array(most + 1) };
    for (let index = 0; index < labels.length; index++) {
      table.groups[labels[index]!] = groups[index]!;
      table.initials[labels[index]!] = initials[index]!;
    }
    return table;
  }
}
