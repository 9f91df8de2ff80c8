import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../shared/database.ts';
import { Random } from '../conformance/random.ts';
import { Changes } from './changes.ts';
import { emptyColumns, nextColumns } from './columns.ts';
import { packFacts, type Facts } from './facts.ts';
import type { Columns, PublishedMessage } from './message.ts';
import { nextOrder, readOrder } from './order.ts';
import { noteChanges, readColumns, saveColumns } from './saved.ts';
import { makeTables } from './schema.ts';

/** Three parts, the last one not full. */
const ROWS = 2500;
const ROWS_A_PART = 1000;

/** The tables of an index without texts, and generations of it that change some rows. */
function setup({ rows = ROWS }: { rows?: number } = {}) {
  const db = openDatabase(':memory:');
  makeTables(db);
  const random = new Random(7);
  let published: PublishedMessage = { generation: 0, publishedAt: 0, columns: emptyColumns(), partners: [] };
  let idle: Columns | undefined;
  const hide = db.prepare('DELETE FROM search_facts WHERE row = ?');
  const show = db.prepare('INSERT INTO search_facts (row, id, day, facts) VALUES (?, ?, ?, ?)');
  const publish = (shown: Iterable<number>, hidden: Iterable<number> = []): void => {
    const generation = published.generation + 1;
    const changes = new Changes();
    db.transaction(() => {
      for (const row of [...hidden, ...shown]) {
        hide.run(row);
        changes.hide(row);
      }
      for (const row of shown) {
        const day = [random.int(10), -generation, 10 + generation][generation % 3]!;
        const packed = packFacts(makeFacts(random));
        show.run(row, `${random.int(1000)}-${row}-${generation}`, day, packed);
        changes.show(row, packed);
      }
      noteChanges(db, generation, changes);
    });
    const order = nextOrder(db, published.columns, changes);
    const columns = nextColumns(published.columns, changes, order, idle);
    idle = published.columns;
    published = { ...published, generation, columns };
  };
  /** Saves the columns, all or only the first steps. */
  const save = (steps = Infinity): void => {
    const saving = saveColumns(db, published, ROWS_A_PART);
    while (steps-- > 0 && !saving.next().done);
  };
  const count = (table: string) =>
    db.prepare<{ count: number }>(`SELECT count(*) AS count FROM ${table}`).get()!.count;
  publish(upTo(rows));
  return { db, publish, save, count, random, columns: () => published.columns };
}

function upTo(rows: number): number[] {
  return Array.from({ length: rows }, (_, index) => index + 1);
}

function makeFacts(random: Random): Facts {
  const number = () => random.int(100_000);
  return {
    posted: random.next() * 1e12,
    contracts: 1 + random.int(60_000),
    traits: number(),
    remote: random.int(2) === 1,
    title: number(),
    trade: number(),
    employer: number(),
    tradeChoice: number(),
    sectorChoice: number(),
    employerChoice: number(),
    places: Array.from({ length: random.int(4) }, () => ({
      commune: number(),
      department: number(),
      vector: [random.next(), random.next(), Number.NaN],
    })),
    partners: Array.from({ length: 1 + random.int(3) }, () => random.int(400)),
  };
}

/** Differs where anything does that an engine can read of visible rows. */
function digest(columns: Columns): string {
  const hash = createHash('sha1');
  const { order, placeAt, partnerAt, partner } = columns;
  const { posted, contracts, traits, remote, title, trade, employer } = columns;
  const { tradeChoice, sectorChoice, employerChoice, commune, department, x, y, z } = columns;
  const ofRow = [posted, contracts, traits, remote, title, trade, employer];
  const choices = [tradeChoice, sectorChoice, employerChoice];
  for (const row of order) {
    const places = [commune, department, x, y, z].map((one) => [
      ...one.subarray(placeAt[row], placeAt[row + 1]),
    ]);
    const partners = [...partner.subarray(partnerAt[row], partnerAt[row + 1])];
    const facts = [...ofRow, ...choices].map((column) => column[row]);
    hash.update(JSON.stringify([row, facts, places, partners]));
  }
  const visible = contracts.reduce((count, bits) => count + (bits === 0 ? 0 : 1), 0);
  return `${order.length} of ${visible}, ${hash.digest('hex')}`;
}

/** The columns as they follow from the visible facts alone. */
function madeAnew(db: ReturnType<typeof openDatabase>): Columns {
  const changes = new Changes();
  for (const { row, facts } of db
    .prepare<{ row: number; facts: Uint8Array }>('SELECT row, facts FROM search_facts')
    .all())
    changes.show(row, facts);
  return nextColumns(emptyColumns(), changes, readOrder(db));
}

describe('columns', () => {
  it('hold after many generations what the facts say', () => {
    const { db, publish, columns, random } = setup();
    for (let generation = 0; generation < 30; generation++) {
      const rows = new Set(Array.from({ length: 1 + random.int(6) }, () => 1 + random.int(ROWS + 100)));
      const [shown, hidden] = [[...rows].slice(2), [...rows].slice(0, 2)];
      publish(shown, hidden);
      expect(digest(columns())).toBe(digest(madeAnew(db)));
    }
  });

  it('are read as they were saved, some parts earlier than others', () => {
    const { db, save, publish, count, columns } = setup();
    save();
    publish(upTo(ROWS_A_PART - 1));
    save();

    expect(count('search_changed')).toBe(0);
    expect(digest(readColumns(db))).toBe(digest(columns()));
  });

  it('are read with the rows that have changed since', () => {
    const { db, save, publish, count, columns } = setup();
    save();
    publish([2, 2000, ROWS + 1, ROWS + 2], [5, ROWS_A_PART, ROWS]);
    publish([5, 7], [2, ROWS + 2]);
    save();

    expect(count('search_changed')).toBe(2);
    expect(digest(readColumns(db))).toBe(digest(columns()));
    expect(digest(columns())).toBe(digest(madeAnew(db)));
  });

  it('are whole wherever the saving was left', () => {
    for (let steps = 0; steps <= 4; steps++) {
      const { db, save, publish, columns } = setup({ rows: 1200 });
      save(steps);
      expect(digest(readColumns(db))).toBe(digest(columns()));
      save();

      publish(upTo(ROWS).slice(900), upTo(200));
      save(steps);
      expect(digest(readColumns(db))).toBe(digest(columns()));

      publish(upTo(50));
      expect(digest(readColumns(db))).toBe(digest(columns()));
    }
  });

  it('are told from damaged ones', () => {
    const { db, save } = setup();
    save();
    db.exec("DELETE FROM search_saved WHERE name = 'posted' AND part = 1");

    expect(() => readColumns(db)).toThrow(RangeError);
  });
});
