import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { Writer, type WriterFailure } from './writer.ts';

const program = new URL('writer-thread.ts', import.meta.url);
/** The thread's program from its source: what is built may be older. In a thread, Node 20 does not follow `--import tsx`. */
const code = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import('${program.href}'); })`;
/** Fills the thread's memory, as a publication does that is too large, once there are clicks to be saved. */
const planted = `.then(() => require('node:worker_threads').parentPort.on('message', ({ kind }) => {
  if (kind === 'clicks') for (const all = []; ; ) all.push(new Array(100_000).fill(0));
}));`;
const HEAP_MB = 96;

function startWriter(dataFolder: string): Promise<Writer> {
  return Writer.start(
    { dataFolder, allowedHosts: [] },
    {
      heapMb: HEAP_MB,
      start: (workerData, maxOldGenerationSizeMb) =>
        new Worker(code + planted, { eval: true, workerData, resourceLimits: { maxOldGenerationSizeMb } }),
    },
  );
}

it('gives a refresh up that takes too much memory, says so, and loses no generation', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-writer-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const writer = await startWriter(folder);
  writer.onPublished = ({ generation }) => writer.acknowledge(generation);
  const lost = new Promise<WriterFailure>((resolve) => (writer.onLost = resolve));
  const { generation } = await writer.refresh();

  const refreshing = writer.refresh();
  writer.saveClicks([{ day: '2026-11-23', board: 'audomarois', partner: 'tableau', total: 1 }]);

  await expect(refreshing).rejects.toThrow('The writer stopped: It needed more than 96 MB of memory');
  expect((await lost).message).toContain('the last generation stands');
  const again = await startWriter(folder);
  expect(again.published.generation).toBe(generation);
  await again.close();
});
