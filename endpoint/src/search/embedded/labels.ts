import type { Offer } from '../../contract/index.ts';
import type { Database } from '../../shared/database.ts';
import { targetWords } from '../typos.ts';
import { analyse } from '../words/analyse.ts';
import { cleanTitle } from '../words/title.ts';
import { initialsOf } from './label-table.ts';
import type { Columns } from './message.ts';
import { FreeNumbers, keep, notCarried } from './numbers.ts';
import { parseRows } from './rowlist.ts';

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

/**
 * Titles, trades and employers, each spelling numbered once. The writer alone adds to them; the caller holds the
 * transaction. Every statement writes one row: one that may write several makes SQLite put away first what its
 * full-text tables have gathered in memory, which costs a hundred times as much.
 */
export class Labels {
  readonly #db: Database;
  readonly #sql;
  /** Numbers by kind and text, and of words as they are written; never more than the file holds. */
  readonly #labels = new Map<string, number>();
  readonly #words = new Map<string, number>();
  #free?: FreeNumbers;

  constructor(db: Database) {
    this.#db = db;
    this.#sql = {
      find: db.prepare<{ label: number }>('SELECT label FROM search_label WHERE kind = ? AND text = ?'),
      same: db.prepare<{ group: number }>(
        'SELECT spelled AS "group" FROM search_label WHERE kind = ? AND key = ? LIMIT 1',
      ),
      all: db.prepare<{ rows: string | null }>("SELECT group_concat(label, ',') AS rows FROM search_label"),
      groups: db.prepare<{ rows: string | null }>(
        "SELECT group_concat(spelled, ',') AS rows FROM (SELECT DISTINCT spelled FROM search_label)",
      ),
      named: db.prepare<{ kind: LabelKind; text: string }>(
        'SELECT kind, text FROM search_label WHERE label = ?',
      ),
      add: db.prepare(
        'INSERT INTO search_label (label, kind, text, key, spelled, initials) VALUES (?, ?, ?, ?, ?, ?)',
      ),
      delete: db.prepare('DELETE FROM search_label WHERE label = ?'),
      index: db.prepare('INSERT INTO search_labels (rowid, title, employer) VALUES (?, ?, ?)'),
      unindex: db.prepare('DELETE FROM search_labels WHERE rowid = ?'),
      word: db.prepare<{ word: number }>('SELECT word FROM search_word WHERE written = ?'),
      addWord: db.prepare('INSERT INTO search_word (written, spellings) VALUES (?, ?)'),
      link: db.prepare('INSERT OR IGNORE INTO search_word_label (word, label) VALUES (?, ?)'),
      unlink: db.prepare('DELETE FROM search_word_label WHERE word = ? AND label = ?'),
      deleteWord: db.prepare(
        'DELETE FROM search_word WHERE word = ?1 AND NOT EXISTS (SELECT 1 FROM search_word_label WHERE word = ?1)',
      ),
    };
  }

  /** The number of a label, made where it is new; 0 for none. */
  number(kind: LabelKind, text: string | undefined): number {
    if (!text) return 0;
    const name = `${kind} ${text}`;
    let label = this.#labels.get(name) ?? this.#sql.find.get(kind, text)?.label;
    label ??= this.#add(kind, text);
    keep(this.#labels, name, label);
    return label;
  }

  /** The labels that no visible row carries. */
  unused({ title, trade, employer, order }: Columns): Uint32Array {
    return notCarried(parseRows(this.#sql.all.get()?.rows), [title, trade, employer], order);
  }

  /** Deletes labels, and the words that only they had; other labels may have their numbers from then on. */
  delete(labels: Iterable<number>): void {
    const sql = this.#sql;
    for (const label of labels) {
      const { kind, text } = sql.named.get(label)!;
      for (const { written } of targetWords(text)) {
        const word = sql.word.get(written)?.word;
        if (word === undefined) continue;
        sql.unlink.run(word, label);
        sql.deleteWord.run(word);
      }
      sql.delete.run(label);
      if (kind !== 'trade') sql.unindex.run(label);
    }
    this.forget();
  }

  /** Deletes all labels, for an index that is analysed again. */
  clear(): void {
    this.#db.exec(`
      DELETE FROM search_label; DELETE FROM search_labels; DELETE FROM search_word_label; DELETE FROM search_word;
    `);
    this.forget();
  }

  /** Reads the file again, after it changed by another way or a transaction was thrown away. */
  forget(): void {
    this.#labels.clear();
    this.#words.clear();
    this.#free = undefined;
  }

  #add(kind: LabelKind, text: string): number {
    const sql = this.#sql;
    const key = labelKey(kind, text);
    const label = this.#nextNumber();
    const tokens = kind === 'trade' ? [] : analyse(text, kind === 'title' ? 'name' : 'employer');
    sql.add.run(label, kind, text, key, sql.same.get(kind, key)?.group ?? label, initialsOf(tokens));
    for (const { written, spellings } of targetWords(text)) {
      sql.link.run(this.#word(written, spellings), label);
    }
    if (kind === 'trade') return label;
    const indexed = tokens.join(' ');
    sql.index.run(label, kind === 'title' ? indexed : '', kind === 'employer' ? indexed : '');
    return label;
  }

  #word(written: string, spellings: readonly string[]): number {
    let word = this.#words.get(written) ?? this.#sql.word.get(written)?.word;
    word ??= this.#sql.addWord.run(written, spellings.join(' ')).lastInsertRowid;
    keep(this.#words, written, word);
    return word;
  }

  /** Groups keep the number of their first label, also when that is gone. */
  #nextNumber(): number {
    const { all, groups } = this.#sql;
    this.#free ??= new FreeNumbers(parseRows(all.get()?.rows), parseRows(groups.get()?.rows));
    return this.#free.take();
  }
}
