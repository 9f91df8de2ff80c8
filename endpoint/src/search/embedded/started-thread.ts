import { Worker } from 'node:worker_threads';
import type { QueryThreadSettings } from './query-messages.ts';

const program = new URL('query-thread.ts', import.meta.url);
/** In a thread, Node 20 does not follow what `--import tsx` registers. */
const code = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import('${program.href}'); });`;

/** Starts the program of a query thread from its source, for tests: what is built may be older. */
export function startFromSource(settings: QueryThreadSettings): Worker {
  return new Worker(code, { eval: true, workerData: settings });
}
