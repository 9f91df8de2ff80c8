import type { Offer } from '../../contract/index.ts';
import type { Database } from '../../shared/database.ts';
import { analyse } from '../words/analyse.ts';
import { cleanTitle } from '../words/title.ts';
import type { Columns } from './message.ts';

type LabelKind = 'title' | 'employer';

/** The title of an offer as it is suggested. */
export function titleLabel(offer: Offer): string {
  return cleanTitle(
    offer.title,
    offer.places.map(({ name }) => name),
  );
}

/** The employer of an offer as it is suggested. */
export function employerLabel(offer: Offer): string | undefined {
  return offer.employer?.name.trim().replace(/\s+/gu, ' ') || undefined;
}

/** What spellings of one label share: "Infirmière" and "INFIRMIER" are one suggestion. */
export function labelKey(kind: LabelKind, text: string): string {
  const tokens = analyse(text, kind === 'title' ? 'name' : 'employer');
  return tokens.length === 0 ? text : tokens.toSorted().join(' ');
}

/** Titles and employers, each spelling numbered once. The writer alone adds to them. */
export class Labels {
  readonly #db: Database;
  readonly #find;
  readonly #same;
  readonly #add;
  readonly #last;
  readonly #index;

  constructor(db: Database) {
    this.#db = db;
    this.#find = db.prepare<{ label: number }>('SELECT label FROM search_label WHERE kind = ? AND text = ?');
    this.#same = db.prepare<{ group: number }>(
      'SELECT spelled AS "group" FROM search_label WHERE kind = ? AND key = ? LIMIT 1',
    );
    this.#add = db.prepare(
      'INSERT INTO search_label (label, kind, text, key, spelled) VALUES (?, ?, ?, ?, ?)',
    );
    this.#last = db.prepare<{ label: number }>('SELECT coalesce(max(label), 0) AS label FROM search_label');
    this.#index = db.prepare('INSERT INTO search_labels (rowid, title, employer) VALUES (?, ?, ?)');
  }

  /** The number of a label, made where it is new; 0 for none. */
  number(kind: LabelKind, text: string | undefined): number {
    if (!text) return 0;
    const known = this.#find.get(kind, text);
    if (known) return known.label;
    const key = labelKey(kind, text);
    const label = this.#last.get()!.label + 1;
    this.#add.run(label, kind, text, key, this.#same.get(kind, key)?.group ?? label);
    const tokens = analyse(text, kind === 'title' ? 'name' : 'employer').join(' ');
    this.#index.run(label, kind === 'title' ? tokens : '', kind === 'employer' ? tokens : '');
    return label;
  }

  /** Forgets the labels that no visible row carries. Only for the start: lagging engines may still show them. */
  prune(columns: Columns): void {
    const used = new Set([...columns.title, ...columns.employer]);
    const forget = this.#db.prepare('DELETE FROM search_label WHERE label = ?');
    const unindex = this.#db.prepare('DELETE FROM search_labels WHERE rowid = ?');
    for (const { label } of this.#db.prepare<{ label: number }>('SELECT label FROM search_label').all()) {
      if (used.has(label)) continue;
      forget.run(label);
      unindex.run(label);
    }
  }
}
