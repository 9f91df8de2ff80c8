import { join } from 'node:path';
import { Sources } from '../../endpoint/src/partners/sources.ts';
import { openDatabase } from '../../endpoint/src/shared/database.ts';
import { megabytes, print, printFigure } from '../search/measuring.ts';
import type { Run } from './endpoint.ts';
import type { Plan, Round } from './plan.ts';
import { screens } from './screen.ts';

const POINTS_IN_TIME = 10;
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
  const memory = atPoints(run.memory).map((bytes) => Math.round(megabytes(bytes)));
  if (memory.length > 0) print(`memory over time, MB:  ${memory.join('  ')}`);
  if (run.memory.length > 0) printFigure('memory at its most', megabytes(Math.max(...run.memory)), 'MB');
  for (const shown of screens(run.drawn, LOOKED_AT)) print(`  ${shown.replaceAll('\n', '\n  ')}\n`);
  print(run.said.trimEnd().split('\n').slice(-3).join('\n'));
  return compare(round, plan, dataFolder, run.said);
}

function compare(round: Round, plan: Plan, dataFolder: string, said: string): string[] {
  const expected = plan.expected(round);
  const db = openDatabase(join(dataFolder, 'town-jobs.db'), { readOnly: true });
  const sources = [...new Sources(db).all().values()];
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
    offers: expected.offers,
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
  print(`copies that were planted ${expected.copies}`);
  return Object.keys(planned)
    .filter((name) => found[name] !== planned[name])
    .map((name) => `${TITLES[round]}: ${name} ${found[name]}, planned ${planned[name]}`);
}

function atPoints(samples: readonly number[]): number[] {
  if (samples.length <= POINTS_IN_TIME) return [...samples];
  const last = samples.length - 1;
  return Array.from(
    { length: POINTS_IN_TIME },
    (_, point) => samples[Math.round((point * last) / (POINTS_IN_TIME - 1))]!,
  );
}
