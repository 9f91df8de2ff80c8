import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Random } from '../search/conformance/random.ts';
import { openWriter } from '../search/embedded/writer.ts';
import { openDatabase } from '../shared/database.ts';
import { openDurable } from './durable.ts';
import { Identities } from './identities.ts';
import { type Edit, postingsOf, same, TUNED } from './pairs/index.ts';
import type { Posting } from './posting.ts';
import { Postings } from './postings.ts';
import { publishOffers } from './publish.ts';
import { layAside } from './under-test.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-grouper-'));
  folders.push(folder);
  const durable = openDurable(join(folder, 'town-jobs.db'));
  const identities = new Identities(durable);
  let book = openBook();

  function openBook() {
    const db = openDatabase(':memory:');
    return { writer: openWriter({ db }), postings: new Postings(db) };
  }

  /** Refreshes all partners with what they have now; returns the offer of each posting by its key. */
  async function refresh(standing: readonly Posting[]): Promise<Map<string, string>> {
    const { writer, postings } = book;
    layAside(postings, structuredClone(standing) as Posting[]);
    await publishOffers(writer, { postings, identities, ranks: new Map(), now: NOW }, () => {
      const all = ['alpha', 'beta', 'gamma'].map((partner) => postings.apply(partner, true));
      return { put: all.flatMap(({ put }) => put), gone: all.flatMap(({ gone }) => gone) };
    });
    return new Map(standing.map(({ key }) => [key, identities.known(key)!.id]));
  }

  /** Throws the index away, as an operator may. */
  function rebuild() {
    book = openBook();
  }

  return { refresh, rebuild, identities };
}

const { ad } = TUNED[0]!;

/** A posting of the first advertisement, at "alpha" unless the edit says otherwise. */
function posting(reference: string, edit: Edit = {}): Posting {
  return postingsOf(ad, same('', {}, { reference, ...edit }))[0];
}

function groups(offers: ReadonlyMap<string, string>): string[][] {
  const found = new Map<string, string[]>();
  for (const [key, id] of offers) found.set(id, [...(found.get(id) ?? []), key]);
  return [...found.values()];
}

describe('Grouper', () => {
  it('leaves a copy without a name alone where two employers have its words', async () => {
    const { refresh } = setup();
    const named = [posting('1', { employer: 'Bistrot A' }), posting('2', { employer: 'Bistrot B' })];

    const offers = await refresh([...named, posting('3', { partner: 'beta', employer: null })]);

    expect(groups(offers)).toEqual([['alpha:1'], ['alpha:2'], ['beta:3']]);
  });

  it('gives a copy to the offer with its very words before one that only says nearly the same', async () => {
    const { refresh } = setup();
    const noon: Edit = { swap: [['après chaque service', 'après le service du midi']] };
    const evening: Edit = { swap: [['après chaque service', 'après le service du soir']] };

    const offers = await refresh([
      posting('1', noon),
      posting('2', evening),
      posting('3', { partner: 'beta', ...evening }),
    ]);

    expect(groups(offers)).toEqual([['alpha:1'], ['alpha:2', 'beta:3']]);
  });

  it('keeps two together that only a third one linked, when that one goes', async () => {
    const { refresh } = setup();
    const whole = posting('1');
    const begun = posting('2', { partner: 'beta', cut: 36 });
    const ended = posting('3', {
      partner: 'gamma',
      text: ad.text.replace(/\s+/g, ' ').split(' ').slice(45).join(' '),
    });
    const together = await refresh([begun, ended, whole]);

    const apart = await refresh([begun, ended]);
    const returned = await refresh([begun, ended, whole]);

    expect(groups(together)).toHaveLength(1);
    expect(groups(apart)).toEqual([['beta:2', 'gamma:3']]);
    expect(returned).toEqual(together);
  });

  it('lets a posting leave whose contract became another, and the rest keep the id', async () => {
    const { refresh } = setup();
    const before = await refresh([posting('1'), posting('2', { partner: 'beta' })]);

    const after = await refresh([posting('1'), posting('2', { partner: 'beta', contract: 'cdd 6' })]);

    expect(after.get('alpha:1')).toBe(before.get('alpha:1'));
    expect(after.get('beta:2')).not.toBe(before.get('beta:2'));
  });

  it('leads from the younger id to the older one for ever, also a posting that was away then', async () => {
    const { refresh, identities } = setup();
    const words = ad.text.replace(/\s+/g, ' ').split(' ');
    const begun = posting('1', { partner: 'beta', employer: null, text: words.slice(0, 40).join(' ') });
    const ended: Edit = { employer: null, text: words.slice(45).join(' ') };
    const copies = [posting('2', { partner: 'gamma', ...ended }), posting('3', ended)];
    await refresh([begun]);
    const before = await refresh([begun, ...copies]);
    const [elder, younger] = [before.get('beta:1')!, before.get('alpha:3')!];

    await refresh([begun, copies[0]!, posting('4')]);
    const after = await refresh([begun, ...copies]);

    expect(younger).not.toBe(elder);
    expect([...new Set(after.values())]).toEqual([elder]);
    expect(identities.former(younger)).toEqual({ kind: 'alias', of: elder });
  });

  it('puts a spray of many communes together, and a late copy of one of them with it', async () => {
    const { refresh } = setup();
    const towns = ['Arques', 'Calais', 'Lille', 'Pessac', 'Talence', 'Libourne'] as const;
    const spray = towns.map((town, index) => posting(`${index}`, { town, employer: null }));
    await refresh(spray);

    const offers = await refresh([
      ...spray,
      posting('9', { partner: 'beta', town: 'Libourne', employer: null }),
    ]);

    expect(groups(offers)).toHaveLength(1);
  });

  it('gives each posting the same id when the index is built anew', async () => {
    const { refresh, rebuild } = setup();
    const standing = TUNED.slice(0, 8).flatMap(({ ad, pairs }, family) =>
      pairs
        .slice(0, 5)
        .flatMap((pair, index) => postingsOf(ad, pair).map((one) => withKey(one, `${family}-${index}`))),
    );
    const before = await refresh(standing);

    rebuild();
    const after = await refresh(standing.toReversed());

    expect(after).toEqual(before);
  });

  it('flips no id over 40 refreshes in which postings vanish, return, and change a word', async () => {
    const { refresh, identities } = setup();
    const random = new Random(3);
    let standing = TUNED.slice(0, 6).flatMap(({ ad, pairs }, family) =>
      pairs
        .slice(0, 4)
        .flatMap((pair, index) => postingsOf(ad, pair).map((one) => withKey(one, `${family}-${index}`))),
    );
    let away: Posting[] = [];
    const known = await refresh(standing);
    const flipped: string[] = [];

    for (let round = 0; round < 40; round++) {
      const lost = standing.filter(() => random.chance(0.1));
      const back = away.filter(() => random.chance(0.5));
      away = [...away.filter((one) => !back.includes(one)), ...lost];
      const present = [...standing.filter((one) => !lost.includes(one)), ...back];
      standing = random
        .some(present, present.length)
        .map((one) => (random.chance(0.05) ? reworded(one) : one));
      for (const [key, id] of await refresh(standing)) {
        if (identities.find(known.get(key)!)?.id !== id) flipped.push(key);
      }
    }

    expect(flipped).toEqual([]);
  });
});

/** The posting under a reference of its own, so that all pairs can stand beside each other. */
function withKey(one: Posting, reference: string): Posting {
  const own = `${one.reference}-${reference}`;
  return {
    ...one,
    reference: own,
    key: `${one.partner}:${own}`,
    link: `https://${one.partner}.example/${own}`,
  };
}

/** The posting with its longest word written otherwise. */
function reworded(one: Posting): Posting {
  const text = one.description[0]!.runs![0]!.text;
  const longest = text.match(/\p{L}+/gu)!.reduce((a, b) => (b.length > a.length ? b : a));
  return { ...one, description: [{ kind: 'p', runs: [{ text: text.replace(longest, `${longest}s`) }] }] };
}
