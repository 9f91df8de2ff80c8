import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadConfiguration } from '../boards/configuration.ts';
import { Places } from '../places/places.ts';
import { TOPICS } from '../rules/rule.ts';
import type { ConfigError } from '../shared/yaml.ts';
import { hashOf } from './rules-file.ts';

/** All communes are read slowly on a busy machine; nothing here is about time. */
const PATIENCE_MS = 60_000;

const TOKEN = 'a-token-of-some-length';
const PARTNER = `id: tableau
name: Tableau
site: https://tableau.example/
hosts: [tableau.example]
feed: { address: 'https://tableau.example/feed.xml', mapping: indeed }
`;

let places: Places;
let folder: string;
beforeAll(async () => {
  places = await Places.load();
}, PATIENCE_MS);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'town-jobs-rules-'));
  for (const name of ['boards', 'partners']) mkdirSync(join(folder, name));
  const board = 'id: town\nname: Town\nterritory: { name: Town, communes: [62765] }\n';
  writeFileSync(join(folder, 'boards/town.yaml'), board);
});
afterEach(() => rmSync(folder, { recursive: true }));

function load(lines: string, env: Record<string, string> = {}) {
  writeFileSync(join(folder, 'partners/tableau.yaml'), `${PARTNER}${lines}`);
  const { partners, receivers } = loadConfiguration(folder, env, places);
  return { rulesIn: partners.get('tableau')?.rulesIn, receiving: receivers.get('tableau')?.receiving };
}

function problems(lines: string, env?: Record<string, string>): string[] {
  try {
    load(lines, env);
  } catch (error) {
    return (error as ConfigError).problems.map((line) => line.replace(`${folder}/partners/tableau.yaml`, ''));
  }
  return [];
}

describe('the rules of a partner’s file', () => {
  it('come in and go out', () => {
    const { rulesIn, receiving } = load(
      `token: OUR_TOKEN
rules:
  in:
    contract: { refuse: [interim, stage] }
    place: { allow: [62, 01004, '200069037'] }
  out:
    trade: { allow: [K13] }
    boards: { refuse: [town] }
    embargo: 24
`,
      { OUR_TOKEN: TOKEN },
    );

    expect(rulesIn).toEqual({
      contract: { refuse: ['interim', 'stage'] },
      place: { allow: ['62', '01004', '200069037'] },
    });
    expect(receiving).toEqual({
      tokenHash: hashOf(TOKEN),
      rules: { trade: { allow: ['K13'] } },
      boards: { refuse: ['town'] },
      embargoHours: 24,
    });
  });

  it('are what the README shows', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
    const file = /```yaml\n# partners\/boussole\.yaml\n([^]*?)```/.exec(readme)![1]!;
    const board = 'id: saint-omer\nname: Saint-Omer\nterritory: { name: Saint-Omer, communes: [62765] }\n';
    writeFileSync(join(folder, 'boards/saint-omer.yaml'), board);
    writeFileSync(join(folder, 'partners/boussole.yaml'), file);

    const { partners, receivers } = loadConfiguration(folder, { BOUSSOLE_TOKEN: TOKEN }, places);

    expect(Object.keys(partners.get('boussole')!.rulesIn!)).toEqual([...TOPICS]);
    expect(receivers.get('boussole')!.receiving).toMatchObject({
      boards: { allow: ['saint-omer'] },
      rules: { contract: { allow: ['cdi', 'cdd'] } },
      embargoHours: 24,
    });
  });

  it('may be left out, and a token alone lets everything go out at once', () => {
    expect(load('')).toMatchObject({ rulesIn: undefined });
    expect(load('').receiving).toBeUndefined();
    expect(load('token: OUR_TOKEN\n', { OUR_TOKEN: TOKEN }).receiving).toEqual({
      tokenHash: hashOf(TOKEN),
      rules: {},
      embargoHours: 0,
    });
  });

  it('are all that a partner needs that only receives', () => {
    const file = 'id: jobs\nname: Jobs\nsite: https://jobs.example/\n';
    const loaded = (lines: string) => {
      writeFileSync(join(folder, 'partners/jobs.yaml'), file + lines);
      return loadConfiguration(folder, { OUR_TOKEN: TOKEN }, places);
    };

    const { partners, receivers } = loaded('token: OUR_TOKEN\n');

    expect([...partners.keys(), ...receivers.keys()]).toEqual(['jobs']);
    expect(() => loaded('')).toThrow(
      'jobs.yaml:1: feed is missing; add it, or a token where the partner only receives offers.',
    );
    expect(() => loaded('feed: { address: "https://jobs.example/", mapping: indeed }\n')).toThrow(
      'jobs.yaml:1: hosts is missing; add it.',
    );
  });

  it.each([
    [
      'rules: { in: { contract: { refuse: [intérim] } } }',
      /^:6: entry 1 of rules\.in\.contract\.refuse must be "cdi", "cdd", "interim", .* or "unstated", not "intérim"\.$/,
    ],
    [
      'rules:\n  in:\n    place: { allow: [62, 99999] }',
      ':8: "99999" is no code of a commune (INSEE), an intercommunality (SIREN) or a département; a postcode is something else.',
    ],
    [
      'rules:\n  in:\n    trade: { allow: [k13] }',
      ':8: entry 1 of rules.in.trade.allow must be the beginning of a ROME code ("G", "K13", "M1607") or unstated, not "k13".',
    ],
    [
      'rules:\n  in:\n    words: { refuse: [vente, "!!"] }',
      ':8: "!!" holds no word; write one, or remove it.',
    ],
    ['rules: { in: { pay: stated } }', ':6: rules.in.pay must be a group of keys, not "stated".'],
    ['rules: { in: { pay: {} } }', ':6: rules.in.pay must hold at least 1.'],
    [
      'rules: { in: { words: { forbid: [x] } } }',
      /^:6: rules\.in\.words\.forbid is not a known key; the known ones are allow, refuse\.$/,
    ],
    ['rules: { out: {} }', ':6: rules.out has a meaning with a token only; add token, or remove rules.out.'],
    [
      'token: OUR_TOKEN\nrules: { out: { boards: { allow: [twon] } } }',
      ':7: "twon" is no known board; did you mean "town"?',
    ],
    ['token: SHORT', ':6: The environment variable SHORT must hold at least 16 characters.'],
    ['token: MISSING', ":6: The environment variable MISSING is not set; set it to the partner's token."],
    ['token: 12-3', ':6: token must be the name of an environment variable, not "12-3".'],
  ])('%j are refused with file and line', (lines, sentence) => {
    const found = problems(`${lines}\n`, { OUR_TOKEN: TOKEN, SHORT: 'secret' });

    expect(found).toEqual([typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)]);
  });
});

it('takes offers that were posted on a board as the partner "board:ID"', () => {
  const write = (id: string) =>
    writeFileSync(
      join(folder, `partners/board:${id}.yaml`),
      PARTNER.replace('id: tableau', `id: 'board:${id}'`),
    );
  write('town');

  expect([...loadConfiguration(folder, {}, places).partners.keys()]).toEqual(['board:town']);
  write('city');
  expect(() => loadConfiguration(folder, {}, places)).toThrow(
    'board:city.yaml:1: "city" is no known board; add boards/city.yaml, or choose another id.',
  );
});
