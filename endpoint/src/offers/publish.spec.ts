import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { EngineWriter } from '../search/engine.ts';
import { openWriter } from '../search/embedded/writer.ts';
import { openEngine } from '../search/embedded/engine.ts';
import { openDatabase } from '../shared/database.ts';
import { openDurable } from './durable.ts';
import { Identities } from './identities.ts';
import type { Posting } from './posting.ts';
import { Postings } from './postings.ts';
import { publishOffers } from './publish.ts';
import { layAside } from './under-test.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const RANKS = new Map([
  ['mairies', { own: true, rank: 100 }],
  ['tableau', { own: false, rank: 50 }],
  ['boussole', { own: false, rank: 60 }],
]);
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-publish-'));
  folders.push(folder);
  const file = join(folder, 'index.db');
  const db = openDatabase(file);
  const writer = openWriter({ db });
  const postings = new Postings(db);
  const identities = new Identities(openDurable(join(folder, 'town-jobs.db')));

  /** Refreshes whole feeds: each partner's postings replace those that stood; `cut` fails before the commit. */
  async function refresh(feeds: Record<string, Posting[]>, { now = NOW, cut = false } = {}) {
    layAside(postings, Object.values(feeds).flat());
    const used: EngineWriter = !cut
      ? writer
      : {
          publish: (source) =>
            writer.publish(async (publication) => {
              await source(publication);
              throw new Error('The disk is full.');
            }),
          state: () => writer.state(),
          close: () => writer.close(),
        };
    return publishOffers(used, { postings, identities, ranks: RANKS, now }, () => {
      const put: string[] = [];
      const gone: string[] = [];
      for (const partner of Object.keys(feeds)) {
        const changes = postings.apply(partner, true);
        put.push(...changes.put);
        gone.push(...changes.gone);
      }
      return { put, gone };
    });
  }

  /** The offers as a board would find them, by title. */
  async function offers() {
    const engine = openEngine({ file });
    const scope = {
      id: 'all',
      revision: '1',
      communes: new Set(['62765', '62040', '62525']),
      departments: new Set(['62']),
      remote: false,
      centre: [50.75, 2.25] as [number, number],
    };
    const { offers: cards } = await engine.search(scope, { sort: 'newest', offset: 0, limit: 100 });
    const found = await Promise.all(cards.map(({ id }) => engine.offer(id)));
    await engine.close();
    return found.map((offer) => offer!);
  }

  /** The places of offers, in the order in which they stand in the index. */
  const placesInOrder = () =>
    db
      .prepare<{ name: string }>(`SELECT offer ->> '$.places[0].name' AS name FROM search_offer ORDER BY row`)
      .all()
      .map(({ name }) => name);

  return { refresh, offers, identities, placesInOrder };
}

function text(subject: string): string {
  return Array.from({ length: 80 }, (_, index) => `${subject}${index}`).join(' ');
}

function posting(partner: string, reference: string, change: Partial<Posting> = {}): Posting {
  return {
    key: `${partner}:${reference}`,
    partner,
    reference,
    link: `https://${partner}.example/${reference}`,
    title: 'Infirmier (H/F)',
    description: [{ kind: 'p', runs: [{ text: text('soin') }] }],
    places: [place('62765', 'Saint-Omer')],
    contract: { kind: 'cdi' },
    postedAt: '2026-11-20T08:00:00.000Z',
    ...change,
  };
}

function place(insee: string, name: string) {
  return {
    insee,
    name,
    department: '62',
    point: [50.75, 2.25] as [number, number],
    precision: 'commune' as const,
  };
}

describe('publishOffers', () => {
  it('writes offers area after area, each in the order in which they came', async () => {
    const { refresh, placesInOrder } = setup();
    const at = (reference: string, insee: string, name: string, department: string) =>
      posting('tableau', reference, {
        title: `Poste ${name}`,
        description: [{ kind: 'p', runs: [{ text: text(name) }] }],
        places: [{ ...place(insee, name), department }],
      });

    await refresh({
      tableau: [
        at('1', '80021', 'Amiens', '80'),
        at('2', '62765', 'Saint-Omer', '62'),
        at('3', '80001', 'Abbeville', '80'),
        at('4', '59350', 'Lille', '59'),
        at('5', '62040', 'Arques', '62'),
      ],
    });
    expect(placesInOrder()).toEqual(['Lille', 'Saint-Omer', 'Arques', 'Amiens', 'Abbeville']);
  });

  it('makes one offer of the same text at two partners, the employer’s own feed first', async () => {
    const { refresh, offers } = setup();

    await refresh({
      tableau: [posting('tableau', '1', { title: 'INFIRMIER H/F', postedAt: '2026-11-18T08:00:00.000Z' })],
      mairies: [posting('mairies', '9', { employer: { name: 'Commune de Saint-Omer' } })],
    });

    const [offer, ...others] = await offers();
    expect(others).toEqual([]);
    expect(offer).toMatchObject({
      title: 'Infirmier (H/F)',
      employer: { name: 'Commune de Saint-Omer' },
      postedAt: '2026-11-18T08:00:00.000Z',
    });
    expect(offer!.postings.map(({ partner }) => partner)).toEqual(['mairies', 'tableau']);
  });

  it('makes one offer with many places of one text in many communes', async () => {
    const { refresh, offers } = setup();

    await refresh({
      tableau: [
        posting('tableau', '1'),
        posting('tableau', '2', { places: [place('62040', 'Arques')] }),
        posting('tableau', '3', { places: [place('62525', 'Longuenesse')] }),
      ],
    });

    const found = await offers();
    expect(found).toHaveLength(1);
    expect(found[0]!.places.map(({ insee }) => insee).toSorted()).toEqual(['62040', '62525', '62765']);
  });

  it('keeps apart the same text of two named employers', async () => {
    const { refresh, offers } = setup();

    await refresh({
      tableau: [
        posting('tableau', '1', { employer: { name: 'Clinique A' } }),
        posting('tableau', '2', { employer: { name: 'Clinique B' } }),
      ],
    });

    expect(await offers()).toHaveLength(2);
  });

  it('is told by what was posted here, then by the employer’s own feed, then by the first partner', async () => {
    const { refresh, offers } = setup();

    await refresh({
      boussole: [posting('boussole', '7')],
      tableau: [posting('tableau', '1')],
      mairies: [posting('mairies', '9')],
      'board:omer': [posting('board:omer', '3', { link: 'https://emploi.example/3' })],
    });

    const [offer] = await offers();
    expect(offer!.postings.map(({ partner }) => partner)).toEqual([
      'board:omer',
      'mairies',
      'tableau',
      'boussole',
    ]);
  });

  it('keeps apart jobs that a partner leads to one page for', async () => {
    const { refresh, offers } = setup();
    const page = { link: 'https://mairies.example/recrutement', description: [] };

    await refresh({
      mairies: [
        posting('mairies', '1', { ...page, title: 'Agent d’accueil' }),
        posting('mairies', '2', { ...page, title: 'Jardinier' }),
      ],
    });

    expect((await offers()).map(({ title }) => title).toSorted()).toEqual(['Agent d’accueil', 'Jardinier']);
  });

  it('keeps an id while partners come and go, and reopens under it', async () => {
    const { refresh, offers, identities } = setup();
    await refresh({ tableau: [posting('tableau', '1')], boussole: [] });
    const [first] = await offers();

    await refresh({ boussole: [posting('boussole', '7')] });
    await refresh({ tableau: [] });
    const [second] = await offers();
    await refresh({ boussole: [] });
    const closed = await offers();
    const former = identities.former(first!.id);
    await refresh({ boussole: [posting('boussole', '7')] });
    const [again] = await offers();

    expect(second!.id).toBe(first!.id);
    expect(closed).toEqual([]);
    expect(former).toMatchObject({ kind: 'closed', title: 'Infirmier (H/F)', closedAt: NOW });
    expect(again!.id).toBe(first!.id);
    expect(identities.former(first!.id)).toBeUndefined();
  });

  it('keeps the older id when two offers turn out to be one, the younger leading there', async () => {
    const { refresh, offers, identities } = setup();
    await refresh({ tableau: [posting('tableau', '1')] });
    await refresh({
      boussole: [posting('boussole', '7', { description: [{ kind: 'p', runs: [{ text: text('autre') }] }] })],
    });
    const before = await offers();
    const elder = before.find((offer) => offer.postings[0]!.partner === 'tableau')!;
    const younger = before.find((offer) => offer.postings[0]!.partner === 'boussole')!;

    await refresh({ boussole: [posting('boussole', '7')] });

    expect((await offers()).map(({ id }) => id)).toEqual([elder.id]);
    expect(identities.former(younger.id)).toEqual({ kind: 'alias', of: elder.id });
  });

  it('gives a changed text an id of its own and leaves the old one to the others', async () => {
    const { refresh, offers } = setup();
    await refresh({ tableau: [posting('tableau', '1')], boussole: [posting('boussole', '7')] });
    const [together] = await offers();

    await refresh({
      boussole: [posting('boussole', '7', { description: [{ kind: 'p', runs: [{ text: text('autre') }] }] })],
    });

    const apart = await offers();
    expect(apart).toHaveLength(2);
    expect(apart.find((offer) => offer.postings[0]!.partner === 'tableau')!.id).toBe(together!.id);
  });

  it('leaves the id to who stayed when a posting returns with another text', async () => {
    const { refresh, offers } = setup();
    await refresh({ tableau: [posting('tableau', '1')], boussole: [posting('boussole', '7')] });
    const [together] = await offers();
    await refresh({ boussole: [] });

    await refresh({
      boussole: [posting('boussole', '7', { description: [{ kind: 'p', runs: [{ text: text('autre') }] }] })],
    });

    const found = await offers();
    expect(found.map(({ postings }) => postings[0]!.partner).toSorted()).toEqual(['boussole', 'tableau']);
    expect(found.find((offer) => offer.postings[0]!.partner === 'tableau')!.id).toBe(together!.id);
  });

  it('shows a merged offer once although the publication that merged it was cut off', async () => {
    const { refresh, offers } = setup();
    await refresh({
      tableau: [posting('tableau', '1')],
      boussole: [posting('boussole', '7', { description: [{ kind: 'p', runs: [{ text: text('autre') }] }] })],
    });
    await expect(refresh({ boussole: [posting('boussole', '7')] }, { cut: true })).rejects.toThrow('full');

    await refresh({ boussole: [posting('boussole', '7')] });

    const found = await offers();
    expect(found.map(({ postings }) => postings.length)).toEqual([2]);
  });

  it('knows a closed offer and what was merged into it for 90 days', async () => {
    const { refresh, offers, identities } = setup();
    const day = 86_400_000;
    const other = posting('boussole', '7', { description: [{ kind: 'p', runs: [{ text: text('autre') }] }] });
    await refresh({ tableau: [posting('tableau', '1')], boussole: [other] });
    const ids = (await offers()).map(({ id }) => id);
    await refresh({ boussole: [posting('boussole', '7')] });
    await refresh({ tableau: [], boussole: [] });

    await refresh({ tableau: [] }, { now: NOW + 90 * day });
    const kept = ids.map((id) => identities.former(id)?.kind);
    await refresh({ tableau: [] }, { now: NOW + 91 * day });
    const forgotten = ids.map((id) => identities.former(id));
    const postings = identities.of(['tableau:1', 'boussole:7']);

    expect(kept.toSorted()).toEqual(['alias', 'closed']);
    expect(forgotten).toEqual([undefined, undefined]);
    expect(postings).toEqual([]);
  });

  it('writes nothing for postings that did not change', async () => {
    const { refresh } = setup();
    await refresh({ tableau: [posting('tableau', '1'), posting('tableau', '2', { title: 'Boulanger' })] });

    const again = await refresh({
      tableau: [posting('tableau', '1'), posting('tableau', '2', { title: 'Pâtissier' })],
    });

    expect(again).toMatchObject({ put: 1, withdrawn: 0, offers: 2 });
  });

  it('lets a posting without a date keep the day on which it was first seen', async () => {
    const { refresh, offers } = setup();
    await refresh({
      tableau: [posting('tableau', '1', { undated: true, postedAt: '2026-11-01T08:00:00.000Z' })],
    });

    const again = await refresh({ tableau: [posting('tableau', '1', { undated: true })] });

    expect(again.put).toBe(0);
    expect((await offers())[0]!.postedAt).toBe('2026-11-01T08:00:00.000Z');
  });
});
