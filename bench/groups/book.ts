import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDurable } from '../../endpoint/src/offers/durable.ts';
import { Identities } from '../../endpoint/src/offers/identities.ts';
import type { Posting } from '../../endpoint/src/offers/posting.ts';
import { Postings } from '../../endpoint/src/offers/postings.ts';
import { publishOffers, type Published } from '../../endpoint/src/offers/publish.ts';
import { layAside } from '../../endpoint/src/offers/under-test.ts';
import type { EngineWriter } from '../../endpoint/src/search/engine.ts';
import { openDatabase } from '../../endpoint/src/shared/database.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');

interface Measured {
  ms: number;
  /** Of the processor, whoever else uses the machine. */
  cpuMs: number;
  /** Postings that came, changed or went. */
  changed: number;
}

/** Postings and identities in files of their own, published to nobody: what is measured is the grouping alone. */
export function openBook() {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-groups-'));
  const db = openDatabase(join(folder, 'index.db'));
  // As the engine's writer does, which shares the file.
  db.exec('PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 0');
  const postings = new Postings(db);
  const durable = openDurable(join(folder, 'town-jobs.db'));
  const identities = new Identities(durable);
  let generation = 0;
  const writer: EngineWriter = {
    async publish(source) {
      db.exec('BEGIN IMMEDIATE');
      await source({ put: () => {}, withdraw: () => {} });
      db.exec('COMMIT');
      return { generation: ++generation, offers: 0 };
    },
    state: () => ({ generation, offers: 0 }),
    close: async () => {},
  };

  return {
    db,
    postings,
    identities,
    /** Puts the whole feeds of some partners in the place of those that stood; the times are without the staging. */
    async refresh(feeds: ReadonlyMap<string, readonly Posting[]>): Promise<Published & Measured> {
      layAside(postings, structuredClone([...feeds.values()].flat()));
      let changed = 0;
      const started = performance.now();
      const cpu = process.cpuUsage();
      const grouping = { postings, identities, ranks: new Map(), now: NOW };
      const published = await publishOffers(writer, grouping, () => {
        const all = [...feeds.keys()].map((partner) => postings.apply(partner, true));
        const put = all.flatMap((changes) => changes.put);
        const gone = all.flatMap((changes) => changes.gone);
        changed = put.length + gone.length;
        return { put, gone };
      });
      const { user, system } = process.cpuUsage(cpu);
      return { ...published, changed, ms: performance.now() - started, cpuMs: (user + system) / 1000 };
    },
    close() {
      db.close();
      durable.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
