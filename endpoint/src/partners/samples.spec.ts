import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeBoard } from '../boards/board.ts';
import { loadConfiguration } from '../boards/configuration.ts';
import { reachOf } from '../boards/reach.ts';
import { openDurable } from '../offers/durable.ts';
import { Identities } from '../offers/identities.ts';
import { Postings } from '../offers/postings.ts';
import { Places } from '../places/places.ts';
import { openWriter } from '../search/embedded/writer.ts';
import { openDatabase } from '../shared/database.ts';
import { loadMappings } from './mappings.ts';
import { refresh } from './refresh.ts';
import { Sources } from './sources.ts';
import { readingHere } from './under-test.ts';

const BOARD = `
id: pays
name: Pays
territory: { name: le Pays, epcis: ['200069037'] }
`;
const PARTNER = `
id: real
name: Real
site: https://real.example/
hosts: [real.example]
feed: { address: 'http://192.0.2.1/feed.xml', mapping: indeed }
`;

/** All communes of France are read. */
const START_MS = 60_000;

let places: Places;
let folder: string;
let ends: (() => void)[];
beforeAll(async () => (places = await Places.load()), START_MS);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'town-jobs-samples-'));
  ends = [() => rmSync(folder, { recursive: true })];
  for (const name of ['boards', 'partners']) mkdirSync(join(folder, name));
});
afterEach(() => {
  for (const end of ends.toReversed()) end();
});

function configured(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return loadConfiguration(folder, {}, places);
}

function described(configuration: ReturnType<typeof configured>) {
  const { boards, partners } = configuration;
  return describeBoard(boards.get('pays')!, { places, partners, freshness: { generation: 1 }, origin: '' });
}

const SAMPLED = { 'boards/pays.yaml': `${BOARD}samples: true\n` };

describe('a board that asks for samples', () => {
  it('has them under the banner as long as there is no partner', () => {
    const configuration = configured(SAMPLED);

    expect([...configuration.partners.keys()]).toEqual(['exemples']);
    expect(described(configuration)).toMatchObject({ demonstration: true, partners: [{ id: 'exemples' }] });
  });

  it('has neither samples nor banner once there is a partner', () => {
    const configuration = configured({ ...SAMPLED, 'partners/real.yaml': PARTNER });

    expect([...configuration.partners.keys()]).toEqual(['real']);
    expect(described(configuration).demonstration).toBeUndefined();
  });
});

it('a board that does not ask for samples has none', () => {
  const configuration = configured({ 'boards/pays.yaml': BOARD });

  expect(configuration.partners.size).toBe(0);
  expect(described(configuration).demonstration).toBeUndefined();
});

it('samples call themselves so, lie in the territory, and go with the first refresh of a partner', async () => {
  const { boards, partners } = configured(SAMPLED);
  const db = openDatabase(join(folder, 'index.db'));
  const durable = openDurable(join(folder, 'town-jobs.db'));
  ends.push(
    () => db.close(),
    () => durable.close(),
  );
  const postings = new Postings(db);
  const deps = {
    ...readingHere(places, reachOf(boards.values()), postings),
    identities: new Identities(durable),
    sources: new Sources(durable),
    writer: openWriter({ db }),
  };

  const first = await refresh({ ...deps, partners, mappings: loadMappings(partners.values(), folder) });
  const again = await refresh({ ...deps, partners, mappings: loadMappings(partners.values(), folder) });
  const texts = db.prepare<{ json: string }>('SELECT json FROM posting').all();
  const real = configured({ 'partners/real.yaml': PARTNER }).partners;
  const last = await refresh({
    ...deps,
    partners: real,
    mappings: loadMappings(real.values(), folder),
  });

  expect(first).toMatchObject({ offers: 8, put: 8 });
  expect(again).toMatchObject({ offers: 8, put: 0, withdrawn: 0 });
  for (const { json } of texts) {
    const posting = JSON.parse(json);
    expect(posting.title).toMatch(/^Exemple : /);
    expect(posting.description[0].runs[0].text).toContain('pas une offre d’emploi');
    expect(boards.get('pays')!.members).toContain(posting.places[0].insee);
  }
  expect(last).toMatchObject({ offers: 0, withdrawn: 8 });
});
