import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Places } from '../places/places.ts';
import { ConfigError } from '../shared/yaml.ts';
import { loadConfiguration } from './configuration.ts';

const BOARD = `id: town
name: Town
territory:
  name: Town
  communes: [62765]
`;
const PARTNER = `id: tableau
name: Tableau
site: https://tableau.example/
hosts: [tableau.example]
feed:
  address: https://tableau.example/feed.xml
  mapping: indeed
`;

let places: Places;
let folder: string;
beforeAll(async () => {
  places = await Places.load();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'town-jobs-config-'));
  for (const name of ['boards', 'partners']) mkdirSync(join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function load(env: Record<string, string> = {}) {
  return loadConfiguration(folder, env, places);
}

/** The lines that the configuration is refused with, without the folder in front. */
function problems(env?: Record<string, string>): string[] {
  try {
    load(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).problems.map((line) => line.replace(`${folder}/`, ''));
  }
  throw new Error('Nothing was refused.');
}

describe('a board', () => {
  it('has defaults for what its file leaves out', () => {
    write('boards/town.yaml', BOARD);

    expect(load().boards.get('town')!.definition).toEqual({
      id: 'town',
      name: 'Town',
      territory: { name: 'Town', communes: ['62765'], epcis: [] },
      nearby: 20,
      radius: { steps: [5, 10, 20, 30, 50], default: 20 },
      languages: ['fr'],
      remote: false,
      theme: {},
      demonstration: false,
    });
  });

  it.each([
    [
      'communes: [62765]',
      'communes: [62765, 62500, 99999]',
      'boards/town.yaml:5: "99999" is no INSEE code of a commune; a postcode is something else.',
    ],
    [
      'communes: [62765]',
      'epcis:\n    - 200069037\n    - 1',
      'boards/town.yaml:7: "1" is no code (SIREN) of an intercommunality.',
    ],
    [
      'communes: [62765]',
      'around: {commune: 9, km: 5}',
      'boards/town.yaml:5: "9" is no INSEE code of a commune; a postcode is something else.',
    ],
    [
      'communes: [62765]',
      'communes: []',
      'boards/town.yaml:3: territory must name communes, epcis or around; add one of them.',
    ],
    [
      'communes: [62765]',
      'communes: [98901]\nnearby: 51',
      'boards/town.yaml:6: nearby must be at most 50, not 51.',
    ],
    [
      'communes: [62765]',
      'communes: [98901]',
      'Board "town": the position of none of its communes is known; add another commune.',
    ],
    [
      'id: town',
      'id: v1',
      'boards/town.yaml:1: "v1" is an address of the endpoint itself; choose another id.',
    ],
    [
      'id: town',
      'id: metrics',
      'boards/town.yaml:1: "metrics" is an address of the endpoint itself; choose another id.',
    ],
    ['id: town', 'id: city', 'boards/town.yaml:1: The file of "city" must be named city.yaml.'],
    [
      'id: town',
      'id: town-jobs.js',
      'boards/town.yaml:1: id must be small letters, digits and single hyphens, not "town-jobs.js".',
    ],
    [
      'id: town',
      'id: town-jobs@1',
      'boards/town.yaml:1: id must be small letters, digits and single hyphens, not "town-jobs@1".',
    ],
    [
      'id: town',
      'id: town\nradius: {steps: [5, 10], default: 7}',
      'boards/town.yaml:2: radius.default must be one of the steps, not 7.',
    ],
    [
      'id: town',
      'id: town\npartners: [tablau]',
      'boards/town.yaml:2: "tablau" is no known partner; did you mean "tableau"?',
    ],
    [
      'id: town',
      'id: town\npartners:\n  - tableau\n  - somebody-else',
      'boards/town.yaml:4: "somebody-else" is no known partner; add partners/somebody-else.yaml or leave it out.',
    ],
    [
      'id: town',
      'id: town\ntheme: {color-primary: "red; display: none"}',
      'boards/town.yaml:2: theme.color-primary must be a CSS value without ; { } < > \\ or double quotes, not "red; display: none".',
    ],
    ['id: town', 'id: town\nteme: {}', 'boards/town.yaml:2: teme is not a known key; did you mean "theme"?'],
  ])('with %j made %j is refused', (from, to, expected) => {
    write('partners/tableau.yaml', PARTNER);
    write('boards/town.yaml', BOARD.replace(from, to));

    expect(problems()).toEqual([expected].flat());
  });
});

describe('a partner', () => {
  it('has defaults for what its file leaves out', () => {
    write('partners/tableau.yaml', PARTNER);

    expect(load().partners.get('tableau')).toEqual({
      id: 'tableau',
      name: 'Tableau',
      site: 'https://tableau.example/',
      hosts: ['tableau.example'],
      licence: { mayForward: false },
      tag: {},
      rank: 100,
      own: false,
      feed: { address: 'https://tableau.example/feed.xml', mapping: 'indeed', every: '0 5,11,16,21 * * *' },
    });
  });

  it('takes addresses and secrets from the environment', () => {
    const text = PARTNER.replace('https://tableau.example/feed.xml', '${HOST}/feed?key=${KEY}');
    write('partners/tableau.yaml', `${text}  headers:\n    authorization: TOKEN\n`);

    const { feed } = load({ HOST: 'http://127.0.0.1:80', KEY: 'k', TOKEN: 't' }).partners.get('tableau')!;

    expect(feed).toMatchObject({
      address: 'http://127.0.0.1:80/feed?key=k',
      headers: { authorization: 'TOKEN' },
    });
    expect(problems({ HOST: 'http://127.0.0.1' })).toEqual([
      'partners/tableau.yaml:9: The environment variable TOKEN is not set; header authorization needs it.',
      'partners/tableau.yaml:6: The environment variable KEY is not set; set it before starting.',
    ]);
  });

  it('may come in several pages, whose addresses are checked like the first', () => {
    const pages = (second: string) =>
      `${PARTNER}  pages: ['https://tableau.example/2.xml?key=\${KEY}', '${second}']\n`;
    write('partners/tableau.yaml', pages('https://tableau.example/3.xml'));

    expect(load({ KEY: 'k' }).partners.get('tableau')!.feed).toMatchObject({
      pages: ['https://tableau.example/2.xml?key=k', 'https://tableau.example/3.xml'],
    });
    write('partners/tableau.yaml', pages('file:///etc/passwd'));
    expect(problems({ KEY: 'k' })).toEqual([
      'partners/tableau.yaml:8: feed.pages.1 must begin with http:// or https:// and name a host, not "file:///etc/passwd".',
    ]);
  });

  it('finds a mapping of its own beside its file', () => {
    write('partners/tableau.yaml', PARTNER.replace('mapping: indeed', 'mapping: ./tableau-feed.yml'));
    write('partners/other.yaml', PARTNER.replace('id: tableau', 'id: other'));

    const { partners } = load();

    expect(partners.get('tableau')!.feed.mapping).toBe(join(folder, 'partners/tableau-feed.yml'));
    expect(partners.get('other')!.feed.mapping).toBe('indeed');
  });

  it.each([
    ['id: tableau', 'id: other', 'partners/tableau.yaml:1: The file of "other" must be named other.yaml.'],
    ['id: tableau', 'id: eau', 'partners/tableau.yaml:1: The file of "eau" must be named eau.yaml.'],
    [
      'site: https://tableau.example/',
      'site: javascript:alert(1)',
      'partners/tableau.yaml:3: site must begin with http:// or https:// and name a host, not "javascript:alert(1)".',
    ],
    [
      'https://tableau.example/feed.xml',
      'file:///etc/passwd',
      'partners/tableau.yaml:6: feed.address must begin with http:// or https:// and name a host, not "file:///etc/passwd".',
    ],
    [
      'mapping: indeed',
      'mapping: indeed\n  encoding: utf-99',
      'partners/tableau.yaml:8: "utf-99" is no known encoding; write "utf-8" or "windows-1252".',
    ],
    [
      'mapping: indeed',
      'mapping: indeed\n  every: sometimes',
      'partners/tableau.yaml:8: "sometimes" is no cron expression; write one like "0 5,11,16,21 * * *".',
    ],
    [
      '  mapping: indeed\n',
      '  exclude: [X]\n',
      [
        'partners/tableau.yaml:7: feed.exclude has a meaning for "kind: france-travail" only; remove it.',
        'partners/tableau.yaml:5: feed.mapping is missing; add it.',
      ],
    ],
    [
      'hosts: [tableau.example]',
      'hosts: [Tableau.example]',
      'partners/tableau.yaml:4: entry 1 of hosts must be a host in small letters, not "Tableau.example".',
    ],
    [
      'name: Tableau',
      'name: Tableau\nrank: first',
      'partners/tableau.yaml:3: rank must be a whole number, not "first".',
    ],
  ])('with %j made %j is refused', (from, to, expected) => {
    write('partners/tableau.yaml', PARTNER.replace(from, to));

    expect(problems()).toEqual([expected].flat());
  });
});

describe('France Travail', () => {
  const FILE = `id: france-travail
name: France Travail
site: https://www.francetravail.fr/
hosts: [francetravail.fr]
feed:
  kind: france-travail
`;
  const KEYS = { FRANCE_TRAVAIL_CLIENT_ID: 'PAR_ville', FRANCE_TRAVAIL_CLIENT_SECRET: 's' };

  it('needs its kind and two keys, nothing else', () => {
    write('partners/france-travail.yaml', FILE);

    expect(load(KEYS).partners.get('france-travail')!.feed).toEqual({
      kind: 'france-travail',
      every: '0 6-22 * * *',
      mapping: 'france-travail',
      address: 'https://api.francetravail.io/partenaire/offresdemploi/v2/offres/search',
      token: 'https://entreprise.francetravail.fr/connexion/oauth2/access_token?realm=%2Fpartenaire',
      perSecond: 8,
      exclude: [],
    });
    expect(problems()).toEqual([
      'partners/france-travail.yaml:6: The environment variable FRANCE_TRAVAIL_CLIENT_ID is not set; France Travail needs it.',
      'partners/france-travail.yaml:6: The environment variable FRANCE_TRAVAIL_CLIENT_SECRET is not set; France Travail needs it.',
    ]);
  });

  it.each([
    [
      'mapping: indeed',
      'partners/france-travail.yaml:7: feed.mapping has a meaning for a feed at an address only; remove it.',
    ],
    ['perSecond: 11', 'partners/france-travail.yaml:7: feed.perSecond must be at most 10, not 11.'],
    [
      'exclude: [A B]',
      'partners/france-travail.yaml:7: entry 1 of feed.exclude must be a code of one of France Travail’s partners, not "A B".',
    ],
    [
      'kind: pole-emploi',
      'partners/france-travail.yaml:6: feed.kind must be "france-travail", not "pole-emploi".',
    ],
  ])('with %j is refused', (line, expected) => {
    write(
      'partners/france-travail.yaml',
      line.startsWith('kind') ? FILE.replace(/kind:.*/, line) : `${FILE}  ${line}\n`,
    );

    expect(problems(KEYS)).toEqual([expected]);
  });
});

it('names what is wrong in all files at once, and loads none of them', () => {
  write('partners/tableau.yaml', PARTNER.replace('name: Tableau\n', ''));
  write('partners/good.yaml', PARTNER.replace('id: tableau', 'id: good'));
  write('boards/town.yaml', BOARD.replace('62765', 'x'));
  write('boards/city.yaml', 'id: city\n\tname: City\n');

  expect(problems()).toEqual([
    'partners/tableau.yaml:1: name is missing; add it.',
    'boards/city.yaml:2: A tab indents this line; use spaces.',
  ]);
});

it('says which folder is missing', () => {
  rmSync(join(folder, 'boards'), { recursive: true });

  expect(problems()).toEqual(['boards: there is no such folder, or it cannot be read; create it.']);
});
