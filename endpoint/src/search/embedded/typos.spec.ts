import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Offer } from '../../contract/index.ts';
import { openDatabase } from '../../shared/database.ts';
import type { Filters, Scope } from '../engine.ts';
import { openEngine } from './engine.ts';
import { openWriter } from './writer.ts';

const town = (id: string, ...communes: string[]): Scope => ({
  id,
  revision: '1',
  communes: new Set(communes),
  departments: new Set<string>(),
  remote: false,
  centre: [50.7481, 2.2607],
});
const omer = town('omer', '62765');
const pessac = town('pessac', '33318');

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0).toReversed()) close();
});

/** A board of Saint-Omer with two offers for each title, unless told otherwise; `elsewhere` stand in Pessac. */
async function setup(titles: (string | Partial<Offer>)[], { copies = 2, elsewhere = [] as string[] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-'));
  closers.push(() => rmSync(folder, { recursive: true }));
  const db = openDatabase(join(folder, 'index.db'));
  closers.push(() => db.close());
  const writer = openWriter({ db });
  const offers = [
    ...titles.flatMap((title) => Array.from({ length: copies }, () => offer(title, '62765'))),
    ...elsewhere.map((title) => offer(title, '33318')),
  ];
  await writer.publish(({ put }) => offers.forEach((one, id) => put({ ...one, id: `offer${id}` })));
  const engine = openEngine({ file: join(folder, 'index.db') });
  closers.push(() => void engine.close());
  const search = (q: string, filters: Filters = {}, on = omer) =>
    engine.search(on, { q, sort: 'relevance', offset: 0, limit: 20, ...filters });
  const meant = async (q: string, on = omer) =>
    (await search(q, {}, on)).corrected?.map(({ to }) => to).join(' ');
  return { engine, search, meant };
}

function offer(change: string | Partial<Offer>, insee: string): Offer {
  return {
    id: '',
    title: 'Poste',
    description: [],
    places: [{ insee, name: 'Ici', precision: 'commune' }],
    contract: { kind: 'cdi' },
    postedAt: '2026-11-20T10:00:00.000Z',
    postings: [{ partner: 'alpha', link: 'https://alpha.example/1' }],
    ...(typeof change === 'string' ? { title: change } : change),
  };
}

describe('a word that finds nothing', () => {
  it('is taken for the nearest word of the board, and the answer says so', async () => {
    const { engine, search } = await setup(['Infirmier(ère) de nuit', 'Boulanger']);

    const answer = await search('Infrimiere nuit', { contract: ['cdi'] });

    expect(answer).toMatchObject({ total: 2, corrected: [{ from: 'Infrimiere', to: 'infirmier' }] });
    expect(answer.offers[0]!.title).toBe('Infirmier(ère) de nuit');
    expect(await engine.count(omer, { q: 'Infrimiere nuit' })).toMatchObject({
      total: 2,
      corrected: [{ from: 'Infrimiere', to: 'infirmier' }],
    });
  });

  it('is shown with its accents', async () => {
    const { meant } = await setup(['Électricien', 'Chargé d’accueil']);

    expect(await meant('elctricien acceuil')).toBe('électricien accueil');
  });

  it('is left as it is where exact words are asked for', async () => {
    const { search } = await setup(['Infirmier']);

    const answer = await search('infrimier', { exact: true });

    expect(answer.total).toBe(0);
    expect(answer).not.toHaveProperty('corrected');
  });

  it('is left as it is beside a word that is near nothing: nothing would be found', async () => {
    const { meant } = await setup(['Infirmier de nuit']);

    expect(await meant('infrimier nuit')).toBe('infirmier');
    expect(await meant('infrimier brouette')).toBeUndefined();
    expect(await meant('brouette infrimier')).toBeUndefined();
  });

  it('may be one edit away from 4 letters on, two from 8', async () => {
    const { meant } = await setup(['Caces requis', 'Infirmier', 'Serveur', 'Bain']);

    expect(await meant('caes')).toBe('caces');
    expect(await meant('bin')).toBeUndefined();
    expect(await meant('srevuer')).toBeUndefined();
    expect(await meant('imfirmierr')).toBe('infirmier');
    expect(await meant('imfirmmierr')).toBeUndefined();
  });

  it('finds titles, trades and employers, not what texts alone say', async () => {
    const { meant } = await setup([
      {
        title: 'Vendeur',
        trade: { label: 'Fromager' },
        employer: { name: 'Decathlon' },
        description: [{ kind: 'p', runs: [{ text: 'Télétravail' }] }],
      },
    ]);

    expect(await meant('venderu')).toBe('vendeur');
    expect(await meant('fromagre')).toBe('fromager');
    expect(await meant('dekathlon')).toBe('decathlon');
    expect(await meant('teletravial')).toBeUndefined();
  });

  it('keeps its first letter where anything fits with it', async () => {
    const changed = await setup(['Infirmier', 'Bonducteur']);
    const kept = await setup(['Bonducteur', 'Bonducteur', 'Conductor']);

    expect(await changed.meant('nifirmier')).toBe('infirmier');
    expect(await changed.meant('conducteur')).toBe('bonducteur');
    expect(await kept.meant('conducteur')).toBe('conductor');
  });

  it('goes to fewer edits, then to the most frequent, then to the first by letters', async () => {
    const frequent = await setup(['Monteur', 'Moteur', 'Moteur', 'Serruriez', 'Serruriez', 'Serrurier']);
    const even = await setup(['Moteur', 'Monteur']);

    expect(await frequent.meant('moneur')).toBe('moteur');
    expect(await even.meant('moneur')).toBe('monteur');
    expect(await frequent.meant('serrurire')).toBe('serrurier');
    expect(await frequent.meant('serrurixx')).toBe('serruriez');
  });

  it('is not taken for a word of a single offer', async () => {
    const { meant } = await setup(['Infirmier'], { copies: 1 });

    expect(await meant('infrimier')).toBeUndefined();
  });

  it('is no typo where more offers of other boards carry it', async () => {
    const { meant } = await setup(['Pompier'], {
      elsewhere: ['Plombier', 'Plombier', 'Plombier', 'Pompirr'],
    });

    expect(await meant('plombier')).toBeUndefined();
    expect(await meant('plombier', pessac)).toBeUndefined();
    expect(await meant('pompirr')).toBe('pompier');
  });

  it('is left alone with digits in it, and where every offer says it of itself', async () => {
    const { meant } = await setup(['Cariste', 'Annnonce']);

    expect(await meant('cariste2')).toBeUndefined();
    expect(await meant('annonce')).toBeUndefined();
  });
});

describe('a word that finds something', () => {
  it('is never corrected, be it in one text or with other filters', async () => {
    const { search, meant } = await setup([
      'Infirmier',
      { title: 'Aide', description: [{ kind: 'p', runs: [{ text: 'Un infirmeir.' }] }] },
    ]);

    expect(await meant('infirmeir')).toBeUndefined();
    expect(await meant('infirmeir aidde')).toBe('aide');
    expect(await search('infirmier', { contract: ['stage'] })).not.toHaveProperty('corrected');
  });
});
