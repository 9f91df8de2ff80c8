import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Feeds } from './boards/configuration.ts';
import { ClickLog, type Clicks, saveClicks } from './offers/clicks.ts';
import { openDurable } from './offers/durable.ts';
import { Identities } from './offers/identities.ts';
import { Postings } from './offers/postings.ts';
import { restore, takeDown } from './offers/take-down.ts';
import { Sources } from './partners/sources.ts';
import type { PublishedMessage } from './search/embedded/message.ts';
import { openIndex, reasonOf } from './search/index-file.ts';
import { openWriter } from './search/embedded/writer.ts';
import { lockFolder } from './shared/lock.ts';
import type { FromWriter, ToWriter, WriterSettings } from './writer-messages.ts';

/** The single writer: reads feeds, groups postings, publishes generations. It runs beside the thread that answers. */

const settings = workerData as WriterSettings;
const port = parentPort!;
const tell = (message: FromWriter) => port.postMessage(message);

try {
  await work();
} catch (error) {
  tell({ kind: 'failed', reason: (error as Error).message });
  port.close();
}

async function work(): Promise<void> {
  makeFolder(settings.dataFolder);
  const unlock = lockFolder(settings.dataFolder);
  const durable = openDurable(join(settings.dataFolder, 'town-jobs.db'));
  const onPublished = (message: PublishedMessage) => tell({ kind: 'published', message });
  const { db, used, notes } = openIndex(settings.dataFolder, (opened) => ({
    writer: openWriter({
      db: opened,
      onPublished,
      onFailure: (error) => tell({ kind: 'note', line: reasonOf(error, settings.dataFolder) }),
    }),
    postings: new Postings(opened),
  }));
  const { writer, postings } = used;
  const identities = new Identities(durable);
  const sources = new Sources(durable);
  let feeds: Feeds = {
    partners: new Map(),
    mappings: new Map(),
    reach: { communes: new Set(), departments: new Set() },
  };
  const stop = new AbortController();
  let acknowledged = 0;
  let goOn = () => {};

  const unsaved = new ClickLog();

  /** A full disk must not end the writer: what could not be saved waits for the next time. */
  function save(clicks: readonly Clicks[]): void {
    const all = [...unsaved.drain(), ...clicks];
    try {
      saveClicks(durable, all);
    } catch {
      unsaved.restore(all);
    }
  }

  async function obey(order: ToWriter): Promise<void> {
    if (order.kind === 'acknowledge') {
      writer.acknowledge(order.generation);
      acknowledged = Math.max(acknowledged, order.generation);
      goOn();
    }
    if (order.kind === 'clicks') save(order.clicks);
    if (order.kind === 'takeDown') await answerTakeDown(order);
    if (order.kind === 'feeds') feeds = order.feeds;
    if (order.kind === 'refresh') {
      try {
        // Loaded for the first refresh: a server must not wait for what it needs before it answers.
        const { refresh } = await import('./partners/refresh.ts');
        const { readingInThreads } = await import('./partners/reading.ts');
        const reading = await readingInThreads(settings, feeds.reach);
        const gathering = { ...feeds, ...reading, postings, identities, sources, writer, adopted };
        const summary = await refresh(gathering, {
          only: order.only,
          whole: order.whole,
          accept: order.accept,
          signal: stop.signal,
          onProgress: (progress) => tell({ kind: 'progress', progress }),
        });
        tell({ kind: 'refreshed', summary });
      } catch (error) {
        tell({ kind: 'failed', reason: `The refresh was given up: ${reasonOf(error, settings.dataFolder)}` });
      }
    }
    if (order.kind === 'close') {
      await writer.close();
      db.close();
      durable.close();
      unlock();
      tell({ kind: 'closed' });
      port.close();
    }
  }

  /** Who closes the server waits for no generation any more. */
  async function adopted(): Promise<void> {
    const { generation } = writer.state();
    while (acknowledged < generation && !stop.signal.aborted)
      await new Promise<void>((resolve) => (goOn = resolve));
  }

  async function answerTakeDown({ number, undo, ...wanted }: ToWriter & { kind: 'takeDown' }) {
    try {
      const grouping = { postings, identities, ranks: feeds.partners, now: Date.now() };
      const offer = await (undo ? restore : takeDown)(writer, grouping, wanted);
      tell({ kind: 'takenDown', number, offer });
    } catch (error) {
      tell({ kind: 'notTakenDown', number, reason: reasonOf(error, settings.dataFolder) });
    }
  }

  // Refreshes and the closing follow one another; take-downs, acknowledgements and clicks come in between.
  let turn = Promise.resolve();
  port.on('message', (order: ToWriter) => {
    if (order.kind === 'close') {
      stop.abort();
      goOn();
    }
    if (['refresh', 'feeds', 'close'].includes(order.kind)) turn = turn.then(() => obey(order));
    else void obey(order);
  });
  tell({ kind: 'ready', notes, published: writer.current() });
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new Error(`The folder ${folder} cannot be written: set TOWN_JOBS_DATA to one that can.`, {
      cause: error,
    });
  }
}
