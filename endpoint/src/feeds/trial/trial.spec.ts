import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Places } from '../../places/places.ts';
import { trialLines } from './lines.ts';
import { tryFeed } from './trial.ts';

const folder = mkdtempSync(join(tmpdir(), 'town-jobs-trial-'));
const readme = readFileSync(join(import.meta.dirname, '../../../../README.md'), 'utf8');
const section = readme.slice(readme.indexOf('### A feed in a format of its own'));
const block = (kind: string) => new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``).exec(section)![1]!;

let places: Places;
beforeAll(async () => {
  places = await Places.load();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Tries the README's feed with its mapping, either of them changed, as the command does. */
async function setup({ feed = block('xml') as string | Buffer, mapping = block('yaml'), address = '' } = {}) {
  writeFileSync(join(folder, 'feed'), feed);
  writeFileSync(join(folder, 'm.yaml'), mapping);
  const trial = await tryFeed({
    feed: address || join(folder, 'feed'),
    mapping: join(folder, 'm.yaml'),
    places,
    now: Date.parse('2026-11-22T12:00:00Z'),
    allowedHosts: new Set(['127.0.0.1']),
  });
  return { trial, lines: trialLines(trial) };
}

describe('trying a feed', () => {
  it('shows exactly what the README says of its example', async () => {
    const { lines } = await setup();

    expect(`${lines.join('\n')}\n`).toBe(block('text'));
  });

  it('reads an address, compressed or not, and a compressed file', async () => {
    const server = createServer((_, response) => void response.end(gzipSync(block('xml'))));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;

    const { trial } = await setup({ address: `http://127.0.0.1:${port}/` });
    server.close();

    expect(trial).toMatchObject({ complete: true, accepted: 2 });
    expect((await setup({ feed: gzipSync(block('xml')) })).trial.accepted).toBe(2);
  });

  it.each([
    [
      'Service',
      'Servise',
      /m\.yaml:11: fields\.employer\.name reads "Servise", which no record holds\. Did you mean "Service"\?/,
    ],
    [
      'Annonces.Annonce',
      'Offres.Offre',
      /m\.yaml:3: records reads "Portail\.Offres\.Offre", but what repeats in the feed is "Portail\.Annonces\.Annonce"\./,
    ],
    ['Portail.A', 'Portal.A', /m\.yaml:3: records reads "Portal\.Annonces\.Annonce", but/],
    ["'@insee'", "'@inse'", /m\.yaml:14: fields\.places\.insee reads "Lieu\.@inse", .*"Lieu\.@insee"\?/],
  ])('says in one sentence what is wrong where "%s" is "%s"', async (right, wrong, sentence) => {
    const { trial, lines } = await setup({ mapping: block('yaml').replace(right, wrong) });

    expect(trial.faults).toHaveLength(1);
    expect(lines.join('\n')).toMatch(sentence);
  });

  it('holds a partner’s hosts and rules against it', async () => {
    writeFileSync(join(folder, 'feed'), block('xml'));
    writeFileSync(join(folder, 'm.yaml'), block('yaml'));
    const trial = await tryFeed({
      feed: join(folder, 'feed'),
      mapping: join(folder, 'm.yaml'),
      partner: { id: 'departement', hosts: ['departement.example'] },
      barOf: ({ contract }) => (contract.nature ? "partner's rule: contract apprentissage" : undefined),
      places,
      now: Date.parse('2026-11-22T12:00:00Z'),
      allowedHosts: new Set(),
    });

    expect(trial).toMatchObject({ read: 2, accepted: 1, postings: [{ reference: 'D62-118' }] });
    expect(trialLines(trial).slice(0, 2)).toEqual([
      '2 records, 1 accepted, 1 refused; read to its end',
      "  refused 1 × partner's rule: contract apprentissage: D62-119",
    ]);
  });

  it('names the list of a JSON feed', async () => {
    const { trial } = await setup({
      feed: '{"total": 1, "data": {"offres": [{"t": "A", "l": "https://exemple.fr/1"}]}}',
      mapping: 'format: json\nrecords: $.offres\nfields: { title: t, link: l }\n',
    });

    expect(trial.faults[0]).toMatch(/:2: records reads "\$\.offres", .* "\$\.data\.offres"\./);
  });

  it('lists what no field reads, and what was refused with a sample', async () => {
    const mapping = block('yaml').replace(/ {2}postedAt.*\n/, '');
    const feed = block('xml').replace('<Libelle>Assistant familial</Libelle>', '');

    const { lines } = await setup({ feed, mapping });

    expect(lines).toContain('  refused 1 × no title: D62-119');
    expect(lines.join('\n')).toMatch(/read by no field\n +Depot +100 % {2}02\/03\/2026/);
  });

  it.each([
    [{ address: '/no/such/file' }, /The file \/no\/such\/file does not exist\./],
    [{ address: 'http://10.0.0.1/' }, /10\.0\.0\.1 is not a public address/],
    [{ feed: '<!doctype html><html></html>' }, /web page/],
    [{ feed: block('xml').slice(0, 900) }, /breaks off before its closing tag <\/Portail>/],
  ])('of %j ends with a sentence', async (change, sentence) => {
    expect((await setup(change)).lines[0]).toMatch(sentence);
  });
});
