import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../endpoint/src/search/embedded/engine.ts';
import type { PublishedMessage } from '../endpoint/src/search/embedded/message.ts';
import { openWriter } from '../endpoint/src/search/embedded/writer.ts';
import { openDatabase } from '../endpoint/src/shared/database.ts';
import { makeOffer } from './writer/offers.ts';

/** Of all offers, how many a refresh replaces, and how many it withdraws and adds. */
const REPLACED = 0.05;
const EXCHANGED = 0.05;
const MB = 2 ** 20;

/**
 * Publishes one refresh after the other, in each of which a tenth of the offers change, and prints what the index
 * takes: memory and disk must not grow. `npm run bench -- churn [OFFERS] [REFRESHES]`, 20,000 and 40 without them.
 */
export async function run(size = '20000', times = '40'): Promise<void> {
  const offers = Number(size);
  const refreshes = Number(times);
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-churn-'));
  const file = join(folder, 'index.db');
  const db = openDatabase(file);
  const engine = openEngine({ file });
  const adopt = (message: PublishedMessage) => writer.acknowledge(engine.adopt(message));
  const writer = openWriter({ db, onPublished: adopt });
  const count = (sql: string) => Number(Object.values(db.prepare(sql).get()!)[0]);
  const sizeOf = (name: string) => statSync(name, { throwIfNoEntry: false })?.size ?? 0;
  let peak = 0;
  const replaced = Math.round(offers * REPLACED);
  const exchanged = Math.round(offers * EXCHANGED);
  const figures: Record<string, number>[] = [];

  try {
    print(`churn: ${offers} offers, ${refreshes} refreshes that change a tenth of them`);
    print('refresh  write s  tidy s  rss MB  heap MB  disk MB  most log MB    rows  labels   words  choices');
    for (let refresh = 0; refresh <= refreshes; refresh++) {
      const first = refresh * exchanged;
      let started = performance.now();
      await writer.publish(({ put, withdraw }) => {
        if (refresh === 0) for (let n = 0; n < offers; n++) put(makeOffer(n, 0));
        else {
          for (let n = first - exchanged; n < first; n++) withdraw(`offer${n}`);
          for (let n = first; n < first + replaced; n++) put(makeOffer(n, refresh));
          for (let n = offers + first - exchanged; n < offers + first; n++) put(makeOffer(n, refresh));
        }
      });
      const writeS = (performance.now() - started) / 1000;
      peak = Math.max(peak, sizeOf(`${file}-wal`));
      started = performance.now();
      await writer.tidied();
      const tidyS = (performance.now() - started) / 1000;
      peak = Math.max(peak, sizeOf(`${file}-wal`));
      globalThis.gc?.();
      const memory = process.memoryUsage();
      const line = {
        writeS,
        tidyS,
        rss: memory.rss / MB,
        heap: (memory.heapUsed + memory.external) / MB,
        disk: (sizeOf(file) + sizeOf(`${file}-wal`)) / MB,
        log: peak / MB,
        rows: writer.current().columns.contracts.length,
        labels: count('SELECT coalesce(max(label), 0) FROM search_label'),
        words: count('SELECT count(*) FROM search_word'),
        choices: count('SELECT coalesce(max(number), 0) FROM search_choice'),
      };
      figures.push(line);
      const { rss, heap, disk, log, rows, labels, words, choices } = line;
      print(
        `${pad(refresh, 7)}${pad(writeS, 9, 2)}${pad(tidyS, 8, 2)}${pad(rss, 8)}${pad(heap, 9, 1)}${pad(disk, 9)}` +
          `${pad(log, 13)}${pad(rows, 8)}${pad(labels, 8)}${pad(words, 8)}${pad(choices, 9)}`,
      );
    }
    for (const name of ['rss', 'heap', 'disk', 'rows', 'labels', 'words', 'choices']) {
      const quarter = Math.ceil(figures.length / 4);
      const second = mean(figures.slice(quarter, 2 * quarter), name);
      const last = mean(figures.slice(-quarter), name);
      print(
        `${name}: the last quarter is ${((100 * last) / second - 100).toFixed(1)} % beside the second quarter`,
      );
    }
  } finally {
    await writer.close();
    await engine.close();
    db.close();
    rmSync(folder, { recursive: true });
  }
}

function mean(figures: readonly Record<string, number>[], name: string): number {
  return figures.reduce((sum, figure) => sum + figure[name]!, 0) / figures.length;
}

function pad(value: number, width: number, digits = 0): string {
  return value.toFixed(digits).padStart(width);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
