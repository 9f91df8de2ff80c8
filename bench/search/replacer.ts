import { parentPort, workerData } from 'node:worker_threads';
import { Places } from '../../endpoint/src/places/places.ts';
import { openWriter } from '../../endpoint/src/search/embedded/writer.ts';
import { openDatabase } from '../../endpoint/src/shared/database.ts';
import { Corpus } from './corpus.ts';
import type { FromReplacer, ServerSettings, ToReplacer } from './server-messages.ts';

/** Offers that are published at once. */
const BATCH = 25_000;

/** The writer of the bench's server, in a thread as the endpoint's own. */

const { file } = workerData as ServerSettings;
const tell = (message: FromReplacer) => parentPort!.postMessage(message);
const db = openDatabase(file);
const writer = openWriter({ db, onPublished: (message) => tell({ kind: 'published', message }) });
const corpus = new Corpus(await Places.load());
tell({ kind: 'opened', message: writer.current() });

async function replace(count: number): Promise<void> {
  const begun = performance.now();
  for (let first = 0; first < count; first += BATCH) {
    await writer.publish((publication) => {
      for (let number = first; number < Math.min(count, first + BATCH); number++) {
        publication.put(corpus.offer(number, 1));
      }
    });
  }
  tell({ kind: 'replaced', ms: performance.now() - begun });
}

parentPort!.on('message', (message: ToReplacer) => {
  if (message.kind === 'acknowledge') writer.acknowledge(message.generation);
  else void replace(message.count);
});
