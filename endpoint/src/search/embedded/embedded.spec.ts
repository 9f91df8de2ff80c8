import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Offer } from '../../contract/index.ts';
import { CorruptDatabase, openDatabase } from '../../shared/database.ts';
import { makeOffer } from '../conformance/corpus.ts';
import { makeRequest } from '../conformance/queries.ts';
import { Random } from '../conformance/random.ts';
import type { Scope, SearchRequest } from '../engine.ts';
import { describedWords } from '../words/analyse.ts';
import { openEngine } from './engine.ts';
import type { PublishedMessage } from './message.ts';
import { openWriter } from './writer.ts';

const scope: Scope = {
  id: 'omer',
  revision: '1',
  communes: new Set(['62765', '62040']),
  departments: new Set(['62']),
  remote: false,
  centre: [50.7481, 2.2607],
};
const all: SearchRequest = { sort: 'newest', offset: 0, limit: 100 };

function offer(id: string, change: Partial<Offer> = {}): Offer {
  return {
    id,
    title: 'Vendeuse',
    description: [{ kind: 'p', runs: [{ text: 'Vente en boutique.' }] }],
    places: [
      {
        insee: '62765',
        name: 'Saint-Omer',
        department: '62',
        point: [50.7481, 2.2607],
        precision: 'commune',
      },
    ],
    contract: { kind: 'cdi' },
    postedAt: '2026-11-20T10:00:00.000Z',
    postings: [{ partner: 'alpha', link: `https://alpha.example/${id}` }],
    ...change,
  };
}

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0).toReversed()) close();
});

function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-'));
  closers.push(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'index.db');
  const db = openDatabase(file);
  closers.push(() => db.close());
  const messages: PublishedMessage[] = [];
  const writer = openWriter({ db, onPublished: (message) => messages.push(message) });
  const engine = openEngine({ file });
  closers.push(() => void engine.close());
  const ids = async (request: Partial<SearchRequest> = {}, on = scope) =>
    (await engine.search(on, { ...all, ...request })).offers.map(({ id }) => id);
  return { file, db, messages, writer, engine, ids };
}

describe('a generation', () => {
  it('is not seen before the engine adopts it, and whole from then on', async () => {
    const { writer, engine, messages, ids } = setup();
    await writer.publish((publication) => {
      for (const id of ['a', 'b']) publication.put(offer(id));
    });
    engine.adopt(messages[0]!);
    writer.acknowledge(1);

    await writer.publish((publication) => {
      publication.put(offer('a', { title: 'Boulanger' }));
      publication.withdraw('b');
      publication.put(offer('c'));
    });

    expect(await ids({ q: 'vendeuse' })).toEqual(['a', 'b']);
    expect(await ids({ q: 'boulanger' })).toEqual([]);
    expect((await engine.offer('a'))?.title).toBe('Vendeuse');
    expect(await engine.offer('c')).toBeUndefined();
    expect(engine.adopt(messages[1]!)).toBe(2);
    expect(await ids({ q: 'vendeuse' })).toEqual(['c']);
    expect(await ids({ q: 'boulanger' })).toEqual(['a']);
    expect((await engine.offer('a'))?.title).toBe('Boulanger');
    expect(await engine.offer('b')).toBeUndefined();
  });

  it('has the words of a description that were found elsewhere', async () => {
    const { writer, engine, messages, ids } = setup();
    const haircut = describedWords([{ kind: 'p', runs: [{ text: 'Coiffure en salon.' }] }]);

    await writer.publish((publication) => {
      publication.put(offer('a'), haircut);
      publication.put(offer('b'), describedWords(offer('b').description));
      publication.put(offer('c'), '');
      publication.put(offer('d'));
    });
    engine.adopt(messages[0]!);

    expect(await ids({ q: 'coiffure' })).toEqual(['a']);
    expect(await ids({ q: 'boutique' })).toEqual(['b', 'd']);
    expect(await ids({ q: 'vendeuse' })).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leaves what older ones showed in the file until all engines have adopted it', async () => {
    const { db, writer } = setup();
    const stored = () =>
      db
        .prepare<{ id: string }>('SELECT id FROM search_offer ORDER BY row')
        .all()
        .map(({ id }) => id);
    await writer.publish((publication) => publication.put(offer('a')));
    await writer.publish((publication) => publication.withdraw('a'));

    writer.acknowledge(1);
    await writer.tidied();
    expect(stored()).toEqual(['a']);
    writer.acknowledge(2);
    await writer.tidied();
    expect(stored()).toEqual([]);
  });

  it('takes the memory of the one before the last', async () => {
    const { writer, messages } = setup();
    for (let round = 0; round < 40; round++) {
      const { generation } = await writer.publish((publication) => publication.put(offer(`a${round % 3}`)));
      writer.acknowledge(generation);
    }

    expect(new Set(messages.slice(3).map(({ columns }) => columns.posted.buffer)).size).toBe(2);
    expect(messages.at(-1)!.columns.contracts.length).toBeLessThan(10);
  });

  it('never takes the memory of one that an engine may still read', async () => {
    const { writer, messages } = setup();
    for (let round = 0; round < 4; round++)
      await writer.publish((publication) => publication.put(offer(`a${round}`)));

    expect(new Set(messages.map(({ columns }) => columns.posted.buffer)).size).toBe(4);
  });

  it('covers what its source writes to the same file', async () => {
    const { db, writer } = setup();
    db.exec('CREATE TABLE posting (key TEXT)');

    const failing = writer.publish(async (publication) => {
      db.exec("INSERT INTO posting VALUES ('lost')");
      publication.put(offer('a'));
      await Promise.resolve();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await writer.publish(() => db.exec("INSERT INTO posting VALUES ('kept')"));

    expect(db.prepare('SELECT key FROM posting').all()).toEqual([{ key: 'kept' }]);
    expect(writer.state()).toMatchObject({ generation: 1, offers: 0 });
  });

  it('waits for the one that is being written', async () => {
    const { writer } = setup();
    let go!: () => void;
    const slow = writer.publish(async (publication) => {
      publication.put(offer('a'));
      await new Promise<void>((resolve) => (go = resolve));
    });
    const next = writer.publish((publication) => publication.put(offer('b')));
    await Promise.resolve();

    go();
    expect((await slow).generation).toBe(1);
    expect(await next).toMatchObject({ generation: 2, offers: 2 });
  });

  it('of an older analysis of words is analysed again at the start', async () => {
    const { db, file, writer } = setup();
    await writer.publish((publication) => publication.put(offer('a')));
    db.exec(
      "UPDATE search_state SET value = 0 WHERE name = 'analysis'; DELETE FROM search_texts; DELETE FROM search_names",
    );

    expect(openWriter({ db }).state()).toMatchObject({ generation: 2, offers: 1 });
    const engine = openEngine({ file });
    expect((await engine.search(scope, { ...all, q: 'vendeur' })).total).toBe(1);
    await engine.close();
  });
});

describe('a count without words', () => {
  it('is kept for the board until the next generation', async () => {
    const { writer, engine, messages } = setup();
    await writer.publish((publication) => publication.put(offer('a')));
    engine.adopt(messages[0]!);
    const counts = async () => [
      (await engine.count(scope, {})).total,
      (await engine.count(scope, { contract: ['cdi'] })).total,
      (await engine.count(scope, { contract: ['stage'] })).total,
      (await engine.count({ ...scope, id: 'other', communes: new Set() }, {})).total,
    ];
    expect(await counts()).toEqual([1, 1, 0, 0]);

    messages[0]!.columns.contracts.fill(0);
    expect(await counts()).toEqual([1, 1, 0, 0]);
    await writer.publish((publication) => publication.put(offer('b', { contract: { kind: 'stage' } })));
    engine.adopt(messages[1]!);
    expect((await engine.count(scope, { contract: ['stage'] })).total).toBe(1);
  });
});

describe('a card', () => {
  it('names the nearest place with its distance, the number of communes and the accepted partners', async () => {
    const { writer, engine, messages } = setup();
    const [omer] = offer('a').places;
    await writer.publish((publication) =>
      publication.put(
        offer('a', {
          places: [
            {
              insee: '59350',
              name: 'Lille',
              department: '59',
              point: [50.6292, 3.0573],
              precision: 'commune',
            },
            omer!,
          ],
          postings: ['beta', 'alpha', 'gamma'].map((partner) => ({ partner, link: 'https://a.example/1' })),
        }),
      ),
    );
    engine.adopt(messages[0]!);
    const partners = new Set(['gamma', 'alpha']);
    const card = async (request: Partial<SearchRequest>) =>
      (await engine.search({ ...scope, revision: '2', partners }, { ...all, ...request })).offers[0];

    expect(await card({})).toMatchObject({
      place: { name: 'Saint-Omer' },
      communes: 2,
      partners: ['alpha', 'gamma'],
    });
    expect(await card({})).not.toHaveProperty('distance');
    expect(await card({})).not.toHaveProperty('description');
    expect(await card({ distanceFrom: [50.6, 3] })).toMatchObject({
      place: { name: 'Lille' },
      distance: 5.2,
    });
    expect(await card({ around: { point: [50.7481, 2.2607], radiusKm: 0 } })).toMatchObject({
      place: { name: 'Saint-Omer' },
      distance: 0,
    });
  });
});

describe('any string', () => {
  it('is a query', async () => {
    const { writer, engine, messages } = setup();
    await writer.publish((publication) => publication.put(offer('a', { title: 'Vendeur ?\0\ud800 "x" 🦄' })));
    engine.adopt(messages[0]!);
    const random = new Random(7);
    const pieces = [
      '"',
      '*',
      '^',
      '-',
      ':',
      '(',
      ')',
      '{',
      '}',
      '+',
      "'",
      '\\',
      '\0',
      '\ud83e',
      '\udd84',
      '🦄',
      'NEAR',
      'AND',
      'OR',
      'NOT',
      ' ',
      ' ',
      ',',
      'vendeur',
      'é',
      'œ',
      'ß',
      'İ',
      'ﬁ',
      '٣',
      'بائع',
      '日本',
      '½',
      '℡',
      '=',
      '\u202e',
      '\u200d',
      '\ufeff',
    ];

    for (let round = 0; round < 2000; round++) {
      const q = Array.from({ length: 1 + random.int(12) }, () => random.pick(pieces)).join('');
      expect(
        (await engine.search(scope, { ...makeRequest(random), q })).total,
        JSON.stringify(q),
      ).toBeGreaterThanOrEqual(0);
      await engine.suggest(scope, q, 8);
    }
  });
});

describe('a damaged file', () => {
  it('is told from an error at the start or at a query', async () => {
    const { db, file, writer } = setup();
    const random = new Random(3);
    await writer.publish((publication) => {
      for (let id = 0; id < 300; id++) publication.put(makeOffer(random, `offer${id}`));
    });
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096 * 3);
    const damaged = `${file}.damaged`;
    writeFileSync(damaged, bytes);

    expect(() => openWriter({ db: openDatabase(damaged) })).toThrow(CorruptDatabase);
    expect(() => openEngine({ file: damaged })).toThrow(CorruptDatabase);
  });
});
