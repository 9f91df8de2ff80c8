import type pg from 'pg';
import type { CompiledBoard } from '../../endpoint/src/boards/board.ts';
import type { Comparator } from './comparator.ts';
import type { Corpus } from './corpus.ts';
import { flatOffers } from './flat-offers.ts';
import { megabytes, printFigure, timed } from './measuring.ts';

const KM_PER_DEGREE = 111.2;
const INSERTED_AT_ONCE = 1000;
const QUERY = "plainto_tsquery('french', $2)";
const IN_BOARD = 'FROM offer JOIN reach ON reach.insee = offer.insee AND reach.board = $1';

/** PostgreSQL as its manual suggests: `tsvector` in French with weights under GIN, a box on indexed coordinates. */
export async function postgresSearch(
  client: pg.Client,
  corpus: Corpus,
  size: number,
  boards: readonly CompiledBoard[],
): Promise<Comparator> {
  const { ms } = await timed(() => fill(client, corpus, size, boards));
  const { rows } = await client.query<{ bytes: string }>("SELECT pg_database_size('postgres') AS bytes");
  printFigure('PostgreSQL: ingest', ms / 1000, 's', ` · ${Math.round((size / ms) * 1000)} offers/s`);
  printFigure('PostgreSQL: disk', megabytes(Number(rows[0]!.bytes)), 'MB');

  /** Each statement is planned once. */
  const ask = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
  const list = (words: string, id: string) =>
    ask(
      'list',
      `SELECT row, title ${IN_BOARD} WHERE words @@ ${QUERY} ORDER BY ts_rank(words, ${QUERY}) DESC, day DESC LIMIT 20`,
      [id, words],
    );
  return {
    name: 'PostgreSQL',
    words: async (words, { definition: { id } }) => [
      await list(words, id),
      await ask('total', `SELECT count(*) ${IN_BOARD} WHERE words @@ ${QUERY}`, [id, words]),
    ],
    contracts: async (words, { definition: { id } }) => [
      await list(words, id),
      await ask(
        'contracts',
        `SELECT contract, count(*) ${IN_BOARD} WHERE words @@ ${QUERY} GROUP BY contract`,
        [id, words],
      ),
    ],
    async radius([latitude, longitude], km, { definition: { id } }) {
      const north = km / KM_PER_DEGREE;
      const east = north / Math.cos((latitude * Math.PI) / 180);
      const within = `${IN_BOARD} WHERE place <@ box(point($2, $3), point($4, $5))`;
      const values = [id, latitude - north, longitude - east, latitude + north, longitude + east];
      return [
        await ask('near', `SELECT row, title ${within} ORDER BY day DESC LIMIT 20`, values),
        await ask('near total', `SELECT count(*) ${within}`, values),
      ];
    },
  };
}

async function fill(
  client: pg.Client,
  corpus: Corpus,
  size: number,
  boards: readonly CompiledBoard[],
): Promise<void> {
  await client.query(`
    CREATE TABLE offer (row int PRIMARY KEY, title text, contract text, insee text, day int, place point, words tsvector);
    CREATE TABLE reach (board text, insee text, PRIMARY KEY (board, insee));
  `);
  const insert = `INSERT INTO offer SELECT one.row, one.title, one.contract, one.insee, one.day,
    point(one.latitude, one.longitude),
    setweight(to_tsvector('french', one.title), 'A') || setweight(to_tsvector('french', one.trade), 'B') ||
    setweight(to_tsvector('simple', one.employer), 'C') || setweight(to_tsvector('french', one.text), 'D')
    FROM json_to_recordset($1) AS one(row int, title text, trade text, employer text, text text, contract text,
      insee text, latitude float8, longitude float8, day int)`;
  let batch: unknown[] = [];
  const flush = async () => {
    await client.query({ name: 'insert', text: insert, values: [JSON.stringify(batch)] });
    batch = [];
  };
  for (const offer of flatOffers(corpus, size)) {
    batch.push(offer);
    if (batch.length === INSERTED_AT_ONCE) await flush();
  }
  await flush();
  for (const { definition, scope } of boards) {
    await client.query('INSERT INTO reach SELECT $1, unnest($2::text[])', [
      definition.id,
      [...scope.communes],
    ]);
  }
  await client.query(`
    CREATE INDEX ON offer USING gin (words);
    CREATE INDEX ON offer USING gist (place);
    CREATE INDEX ON offer (insee);
    ANALYZE;
  `);
}
