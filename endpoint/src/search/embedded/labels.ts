import type { Offer } from '../../contract/index.ts';
import type { Database } from '../../shared/database.ts';
import { targetWords } from '../typos.ts';
import { analyse } from '../words/analyse.ts';
import { cleanTitle } from '../words/title.ts';
import type { Columns } from './message.ts';

type LabelKind = 'title' | 'trade' | 'employer';

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

/** The trade of an offer; nobody is shown it, but its words are what typos are corrected to. */
export function tradeLabel(offer: Offer): string | undefined {
  return offer.trade?.label.trim() || undefined;
}

/** What spellings of one label share: "Infirmière" and "INFIRMIER" are one suggestion. */
export function labelKey(kind: LabelKind, text: string): string {
  const tokens = analyse(text, kind === 'employer' ? 'employer' : 'name');
  return tokens.length === 0 ? text : tokens.toSorted().join(' ');
}

/** Titles, trades and employers, each spelling numbered once. The writer alone adds to them. */
export class Labels {
  readonly #db: Database;
  readonly #find;
  readonly #same;
  readonly #add;
  readonly #last;
  readonly #index;
  readonly #word;
  readonly #wordLabel;

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
    this.#word = db.prepare('INSERT OR IGNORE INTO search_word (written, spellings) VALUES (?, ?)');
    this.#wordLabel = db.prepare(
      'INSERT INTO search_word_label (word, label) SELECT word, ? FROM search_word WHERE written = ?',
    );
  }

  /** The number of a label, made where it is new; 0 for none. */
  number(kind: LabelKind, text: string | undefined): number {
    if (!text) return 0;
    const known = this.#find.get(kind, text);
    if (known) return known.label;
    const key = labelKey(kind, text);
    const label = this.#last.get()!.label + 1;
    this.#add.run(label, kind, text, key, this.#same.get(kind, key)?.group ?? label);
    for (const { written, spellings } of targetWords(text)) {
      this.#word.run(written, spellings.join(' '));
      this.#wordLabel.run(label, written);
    }
    if (kind === 'trade') return label;
    const tokens = analyse(text, kind === 'title' ? 'name' : 'employer').join(' ');
    this.#index.run(label, kind === 'title' ? tokens : '', kind === 'employer' ? tokens : '');
    return label;
  }

  /** Forgets the labels that no visible row carries. Only for the start: lagging engines may still show them. */
  prune(columns: Columns): void {
    const used = new Set([...columns.title, ...columns.trade, ...columns.employer]);
    const forget = this.#db.prepare('DELETE FROM search_label WHERE label = ?');
    const unindex = this.#db.prepare('DELETE FROM search_labels WHERE rowid = ?');
    for (const { label } of this.#db.prepare<{ label: number }>('SELECT label FROM search_label').all()) {
      if (used.has(label)) continue;
      forget.run(label);
      unindex.run(label);
    }
    this.#db.exec(`
      DELETE FROM search_word_label WHERE label NOT IN (SELECT label FROM search_label);
      DELETE FROM search_word WHERE word NOT IN (SELECT word FROM search_word_label);
    `);
  }

  /** Forgets all labels, for an index that is analysed again. */
  clear(): void {
    this.#db.exec(`
      DELETE FROM search_label; DELETE FROM search_labels; DELETE FROM search_word_label; DELETE FROM search_word;
    `);
  }
}
