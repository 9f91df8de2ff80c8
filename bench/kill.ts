import { spawn } from 'node:child_process';
import { deepStrictEqual, strictEqual } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Oracle } from '../endpoint/src/search/conformance/oracle.ts';
import { makeRequest, SCOPES } from '../endpoint/src/search/conformance/queries.ts';
import { Random } from '../endpoint/src/search/conformance/random.ts';
import { openEngine } from '../endpoint/src/search/embedded/engine.ts';
import { openWriter } from '../endpoint/src/search/embedded/writer.ts';
import type { Engine } from '../endpoint/src/search/engine.ts';
import { openDatabase } from '../endpoint/src/shared/database.ts';
import { Plan } from '../endpoint/src/search/conformance/plan.ts';

/** A kill comes within this time after the publisher has opened the index. */
const LONGEST_LIFE_MS = 900;
/** One kill in so many comes before that, while the publisher starts. */
const KILLED_AT_START = 8;
const LONGEST_START_MS = 600;
/** Questions that are held to the linear scan after each kill. */
const QUERIES = 25;
const PUBLISHER = join(import.meta.dirname, 'writer/publisher.ts');

/**
 * Kills a process again and again while it publishes, and holds what it leaves to the plan: one whole generation, not
 * older than the last one that the process had reported. `npm run bench -- kill [TIMES] [OFFERS]`, 200 and 1,000
 * without them.
 */
export async function run(times = '200', offers = '1000'): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-kill-'));
  const file = join(folder, 'index.db');
  const plan = new Plan(Number(offers));
  const random = new Random(Date.now());
  const starts: number[] = [];
  let torn = 0;
  let lost = 0;
  let unfinished = 0;
  let reported = 0;
  let last = 0;
  print(
    `kill: ${times} times SIGKILL while ${offers} offers are published, a tenth of them in each generation`,
  );
  try {
    for (let kill = 1; kill <= Number(times); kill++) {
      reported = Math.max(reported, await publishUntilKilled(file, offers, random));
      const started = performance.now();
      const db = openDatabase(file);
      const writer = openWriter({ db });
      const engine = openEngine({ file });
      starts.push(performance.now() - started);
      const { generation } = engine.state();
      if (generation < reported) lost++;
      if (generation === last) unfinished++;
      last = generation;
      try {
        await check(engine, plan, random);
        const marks = generation === 0 ? [] : db.prepare('SELECT generation FROM mark').all();
        deepStrictEqual(marks, generation === 0 ? [] : [{ generation }]);
        await writer.tidied();
        checkFile(db);
      } catch (error) {
        torn++;
        print(`kill ${kill}, generation ${generation}: ${(error as Error).message}`);
      }
      await writer.close();
      await engine.close();
      db.close();
      if (kill % 20 === 0) print(`  ${kill} kills, generation ${generation}, torn ${torn}, lost ${lost}`);
    }
    starts.sort((a, b) => a - b);
    print(
      `torn ${torn} · reported and lost ${lost} · ${last} generations, ${unfinished} kills before a commit · ` +
        `start p50 ${starts[starts.length >> 1]!.toFixed(0)} ms, slowest ${starts.at(-1)!.toFixed(0)} ms`,
    );
    if (torn + lost > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Gives the last generation that the process reported. */
async function publishUntilKilled(file: string, offers: string, random: Random): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', PUBLISHER, file, offers], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  let reported = 0;
  const opened = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      reported = Number(line);
      resolve();
    });
  });
  if (random.int(KILLED_AT_START) === 0) await pause(random.next() * LONGEST_START_MS);
  else {
    await Promise.race([opened, exited]);
    await pause(random.next() * LONGEST_LIFE_MS);
  }
  child.kill('SIGKILL');
  await exited;
  return reported;
}

/** Which offers, every word of each, and the answers to questions, beside those of the linear scan. */
async function check(engine: Engine, plan: Plan, random: Random): Promise<void> {
  const state = engine.state();
  const planned = plan.offers(state.generation);
  strictEqual(state.offers, planned.size);
  for (const [id, offer] of planned) deepStrictEqual(await engine.offer(id), offer);
  const oracle = new Oracle(planned.values(), state);
  for (let query = 0; query < QUERIES; query++) {
    const scope = random.pick(SCOPES);
    const request = makeRequest(random);
    const answers = [await engine.search(scope, request), await oracle.search(scope, request)];
    const [given, right] = answers.map((answer) => JSON.parse(JSON.stringify(answer)) as unknown);
    deepStrictEqual(given, right, JSON.stringify(request));
  }
}

/** The file itself: no damage, and no row but those that are shown. */
function checkFile(db: ReturnType<typeof openDatabase>): void {
  deepStrictEqual(db.prepare('PRAGMA integrity_check').all(), [{ integrity_check: 'ok' }]);
  const stray = 'SELECT count(*) AS n FROM search_offer WHERE row NOT IN (SELECT row FROM search_facts)';
  deepStrictEqual(db.prepare(stray).get(), { n: 0 });
  for (const table of ['search_names', 'search_texts', 'search_labels'])
    db.exec(`INSERT INTO ${table} (${table}) VALUES ('integrity-check')`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
