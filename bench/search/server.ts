import { Worker } from 'node:worker_threads';
import { createApp } from '../../endpoint/src/app.ts';
import { describeBoard } from '../../endpoint/src/boards/board.ts';
import { ClickLog } from '../../endpoint/src/offers/clicks.ts';
import { Places } from '../../endpoint/src/places/places.ts';
import { openThreadedEngine } from '../../endpoint/src/search/embedded/query-engine.ts';
import { startFromSource } from '../../endpoint/src/search/embedded/started-thread.ts';
import type { Services } from '../../endpoint/src/services.ts';
import { benchBoards } from './boards.ts';
import { NOW_MS } from './corpus.ts';
import type { FromReplacer, FromServer, ServerSettings, ToReplacer, ToServer } from './server-messages.ts';

/** The endpoint over a bench's index in a process of its own: routes, query threads, and a writer that replaces. */

const { file, size, threads } = JSON.parse(process.argv[2]!) as ServerSettings;
const program = new URL('replacer.ts', import.meta.url).href;
const replacer = new Worker(
  `import('tsx/esm/api').then((tsx) => { tsx.register(); return import('${program}'); });`,
  { eval: true, workerData: { file, size } },
);
const tell = (message: FromServer) => process.send!(message);
const order = (message: ToReplacer) => replacer.postMessage(message);

const published = await new Promise<FromReplacer & { kind: 'opened' }>((resolve, reject) => {
  replacer.once('message', resolve);
  replacer.once('error', reject);
});
const engine = openThreadedEngine({ file, published: published.message, threads, start: startFromSource });
replacer.on('message', (message: FromReplacer) => {
  if (message.kind === 'replaced') tell(message);
  if (message.kind === 'published') {
    void engine.adopt(message.message).then((generation) => order({ kind: 'acknowledge', generation }));
  }
});

const places = await Places.load();
const configuration = { boards: benchBoards(places), partners: new Map<string, never>() };
const services: Services = {
  ...configuration,
  places,
  engine,
  clicks: new ClickLog(),
  former: () => undefined,
  freshness: () => ({ generation: engine.state().generation }),
  describe: (board) =>
    describeBoard(board, { ...configuration, places, freshness: services.freshness(board), origin: '' }),
  origin: '',
  version: 'bench',
  ready: () => engine.isReady,
  now: () => NOW_MS,
};
const app = await createApp(services);
const address = await app.listen({ host: '127.0.0.1', port: 0 });
while (!engine.isReady) await new Promise((resolve) => setTimeout(resolve, 20));
tell({ kind: 'listening', address, startedMs: performance.now() });

process.on('message', (message: ToServer) => {
  if (message.kind === 'memory') tell({ kind: 'memory', bytes: process.memoryUsage().rss });
  else order(message);
});
process.once('disconnect', () => process.exit());
