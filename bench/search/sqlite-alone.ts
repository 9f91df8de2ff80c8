import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledBoard } from '../../endpoint/src/boards/board.ts';
import { openDatabase, type Database } from '../../endpoint/src/shared/database.ts';
import type { Comparator } from './comparator.ts';
import type { Corpus } from './corpus.ts';
import { flatOffers } from './flat-offers.ts';
import { megabytes, printFigure, timed } from './measuring.ts';

const KM_PER_DEGREE = 111.2;

/** SQLite as its manual suggests: FTS5 with bm25, an R*Tree for points, GROUP BY for facets, in one file. */
export async function sqliteAlone(
  folder: string,
  corpus: Corpus,
  size: number,
  boards: readonly CompiledBoard[],
): Promise<Comparator & { close(): void }> {
  const file = join(folder, 'sqlite-alone.db');
  const db = openDatabase(file);
  const { ms } = await timed(() => fill(db, corpus, size, boards));
  printFigure('SQLite alone: ingest', ms / 1000, 's', ` · ${Math.round((size / ms) * 1000)} offers/s`);
  printFigure('SQLite alone: disk', megabytes(statSync(file).size), 'MB');

  const inBoard =
    'CROSS JOIN offer ON offer.row = words.rowid CROSS JOIN reach ON reach.insee = offer.insee AND reach.board = ?';
  const list = db.prepare(
    `SELECT offer.row, offer.title FROM words ${inBoard} WHERE words MATCH ? ORDER BY bm25(words, 8, 4, 4, 1) LIMIT 20`,
  );
  const total = db.prepare(`SELECT count(*) AS total FROM words ${inBoard} WHERE words MATCH ?`);
  const contracts = db.prepare(
    `SELECT contract, count(*) AS total FROM words ${inBoard} WHERE words MATCH ? GROUP BY contract`,
  );
  const near = `FROM point CROSS JOIN offer ON offer.row = point.row CROSS JOIN reach ON reach.insee = offer.insee AND reach.board = ?
    WHERE south >= ? AND north <= ? AND west >= ? AND east <= ?`;
  const nearList = db.prepare(`SELECT offer.row, offer.title ${near} ORDER BY day DESC LIMIT 20`);
  const nearTotal = db.prepare(`SELECT count(*) AS total ${near}`);
  return {
    name: 'SQLite alone',
    words: (words, { definition: { id } }) => [list.all(id, quoted(words)), total.get(id, quoted(words))],
    contracts: (words, { definition: { id } }) => [
      list.all(id, quoted(words)),
      contracts.all(id, quoted(words)),
    ],
    radius([latitude, longitude], km, { definition: { id } }) {
      const north = km / KM_PER_DEGREE;
      const east = north / Math.cos((latitude * Math.PI) / 180);
      const box = [latitude - north, latitude + north, longitude - east, longitude + east];
      return [nearList.all(id, ...box), nearTotal.get(id, ...box)];
    },
    close: () => db.close(),
  };
}

function fill(db: Database, corpus: Corpus, size: number, boards: readonly CompiledBoard[]): void {
  db.exec(`
    CREATE TABLE offer (row INTEGER PRIMARY KEY, title TEXT, contract TEXT, insee TEXT, day INTEGER);
    CREATE TABLE reach (board TEXT, insee TEXT, PRIMARY KEY (board, insee)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5(
      title, trade, employer, text, content='', tokenize='unicode61 remove_diacritics 2'
    );
    CREATE VIRTUAL TABLE point USING rtree(row, south, north, west, east);
  `);
  const offer = db.prepare('INSERT INTO offer VALUES (?, ?, ?, ?, ?)');
  const words = db.prepare('INSERT INTO words (rowid, title, trade, employer, text) VALUES (?, ?, ?, ?, ?)');
  const point = db.prepare('INSERT INTO point VALUES (?, ?, ?, ?, ?)');
  const reach = db.prepare('INSERT INTO reach VALUES (?, ?)');
  db.transaction(() => {
    for (const one of flatOffers(corpus, size)) {
      offer.run(one.row, one.title, one.contract, one.insee, one.day);
      words.run(one.row, one.title, one.trade, one.employer, one.text);
      const { latitude, longitude } = one;
      if (latitude !== null) point.run(one.row, latitude, latitude, longitude, longitude);
    }
    for (const { definition, scope } of boards) {
      for (const insee of scope.communes) reach.run(definition.id, insee);
    }
  });
  db.exec("INSERT INTO words (words) VALUES ('optimize'); ANALYZE");
}

const quoted = (words: string) =>
  words
    .split(' ')
    .map((word) => `"${word}"`)
    .join(' ');
