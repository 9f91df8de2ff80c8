import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Sources } from '../../endpoint/src/partners/sources.ts';
import { indexPath } from '../../endpoint/src/search/index-file.ts';
import { openDatabase } from '../../endpoint/src/shared/database.ts';
import { megabytes, print, printFigure } from '../search/measuring.ts';
import type { Run } from './endpoint.ts';
import { joinedByChance } from './joined.ts';
import type { Plan, Round } from './plan.ts';
import { screens } from './screen.ts';

const POINTS_IN_TIME = 12;
const MB_A_BAR = 20;
/** Of so many offers one may be two jobs by chance; more is a fault of the grouping. */
const OFFERS_A_CHANCE = 10_000;
/** When the terminal is looked at, as shares of all that was drawn. */
const LOOKED_AT = [0.4, 0.9];
const TITLES = ['first ingest', 'refresh with a quarter changed'];
const OUTCOME = /^(\d+) offers in generation \d+: (\d+) put, (\d+) withdrawn/m;

/**
 * Prints what a round cost.
 *
 * @returns a line for each count that is not what the plan says
 */
export function report(round: Round, run: Run, plan: Plan, dataFolder: string): string[] {
  const { partners, records } = plan.size;
  const postings = partners * records;
  print(`\n${TITLES[round]}: ${partners} feeds of ${records} records`);
  printFigure('time', run.ms / 60_000, 'minutes', ` · ${Math.round((postings / run.ms) * 1000)} records/s`);
  printFigure(
    'of the processors',
    run.busyMs / 1000,
    's',
    ` · ${(run.busyMs / postings).toFixed(2)} ms a record`,
  );
  printMemory(run);
  for (const shown of screens(run.drawn, LOOKED_AT)) print(`  ${shown.replaceAll('\n', '\n  ')}\n`);
  print(run.said.trimEnd().split('\n').slice(-3).join('\n'));
  return compare(round, plan, dataFolder, run.said);
}

/** As a curve: a line of figures hides a peak between two of them, so that each is the most of its stretch of time. */
function printMemory({ memory, ms }: Run): void {
  if (memory.length === 0) return;
  print('memory over time, the most of each stretch:');
  for (let point = 0; point < POINTS_IN_TIME; point++) {
    const from = Math.floor((point * memory.length) / POINTS_IN_TIME);
    const until = Math.max(from + 1, Math.floor(((point + 1) * memory.length) / POINTS_IN_TIME));
    const most = megabytes(Math.max(...memory.slice(from, until)));
    const minutes = ((point + 1) * ms) / POINTS_IN_TIME / 60_000;
    print(
      `  ${minutes.toFixed(1).padStart(6)} min ${most.toFixed(0).padStart(6)} MB  ${'▇'.repeat(most / MB_A_BAR)}`,
    );
  }
  printFigure('memory at its most', megabytes(Math.max(...memory)), 'MB');
}

function compare(round: Round, plan: Plan, dataFolder: string, said: string): string[] {
  const expected = plan.expected(round);
  const db = openDatabase(join(dataFolder, 'town-jobs.db'), { readOnly: true });
  const sources = [...new Sources(db).all().values()];
  const joined = joinedByChance(plan, round, db);
  db.close();
  const sum = (of: (state: (typeof sources)[number]) => number) =>
    sources.reduce((total, state) => total + of(state), 0);
  const reasons = new Set(sources.flatMap(({ refused }) => Object.keys(refused)));
  const found: Record<string, number | undefined> = {
    'whole feeds': sum(({ status }) => (status === 'complete' ? 1 : 0)),
    read: sum(({ read }) => read),
    accepted: sum(({ accepted }) => accepted),
    standing: sum(({ standing = 0 }) => standing),
    offers: Number(OUTCOME.exec(said)?.[1]),
  };
  const planned: typeof found = {
    'whole feeds': plan.size.partners,
    read: expected.read,
    accepted: expected.accepted,
    standing: expected.accepted,
    offers: expected.offers - joined,
  };
  for (const reason of new Set([...reasons, ...Object.keys(expected.refused)])) {
    found[`refused: ${reason}`] = sum(({ refused }) => refused[reason]?.count ?? 0);
    planned[`refused: ${reason}`] = expected.refused[reason as keyof typeof expected.refused] ?? 0;
  }
  print(
    Object.entries(found)
      .map(([name, count]) => `${name} ${count}`)
      .join(' · '),
  );
  print(`copies that were planted ${expected.copies} · jobs that became one by chance ${joined}`);
  printFile(dataFolder, found.offers);
  const flipped = printIds(round, dataFolder);
  const wrong = Object.keys(planned)
    .filter((name) => found[name] !== planned[name])
    .map((name) => `${TITLES[round]}: ${name} ${found[name]}, planned ${planned[name]}`);
  if (joined * OFFERS_A_CHANCE > expected.offers) wrong.push(`${TITLES[round]}: ${joined} jobs became one`);
  if (flipped > 0) wrong.push(`${TITLES[round]}: ${flipped} postings that did not change have another id`);
  return wrong;
}

/** What the index holds of an offer on disk: its text twice (posting and offer), words, keys of grouping, facts. */
function printFile(dataFolder: string, offers = 1): void {
  const { size } = statSync(indexPath(dataFolder));
  printFigure('index', megabytes(size), 'MB', ` · ${Math.round(size / offers)} bytes an offer`);
}

/**
 * Remembers after the first round which offer each posting is, and prints after the second how many are another.
 *
 * @returns how many of those did not change themselves
 */
function printIds(round: Round, dataFolder: string): number {
  const remembered = join(dataFolder, 'before.db');
  const db = openDatabase(join(dataFolder, 'town-jobs.db'));
  try {
    if (round === 0) db.exec(`VACUUM INTO '${remembered}'`);
    if (round === 0) return 0;
    db.exec(`ATTACH '${remembered}' AS before`);
    const { kept, merged, changed, flipped } = db.prepare<Ids>(IDS).get()!;
    print(
      `ids of postings that stood before: ${kept} kept, ${merged} merged, ${changed} parted with another text`,
    );
    print(`ids that flipped though nothing changed: ${flipped}`);
    return flipped;
  } finally {
    db.close();
  }
}

interface Ids {
  kept: number;
  merged: number;
  changed: number;
  flipped: number;
}

const IDS = `
  SELECT total(isSame) AS kept, total(NOT isSame AND isAlias) AS merged,
    total(NOT isSame AND NOT isAlias AND isChanged) AS changed,
    total(NOT isSame AND NOT isAlias AND NOT isChanged) AS flipped
  FROM (
    SELECT new.offer = old.offer AS isSame, alias.id IS NOT NULL AS isAlias, new.stamp IS NOT old.stamp AS isChanged
    FROM before.identity old JOIN main.identity new ON new.posting = old.posting
    LEFT JOIN main.alias ON alias.id = old.offer AND alias.offer = new.offer
  )`;
