import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { openDatabase } from '../../shared/database.ts';
import { conformance } from '../conformance/conformance.ts';
import type { Engine } from '../engine.ts';
import { openEngine } from './engine.ts';
import type { PublishedMessage } from './message.ts';
import { openThreadedEngine } from './query-engine.ts';
import { startFromSource } from './started-thread.ts';
import { type EmbeddedWriter, openWriter } from './writer.ts';

/** An engine on a file that can tell the writer which generation it is in. */
interface Adopting extends Engine {
  adopt(message: PublishedMessage): number | Promise<number>;
}

function embedded(
  name: string,
  openFor: (file: string, writer: EmbeddedWriter) => Adopting | Promise<Adopting>,
): void {
  conformance(name, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'town-jobs-'));
    const file = join(folder, 'index.db');

    async function open() {
      const db = openDatabase(file);
      let published: PublishedMessage;
      const writer = openWriter({ db, onPublished: (message) => (published = structuredClone(message)) });
      const engine = await openFor(file, writer);
      return {
        engine,
        async publish(source: Parameters<typeof writer.publish>[0]) {
          await writer.publish(source);
          writer.acknowledge(await engine.adopt(published));
        },
        async close() {
          await writer.close();
          await engine.close();
          db.close();
        },
      };
    }

    let opened = await open();
    return {
      engine: opened.engine,
      publish: (source) => opened.publish(source),
      reopen: async () => {
        await opened.close();
        opened = await open();
        return opened.engine;
      },
      close: async () => {
        await opened.close();
        rmSync(folder, { recursive: true });
      },
    };
  });
}

embedded('the embedded engine', (file) => openEngine({ file }));
embedded('the embedded engine in threads', async (file, writer) => {
  const published = writer.current();
  const engine = openThreadedEngine({ file, published, threads: 2, start: startFromSource });
  await vi.waitUntil(() => engine.isReady, { timeout: 30_000 });
  return engine;
});
