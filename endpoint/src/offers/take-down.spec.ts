import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openEngine } from '../search/embedded/engine.ts';
import { openWriter } from '../search/embedded/writer.ts';
import { indexPath, openIndex } from '../search/index-file.ts';
import { openDurable } from './durable.ts';
import { Identities } from './identities.ts';
import type { Posting } from './posting.ts';
import { Postings } from './postings.ts';
import { publishOffers } from './publish.ts';
import { restore, takeDown } from './take-down.ts';
import { layAside } from './under-test.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const ranks = new Map([['tableau', { own: false, rank: 50 }]]);
const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0).toReversed()) end();
});

function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-take-down-'));
  ends.push(() => rmSync(folder, { recursive: true }));
  const durable = openDurable(join(folder, 'town-jobs.db'));
  const identities = new Identities(durable);
  ends.push(() => durable.close());

  function open() {
    const { db, used } = openIndex(folder, (opened) => ({
      writer: openWriter({ db: opened }),
      postings: new Postings(opened),
    }));
    ends.push(() => db.close());
    const { writer, postings } = used;
    const grouping = { postings, identities, ranks, now: NOW };
    return {
      db,
      postings,
      takeDown: (id: string, why?: string) => takeDown(writer, grouping, { id, why }),
      restore: (id: string) => restore(writer, grouping, { id }),
      /** Replaces the postings of the one partner. */
      refresh(list: Posting[]) {
        layAside(postings, list);
        return publishOffers(writer, grouping, () => postings.apply('tableau', true));
      },
    };
  }

  async function shown(id: string) {
    const engine = openEngine({ file: indexPath(folder) });
    const offer = await engine.offer(id);
    await engine.close();
    return offer !== undefined;
  }

  return { folder, durable, identities, open, shown };
}

function posting(reference: string, subject: string): Posting {
  return {
    key: `tableau:${reference}`,
    partner: 'tableau',
    reference,
    link: `https://tableau.example/${reference}`,
    title: 'Infirmier',
    description: [{ kind: 'p', runs: [{ text: words(subject) }] }],
    places: [],
    contract: { kind: 'cdi' },
    postedAt: '2026-11-20T08:00:00.000Z',
  };
}

function words(subject: string): string {
  return Array.from({ length: 80 }, (_, index) => `${subject}${index}`).join(' ');
}

describe('takeDown', () => {
  it('closes the offer, leaves the others, and notes why', async () => {
    const { durable, identities, open, shown } = setup();
    const { refresh, takeDown: down } = open();
    await refresh([posting('1', 'soin'), posting('2', 'pain')]);
    const [bad, good] = ['tableau:1', 'tableau:2'].map((key) => identities.of([key])[0]!.id);

    const done = await down(bad!, 'It asks for money.');

    expect(done).toEqual({ id: bad, title: 'Infirmier', shown: true, generation: 2 });
    expect([await shown(bad!), await shown(good!)]).toEqual([false, true]);
    expect(identities.former(bad!)).toMatchObject({ kind: 'closed' });
    expect(durable.prepare('SELECT * FROM denied').all()).toEqual([
      { posting: 'tableau:1', offer: bad, why: 'It asks for money.', at: NOW },
    ]);
  });

  it('keeps away what partners send again, changed or under another reference', async () => {
    const { identities, open } = setup();
    const { refresh, takeDown: down } = open();
    await refresh([posting('1', 'soin')]);
    await down(identities.of(['tableau:1'])[0]!.id);

    const same = await refresh([posting('1', 'soin'), posting('7', 'soin')]);
    const changed = await refresh([posting('1', 'autre'), posting('7', 'soin')]);
    const gone = await refresh([]);
    const returned = await refresh([posting('7', 'soin')]);

    for (const { offers, put } of [same, changed, gone, returned]) expect([offers, put]).toEqual([0, 0]);
  });

  it('keeps it away from an index that is built anew', async () => {
    const { folder, identities, open } = setup();
    const first = open();
    await first.refresh([posting('1', 'soin'), posting('2', 'pain')]);
    await first.takeDown(identities.of(['tableau:1'])[0]!.id);
    first.db.close();
    for (const side of ['', '-wal', '-shm']) rmSync(indexPath(folder) + side, { force: true });

    const { offers } = await open().refresh([posting('1', 'soin'), posting('2', 'pain')]);

    expect(offers).toBe(1);
  });

  it('knows an offer by the id of one that was merged into it', async () => {
    const { identities, open, shown } = setup();
    const { refresh, takeDown: down } = open();
    await refresh([posting('1', 'soin')]);
    const { id } = identities.of(['tableau:1'])[0]!;
    identities.merge('younger', id);

    expect(await down('younger')).toMatchObject({ id, shown: true });
    expect(await shown(id)).toBe(false);
    expect(await down(id)).toMatchObject({ id, shown: false });
  });

  it('withdraws with the next publication what a cut one denied', async () => {
    const { identities, open, shown } = setup();
    const { refresh } = open();
    await refresh([posting('1', 'soin'), posting('2', 'pain')]);
    const { id } = identities.of(['tableau:1'])[0]!;
    identities.denied.add(['tableau:1'], { offer: id, at: NOW });

    await refresh([posting('1', 'soin'), posting('2', 'pain')]);

    expect(await shown(id)).toBe(false);
  });

  it('names an id that nobody knows', async () => {
    const { open } = setup();

    await expect(open().takeDown('nobody')).rejects.toThrow('No offer is known by the id "nobody"');
  });
});

describe('restore', () => {
  it('shows the offer again under its id, with what joined it meanwhile, and refreshes keep it', async () => {
    const { identities, open, shown } = setup();
    const { refresh, takeDown: down, restore: back } = open();
    const sent = [posting('1', 'soin'), posting('7', 'soin'), posting('2', 'pain')];
    await refresh([sent[0]!, sent[2]!]);
    const { id } = identities.of(['tableau:1'])[0]!;
    await down(id);
    await refresh(sent.map((one) => ({ ...one })));

    expect(await back(id)).toMatchObject({ id, title: 'Infirmier', shown: true });
    expect(await shown(id)).toBe(true);
    expect(await refresh(sent)).toMatchObject({ offers: 2, put: 0, withdrawn: 0 });
    expect(await back(id)).toMatchObject({ shown: true });
  });

  it('shows nothing that no partner sends any more or that a rule keeps back', async () => {
    const { identities, open, shown } = setup();
    const { postings, refresh, takeDown: down, restore: back } = open();
    await refresh([posting('1', 'soin'), posting('2', 'pain')]);
    const ids = ['tableau:1', 'tableau:2'].map((key) => identities.of([key])[0]!.id);
    for (const id of ids) await down(id);
    layAside(postings, [posting('2', 'pain')], { reason: 'partner’s rule: title', sample: '2' });
    await refresh([]);

    for (const id of ids) expect(await back(id)).toMatchObject({ id, shown: false });
    expect(await Promise.all(ids.map(shown))).toEqual([false, false]);
    const { offers } = await refresh([posting('1', 'soin')]);
    expect(offers).toBe(1);
  });

  it('names an id that nobody knows', async () => {
    const { open } = setup();

    await expect(open().restore('nobody')).rejects.toThrow('No offer is known by the id "nobody"');
  });
});
