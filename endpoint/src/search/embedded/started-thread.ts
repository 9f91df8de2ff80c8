import { Worker } from 'node:worker_threads';
import type { QueryThreadSettings } from './query-messages.ts';

const program = new URL('query-thread.ts', import.meta.url);
/**
 * The program waits wherever a {@link hold} asks it to. In a thread, Node 20 does not follow `--import tsx`. Orders wait
 * for the first listener: that must be the program's.
 */
const code = `
  const { parentPort } = require('node:worker_threads');
  import('tsx/esm/api')
    .then((tsx) => { tsx.register(); return import('${program.href}'); })
    .then(() => parentPort.on('message', ({ held }) => held && Atomics.wait(new Int32Array(held), 0, 0)));
`;

/** Starts the program of a query thread from its source, for tests: what is built may be older. */
export function startFromSource(settings: QueryThreadSettings): Worker {
  return new Worker(code, { eval: true, workerData: settings });
}

/** Holds a thread up, as an endless query would, until the function in the answer is called. */
export function hold(thread: Worker): () => void {
  const held = new SharedArrayBuffer(4);
  thread.postMessage({ held });
  return () => {
    Atomics.store(new Int32Array(held), 0, 1);
    Atomics.notify(new Int32Array(held), 0);
  };
}
