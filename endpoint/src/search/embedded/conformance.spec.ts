import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../shared/database.ts';
import { conformance } from '../conformance/conformance.ts';
import { openEngine } from './engine.ts';
import type { PublishedMessage } from './message.ts';
import { openWriter } from './writer.ts';

conformance('the embedded engine', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-'));
  const file = join(folder, 'index.db');

  function open() {
    const db = openDatabase(file);
    const writer = openWriter({
      db,
      onPublished: (message: PublishedMessage) => writer.acknowledge(engine.adopt(structuredClone(message))),
    });
    const engine = openEngine({ file });
    const close = async () => {
      await writer.close();
      await engine.close();
      db.close();
    };
    return { writer, engine, close };
  }

  let opened = open();
  return {
    engine: opened.engine,
    publish: async (source) => void (await opened.writer.publish(source)),
    reopen: async () => {
      await opened.close();
      opened = open();
      return opened.engine;
    },
    close: async () => {
      await opened.close();
      rmSync(folder, { recursive: true });
    },
  };
});
