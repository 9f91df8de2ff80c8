import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompiledBoard } from '../endpoint/src/boards/board.ts';
import { Places } from '../endpoint/src/places/places.ts';
import { Random } from '../endpoint/src/search/conformance/random.ts';
import { benchBoards } from './search/boards.ts';
import { builtIndex } from './search/built-index.ts';
import { checkAnswers, MOST_TO_CHECK } from './search/check.ts';
import { measureComparator } from './search/comparator.ts';
import { Corpus } from './search/corpus.ts';
import { measureInProcess } from './search/in-process.ts';
import { print } from './search/measuring.ts';
import { miniSearch, MOST_FOR_MINISEARCH } from './search/minisearch.ts';
import { startPostgres } from './search/postgres.ts';
import { postgresSearch } from './search/postgres-search.ts';
import { measureServed } from './search/served.ts';
import { sqliteAlone } from './search/sqlite-alone.ts';

const SIZES = [3000, 50_000];
const PHASES = ['check', 'engine', 'served', 'comparators'] as const;
type Phase = (typeof PHASES)[number];

const HELP = `npm run bench -- search [SIZE] [PHASE…]

Searches a seeded corpus of SIZE offers (3000 and 50000 without it; a million takes half an hour to build)
around Saint-Omer and around Paris, each kind of question by itself. Times are in milliseconds.

  check        up to ${MOST_TO_CHECK} offers: answers equal those of a linear scan; alone for that size
  engine       the embedded engine in this process, one question at a time
  served       the endpoint over HTTP with 1 and 8 clients, then while a quarter of its offers is replaced
  comparators  SQLite alone, MiniSearch (up to ${MOST_FOR_MINISEARCH} offers), PostgreSQL where it is installed

TOWN_JOBS_BENCH_INDEX=FOLDER keeps the index that is built, so that the next run need not build it again.`;

/** Measures the search with seeded corpora and prints tables; `--help` says how. */
export async function run(...args: string[]): Promise<void> {
  const sizes = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  const phases = args.filter((arg): arg is Phase => PHASES.includes(arg as Phase));
  if (sizes.length + phases.length < args.length) return print(HELP);

  const places = await Places.load();
  const boards = [...benchBoards(places).values()];
  const corpus = new Corpus(places);
  for (const size of sizes.length > 0 ? sizes : SIZES) {
    print(`\n${size.toLocaleString('en')} offers`);
    const asked = phases.length > 0 ? phases : phasesOf(size);
    await measure(corpus, size, boards, asked);
  }
}

/** Small corpora are there to be right, larger ones to be fast. */
function phasesOf(size: number): readonly Phase[] {
  return size <= MOST_TO_CHECK ? ['check'] : PHASES.filter((phase) => phase !== 'check');
}

async function measure(
  corpus: Corpus,
  size: number,
  boards: readonly CompiledBoard[],
  phases: readonly Phase[],
): Promise<void> {
  const index = await builtIndex(corpus, size);
  try {
    if (phases.includes('check')) await checkAnswers(index, corpus, size, boards, new Random(1));
    if (phases.includes('engine')) await measureInProcess(index, corpus, boards, new Random(1));
    if (phases.includes('served')) await measureServed(index, corpus, size, boards, new Random(1));
    if (phases.includes('comparators')) await compare(corpus, size, boards);
  } finally {
    index.remove();
  }
}

async function compare(corpus: Corpus, size: number, boards: readonly CompiledBoard[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-bench-'));
  try {
    const sqlite = await sqliteAlone(folder, corpus, size, boards);
    await measureComparator(sqlite, corpus, boards, new Random(1));
    sqlite.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (size <= MOST_FOR_MINISEARCH) {
    await measureComparator(await miniSearch(corpus, size), corpus, boards, new Random(1));
  }
  const postgres = await startPostgres();
  try {
    if (!postgres) return;
    const search = await postgresSearch(postgres.client, corpus, size, boards);
    await measureComparator(search, corpus, boards, new Random(1));
  } finally {
    await postgres?.stop();
  }
}
