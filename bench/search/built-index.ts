import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openWriter } from '../../endpoint/src/search/embedded/writer.ts';
import { indexPath } from '../../endpoint/src/search/index-file.ts';
import { openDatabase } from '../../endpoint/src/shared/database.ts';
import type { Corpus } from './corpus.ts';
import { megabytes, print, printFigure, timed } from './measuring.ts';

/** Offers that are published at once: as many as the refreshes of a quarter of an hour bring. */
const BATCH = 20_000;
const SOURCES = ['../../endpoint/src/search/embedded', '../../endpoint/src/search/words', '.'];

/** A data folder with an index of a corpus. */
export interface BuiltIndex {
  folder: string;
  file: string;
  /** Whether the next run finds it again: it must stay as it is. */
  kept: boolean;
  remove(): void;
}

/**
 * An index of the first `size` offers of a corpus. With a folder in `TOWN_JOBS_BENCH_INDEX` it is built there once and
 * used again as long as neither the corpus nor what writes an index changes; else it is built for this run.
 */
export async function builtIndex(corpus: Corpus, size: number): Promise<BuiltIndex> {
  const cache = process.env.TOWN_JOBS_BENCH_INDEX;
  const folder = cache ? join(cache, `${size}-${formOf()}`) : mkdtempSync(join(tmpdir(), 'town-jobs-bench-'));
  const index: BuiltIndex = {
    folder,
    file: indexPath(folder),
    kept: cache !== undefined,
    remove: () => {
      if (!cache) rmSync(folder, { recursive: true, force: true });
    },
  };
  if (existsSync(index.file)) {
    print(`The index stands in ${folder} since an earlier run.`);
    return index;
  }
  const building = `${folder}.building`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  await build(corpus, size, indexPath(building));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  renameSync(building, folder);
  return index;
}

async function build(corpus: Corpus, size: number, file: string): Promise<void> {
  const db = openDatabase(file);
  const writer = openWriter({ db, onPublished: ({ generation }) => writer.acknowledge(generation) });
  const { ms } = await timed(async () => {
    for (let first = 0; first < size; first += BATCH) {
      const last = Math.min(size, first + BATCH);
      await writer.publish((publication) => {
        for (let number = first; number < last; number++) publication.put(corpus.offer(number));
      });
      if (process.stderr.isTTY) process.stderr.write(`\r${last} of ${size} offers`);
    }
  });
  const tidying = await timed(() => writer.tidied());
  await writer.close();
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  printFigure('first ingest', ms / 1000, 's', ` · ${Math.round((size / ms) * 1000)} offers/s`);
  printFigure('putting it in order', tidying.ms / 1000, 's');
  printFigure('memory of the writer', megabytes(process.memoryUsage().rss), 'MB');
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  printFigure('disk', megabytes(statSync(file).size), 'MB');
}

/** Changes with everything that decides what stands in an index of the corpus. */
function formOf(): string {
  const hash = createHash('sha256');
  for (const folder of SOURCES.map((source) => join(import.meta.dirname, source))) {
    for (const name of readdirSync(folder).sort()) {
      if (/^(rows|schema|facts|labels|cells|corpus|texts)\.ts$/.test(name) || folder.endsWith('words')) {
        if (name.endsWith('.ts') && !name.endsWith('.spec.ts')) hash.update(readFileSync(join(folder, name)));
      }
    }
  }
  return hash.digest('hex').slice(0, 8);
}
