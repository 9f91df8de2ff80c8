import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Offer } from '../../contract/index.ts';
import { openDatabase } from '../../shared/database.ts';
import { openEngine } from './engine.ts';
import type { PublishedMessage } from './message.ts';
import { openWriter } from './writer.ts';

const MB = 2 ** 20;
/** Many publications, on a machine that may have other things to do; nothing here is about time. */
const PATIENCE_MS = 60_000;
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0).toReversed()) close();
});

function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-tidy-'));
  closers.push(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'index.db');
  const db = openDatabase(file);
  closers.push(() => db.close());
  const messages: PublishedMessage[] = [];
  const writer = openWriter({ db, onPublished: (message) => messages.push(message) });
  /** Publishes one generation; `adopted` says that every engine has switched to it. */
  const publish = async (
    change: { put?: Offer[]; withdraw?: string[] },
    { adopted = true } = {},
  ): Promise<void> => {
    const { generation } = await writer.publish(({ put, withdraw }) => {
      for (const id of change.withdraw ?? []) withdraw(id);
      for (const one of change.put ?? []) put(one);
    });
    writer.acknowledge(adopted ? generation : generation - 1);
    await writer.tidied();
  };
  const list = (sql: string) =>
    db
      .prepare(sql)
      .all()
      .flatMap((row) => Object.values(row));
  const labels = () => list('SELECT text FROM search_label ORDER BY label');
  const log = () => statSync(`${file}-wal`).size;
  const disk = () => statSync(file).size + log();
  return { file, db, messages, writer, publish, list, labels, log, disk };
}

function offer(id: string, title: string, employer?: string, words = 'Vente.'): Offer {
  return {
    id,
    title,
    description: [{ kind: 'p', runs: [{ text: words }] }],
    employer: employer === undefined ? undefined : { name: employer },
    places: [{ insee: '62765', name: 'Saint-Omer', department: '62', precision: 'commune' }],
    contract: { kind: 'cdi' },
    postedAt: '2026-11-20T10:00:00.000Z',
    postings: [{ partner: 'alpha', link: `https://alpha.example/${id}` }],
  };
}

describe('the index between publications', () => {
  it('forgets labels and words that no offer carries once every engine has switched', async () => {
    const { publish, labels, list } = setup();
    await publish({ put: [offer('a', 'Boulanger'), offer('b', 'Soudeur')] });

    await publish({ withdraw: ['b'] }, { adopted: false });
    expect(labels()).toEqual(['Boulanger', 'Soudeur']);
    await publish({});

    expect(labels()).toEqual(['Boulanger']);
    expect(list('SELECT written FROM search_word')).toEqual(['boulanger']);
    expect(list('SELECT count(*) FROM search_word_label')).toEqual([1]);
  });

  it('gives the numbers of forgotten labels and employers to others', async () => {
    const { file, messages, publish, list } = setup();
    const engine = openEngine({ file });
    const scope = {
      id: 'omer',
      revision: '1',
      communes: new Set(['62765']),
      departments: new Set(['62']),
      remote: false,
      centre: [50.75, 2.26] as [number, number],
    };
    const employers = async () => {
      engine.adopt(messages.at(-1)!);
      const request = { sort: 'newest', offset: 0, limit: 0, facets: ['employer'] } as const;
      const { facets } = await engine.search(scope, { ...request, facets: [...request.facets] });
      return facets!.employer!.flatMap(({ label }) => label ?? []);
    };
    const spellings = [offer('b', 'Soudeur', 'FORGE'), offer('c', 'Soudeur', 'Forge')];
    await publish({ put: [offer('a', 'Boulanger', 'Four'), ...spellings] });
    expect(await employers()).toHaveLength(2);
    for (let round = 0; round < 8; round++) {
      await publish({
        put: [offer('a', `Boulanger ${round}x`, `Maison ${round}`), offer('b', 'Soudeur', 'Forge')],
      });
      expect((await employers()).toSorted()).toEqual(['Forge', `Maison ${round}`]);
    }

    expect(Number(list('SELECT max(label) FROM search_label')[0])).toBeLessThanOrEqual(8);
    expect(Number(list('SELECT max(number) FROM search_choice')[0])).toBeLessThanOrEqual(6);
    await engine.close();
  });

  it('takes no more room after many refreshes than after a few', { timeout: PATIENCE_MS }, async () => {
    const { publish, disk, log } = setup();
    const text = (seed: number) => Array.from({ length: 200 }, (_, n) => `mot${(n * seed) % 997}`).join(' ');
    const sizes: number[] = [];
    for (let round = 1; round <= 24; round++) {
      await publish({
        put: Array.from({ length: 50 }, (_, n) =>
          offer(`offer${n}`, `Boulanger ${n % 7}`, undefined, text(round + n)),
        ),
      });
      sizes.push(disk());
      expect(log()).toBeLessThan(8 * MB);
    }

    expect(Math.max(...sizes.slice(12))).toBeLessThan(1.05 * Math.max(...sizes.slice(0, 12)));
  });

  it('gives way to a publication', async () => {
    const { db, writer } = setup();
    const many = Array.from({ length: 1500 }, (_, n) => offer(`offer${n}`, 'Boulanger'));
    await writer.publish(({ put }) => many.forEach((one) => put(one)));
    await writer.publish(({ withdraw }) => many.forEach(({ id }) => withdraw(id)));
    writer.acknowledge(2);

    await writer.publish(({ put }) => put(offer('urgent', 'Soudeur')));

    const { left } = db.prepare<{ left: number }>('SELECT count(*) AS left FROM search_retired').get()!;
    expect(left).toBeGreaterThan(0);
    writer.acknowledge(3);
    await writer.tidied();
    expect(db.prepare('SELECT id FROM search_offer').all()).toEqual([{ id: 'urgent' }]);
  });

  it('is put in order by the next start where the last one did not come to it', async () => {
    const { db, publish, labels } = setup();
    await publish({ put: [offer('a', 'Boulanger'), offer('b', 'Soudeur')] }, { adopted: false });
    await publish({ withdraw: ['b'] }, { adopted: false });

    const next = openWriter({ db });
    await next.tidied();

    expect(labels()).toEqual(['Boulanger']);
    expect(db.prepare('SELECT id FROM search_offer').all()).toEqual([{ id: 'a' }]);
    await next.close();
  });
});
