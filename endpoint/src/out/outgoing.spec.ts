import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Posting } from '../offers/posting.ts';
import type { Partner } from '../partners/partner.ts';
import { Places } from '../places/places.ts';
import type { Rules } from '../rules/rule.ts';
import type { Outgoing } from './outgoing.ts';
import { board, DAY_MS, HOUR_MS, NOW, openStore, ORIGIN, partner, posting, wordsOf } from './under-test.ts';

/** All communes are read slowly on a busy machine; nothing here is about time. */
const PATIENCE_MS = 60_000;

const FORWARDING = { licence: { mayForward: true } };
const ARQUES = { insee: '62040', name: 'Arques', department: '62', precision: 'commune' } as const;

let places: Places;
beforeAll(async () => {
  places = await Places.load();
}, PATIENCE_MS);
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function setup(stored: Posting[], partners: Partner[] = [], boards = [board('omer', ['62765'])]) {
  const store = await openStore(stored, { partners, boards, places });
  ends.push(() => store.close());
  return store;
}

const titles = (all: Outgoing[]) => all.map(({ offer }) => offer.title.replace('Cariste ', '')).sort();
const sameText = (subject: string) => ({
  title: `Cariste ${subject}`,
  description: [{ kind: 'p' as const, runs: [{ text: wordsOf(subject) }] }],
});

describe('what goes out to a partner', () => {
  it('was posted here, and leads to the page of the board', async () => {
    const { sent, identities } = await setup(
      [posting('board:omer', 'A'), posting('tableau', 'B')],
      [partner('tableau')],
    );

    const all = await sent();

    const { id } = identities.known('board:omer:A')!;
    expect(all).toMatchObject([
      { link: `${ORIGIN}/omer/offres/${id}`, source: 'L’emploi à omer', attributions: [], offer: { id } },
    ]);
  });

  it('comes also from sources whose licence forwards, and leads to their own page', async () => {
    const licence = { mayForward: true, attribution: 'Source : Tableau' };
    const { sent } = await setup(
      [posting('tableau', 'B'), posting('boussole', 'C')],
      [partner('tableau', { licence }), partner('boussole')],
    );

    expect(await sent()).toMatchObject([
      {
        link: 'https://tableau.example/B',
        source: 'Le site tableau',
        attributions: ['Source : Tableau'],
        offer: { title: 'Cariste B' },
      },
    ]);
  });

  it('is never an offer that this partner has itself', async () => {
    const { sent } = await setup(
      [
        posting('board:omer', 'A', sameText('same')),
        posting('jobs', 'B', sameText('same')),
        posting('jobs', 'C'),
        posting('board:omer', 'D'),
      ],
      [partner('jobs', FORWARDING)],
    );

    expect(titles(await sent('jobs'))).toEqual(['D']);
    expect(titles(await sent('other'))).toEqual(['C', 'D', 'same']);
  });

  it('says nothing that a source keeps to itself', async () => {
    const { sent } = await setup(
      [
        posting('board:omer', 'A', sameText('same')),
        posting('tableau', 'B', {
          ...sameText('same'),
          employer: { name: 'Caron' },
          pay: { text: 'Selon grille' },
        }),
      ],
      [partner('tableau', { own: true })],
    );

    const [only, ...more] = await sent();

    expect(more).toEqual([]);
    expect(only!.offer.postings).toMatchObject([{ partner: 'board:omer' }]);
    expect(only!.offer).not.toHaveProperty('employer');
    expect(only!.offer).not.toHaveProperty('pay');
  });

  it('goes once, in the words of the board where it was posted there', async () => {
    const { sent } = await setup(
      [
        posting('tableau', 'B', { ...sameText('same'), openings: 3 }),
        posting('boussole', 'C', sameText('same')),
        posting('board:omer', 'A', sameText('same')),
      ],
      [partner('tableau', { ...FORWARDING, own: true }), partner('boussole', FORWARDING)],
    );

    const all = await sent();

    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ source: 'L’emploi à omer', offer: { openings: 3 } });
    expect(all[0]!.offer.postings.map((one) => one.partner)).toEqual(['board:omer', 'tableau', 'boussole']);
  });

  it('is held back for the hours of an embargo', async () => {
    const { sent } = await setup([
      posting('board:omer', 'old', { postedAt: new Date(NOW - 24 * HOUR_MS).toISOString() }),
      posting('board:omer', 'new', { postedAt: new Date(NOW - 24 * HOUR_MS + 1).toISOString() }),
    ]);

    expect(titles(await sent('jobs', { embargoHours: 24 }))).toEqual(['old']);
    expect(titles(await sent('jobs'))).toEqual(['new', 'old']);
  });

  it('has not ended, is no older than its licence allows and was not taken down', async () => {
    const tableau = partner('tableau', { licence: { mayForward: true, maxAge: 30 } });
    const { sent, takeDown } = await setup(
      [
        posting('board:omer', 'ended', { expiresAt: new Date(NOW).toISOString() }),
        posting('board:omer', 'open', { expiresAt: new Date(NOW + 1).toISOString() }),
        posting('board:omer', 'denied'),
        posting('tableau', 'aged', { postedAt: new Date(NOW - 30 * DAY_MS).toISOString() }),
        posting('tableau', 'fresh', { postedAt: new Date(NOW - 30 * DAY_MS + 1).toISOString() }),
      ],
      [tableau],
    );
    await takeDown('board:omer:denied');

    expect(titles(await sent())).toEqual(['fresh', 'open']);
  });

  it.each<[Rules]>([
    [{ contract: { refuse: ['interim'] } }],
    [{ trade: { allow: ['K'] } }],
    [{ place: { allow: ['62765'] } }],
    [{ employer: { refuse: ['Caron'] } }],
    [{ words: { refuse: ['nuit'] } }],
    [{ pay: { allow: ['stated'] } }],
  ])('passes the partner’s rules: %j', async (rules) => {
    const good = { trade: { code: 'K1304', label: 'Aide' }, pay: { min: 2000, period: 'month' as const } };
    const bad: Partial<Posting> = {
      title: 'Cariste bad de nuit',
      contract: { kind: 'interim' },
      places: [ARQUES],
      employer: { name: 'CARON' },
    };
    const { sent } = await setup([posting('board:omer', 'good', good), posting('board:omer', 'bad', bad)]);

    expect(titles(await sent('jobs', { rules }))).toEqual(['good']);
    expect(await sent('jobs')).toHaveLength(2);
  });

  it('is of the boards that may go: where it was posted, else where it is shown', async () => {
    const { sent } = await setup(
      [
        posting('board:omer', 'A'),
        posting('board:arques', 'B'),
        posting('tableau', 'C', { places: [ARQUES] }),
      ],
      [partner('tableau', FORWARDING)],
      [board('omer', ['62765', '62040']), board('arques', ['62040', '62765'])],
    );
    const boards = async (rule: { allow?: string[]; refuse?: string[] }) =>
      titles(await sent('jobs', { boards: rule }));

    expect(await boards({ allow: ['omer'] })).toEqual(['A', 'C']);
    expect(await boards({ allow: ['arques'] })).toEqual(['B', 'C']);
    expect(await boards({ refuse: ['arques'] })).toEqual(['A']);
    expect(await boards({ refuse: ['gone'] })).toEqual(['A', 'B', 'C']);
  });

  it('is read in steps that miss nothing, and shows what was published between them', async () => {
    const many = Array.from({ length: 80 }, (_, n) => posting('board:omer', String(100 + n)));
    const { outgoing, sending, publish } = await setup(many);
    const receiver = { id: 'jobs', receiving: { tokenHash: '', rules: {}, embargoHours: 0 } };
    const all: Outgoing[] = [];

    for await (const one of outgoing.to(receiver, sending)) {
      all.push(one);
      if (all.length === 30) await publish([...many.slice(0, 70), posting('board:omer', '999')]);
    }

    expect(titles(all)).toEqual([...many.slice(0, 70).map(({ reference }) => reference!), '999']);
  });
});
