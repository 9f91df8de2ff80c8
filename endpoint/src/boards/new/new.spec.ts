import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Places } from '../../places/places.ts';
import { loadConfiguration } from '../configuration.ts';
import { createBoard, createdLines, type NewBoard } from './create.ts';
import { draftYaml, idOf, territoryName } from './draft.ts';
import { findCommune } from './find.ts';

/** All communes of France are read. */
const START_MS = 60_000;

let places: Places;
let configFolder: string;
beforeAll(async () => (places = await Places.load()), START_MS);
beforeEach(() => (configFolder = mkdtempSync(join(tmpdir(), 'town-jobs-new-'))));
afterEach(() => rmSync(configFolder, { recursive: true }));

const create = (name: string, change: Partial<NewBoard> = {}) =>
  createBoard({ name, configFolder, places, env: {}, ...change });
const written = (id: string) => readFileSync(join(configFolder, `boards/${id}.yaml`), 'utf8');

describe('a commune', () => {
  it.each([
    ['Saint-Omer', undefined, '62765'],
    ['SAINT OMER', undefined, '62765'],
    ['st-omer', undefined, '62765'],
    ['Saint-Omer (14)', undefined, '14635'],
    ['Saint-Omer 14', undefined, '14635'],
    ['Saint-Omer', '14', '14635'],
    ['Saint-Denis', '93', '93066'],
    ['62765', undefined, '62765'],
    ['2a004', undefined, '2A004'],
    ['Le Havre', undefined, '76351'],
  ])('is found by %j (%s)', (name, department, insee) => {
    expect(findCommune(places, name, department).commune.insee).toBe(insee);
  });

  it.each([
    [
      'Saint-Denis',
      undefined,
      /Several communes are called "Saint-Denis".*\n  Saint-Denis \(974, La Réunion\)/,
    ],
    ['Saint-Omer', '59', /No commune of département 59 .*\n  Saint-Omer \(62, Pas-de-Calais\)/],
    ['Saint-Omer', '999', /"999" is no code of a département/],
    ['Arque', undefined, /No commune of France is called "Arque". Did you mean Arques/],
    ['', undefined, /No commune/],
    ['__proto__', undefined, /No commune/],
  ])('is not found by %j (%s)', (name, department, sentence) => {
    expect(() => findCommune(places, name, department)).toThrow(sentence);
  });
});

it('writes a board on the intercommunality of a commune that is in order as it stands', () => {
  const { id, file, communes, elsewhere, missing } = create('Saint-Omer');
  const { boards } = loadConfiguration(configFolder, {}, places);

  expect(boards.get('saint-omer')!.definition).toMatchObject({
    id: 'saint-omer',
    name: 'L’emploi à Saint-Omer',
    territory: {
      name: 'la communauté d’agglomération du Pays de Saint-Omer',
      epcis: ['200069037'],
    },
    samples: true,
  });
  expect([id, communes, elsewhere]).toEqual(['saint-omer', 53, ['Saint-Omer (14)']]);
  expect(boards.get('saint-omer')!.members.size).toBe(53);
  expect(file).toMatch(/boards\/saint-omer\.yaml$/);
  expect(missing.map((sentence) => sentence.split(':')[0])).toEqual([
    'Partners',
    'Colours',
    'Contact',
    'Legal notice',
    'Positions',
    'Address',
  ]);
});

it('every line that it proposes is in order once its sign is taken away', () => {
  create('Saint-Omer');
  writeFileSync(
    join(configFolder, 'partners/france-travail.yaml'),
    `id: france-travail\nname: FT\nsite: https://ft.example\nhosts: []\nfeed: { address: 'https://ft.example/', mapping: indeed }\n`,
  );
  const text = written('saint-omer').replace(/^# (theme|contact|imprint|partners):/gm, '$1:');
  writeFileSync(join(configFolder, 'boards/saint-omer.yaml'), text);

  expect(loadConfiguration(configFolder, {}, places).boards.get('saint-omer')!.definition).toMatchObject({
    theme: { 'color-primary': '#12596a' },
    contact: 'mairie@example.org',
    imprint: 'https://www.example.org/mentions-legales',
    partners: ['france-travail'],
  });
});

it('says only what is missing', () => {
  mkdirSync(join(configFolder, 'partners'));
  writeFileSync(join(configFolder, 'partners/a.yaml'), '');

  const lines = createdLines(create('Wizernes', { env: { TOWN_JOBS_ORIGIN: 'https://emploi.example' } }));

  expect(lines.join('\n')).not.toMatch(/Partners:|Address:|Others/);
  expect(lines.join('\n')).toMatch(
    /on 53 communes[^]*Colours: fill in theme.color-primary in \S+wizernes.yaml/,
  );
});

it('never writes over a board', () => {
  create('Saint-Omer');
  writeFileSync(join(configFolder, 'boards/saint-omer.yaml'), 'mine');

  expect(() => create('Saint-Omer (14)')).toThrow(/saint-omer\.yaml exists already: .* --id/);
  expect(written('saint-omer')).toBe('mine');
  expect(create('Saint-Omer (14)', { id: 'saint-omer-14' }).id).toBe('saint-omer-14');
});

it.each(['v1', 'partners', 'Saint-Omer', '../x', 'a b', 'a--b', ''])(
  'refuses %j for an id, in one sentence',
  (id) => {
    expect(() => create('Saint-Omer', { id })).toThrow(/^"[^\n]*" makes no board: [^\n]+[.;][^\n]*$/);
  },
);

it('refuses where nothing can be written, and where no position is known', () => {
  writeFileSync(join(configFolder, 'boards'), '');

  expect(() => create('Saint-Omer')).toThrow(/saint-omer\.yaml cannot be written: /);
  expect(() => create('97801')).toThrow(/position of none of its communes is known/);
});

it('drafts a file for every commune of France that is valid YAML with a fitting id', () => {
  const ids = [...places.communes()].map(({ name }) => idOf(name));

  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60)).toEqual([]);
});

it.each([
  ['CC du Pays de Lumbres', 'la communauté de communes du Pays de Lumbres'],
  ['CU de Dunkerque', 'la communauté urbaine de Dunkerque'],
  ['Bordeaux Métropole', 'Bordeaux Métropole'],
])('calls %s %s', (epci, name) => {
  expect(territoryName(epci)).toBe(name);
});

it('quotes names that YAML would read otherwise', () => {
  const commune = { ...places.commune('62765')!, name: 'Y: # no' };

  expect(draftYaml({ id: 'y', commune })).toContain('name: "L’emploi à Y: # no"');
});
