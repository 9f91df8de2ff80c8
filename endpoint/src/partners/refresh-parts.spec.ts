import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Offer } from '../contract/index.ts';
import { openDurable } from '../offers/durable.ts';
import { Identities } from '../offers/identities.ts';
import { Postings } from '../offers/postings.ts';
import type { Places } from '../places/places.ts';
import { openEngine } from '../search/embedded/engine.ts';
import type { PublishedMessage } from '../search/embedded/message.ts';
import { openWriter } from '../search/embedded/writer.ts';
import type { Scope } from '../search/engine.ts';
import { openDatabase } from '../shared/database.ts';
import { loadMappings } from './mappings.ts';
import type { Partner } from './partner.ts';
import { refresh } from './refresh.ts';
import { Sources } from './sources.ts';
import { readingHere } from './under-test.ts';

const PARTNERS = ['ardoise', 'boussole', 'craie'];
/** Of each partner; enough that progress is told in the midst of a publication. */
const JOBS = 260;
const SCOPE: Scope = {
  ...{ id: 'all', revision: '1', communes: new Set(['62765']), departments: new Set(['62']) },
  ...{ remote: false, centre: [50.75, 2.25] },
};

/** What a reader saw at one moment. */
interface Look {
  generation: number;
  /** How many postings each shown offer has, and how often that is so. */
  sizes: Map<number, number>;
  /** Offers of which what is shown and what the tables of the file group together differ. */
  torn: string[];
}

/** Partners that all send the same jobs, each of whom fills a part of a refresh, and somebody who reads meanwhile. */
async function setup() {
  const server = createServer((request, response) => {
    const name = request.url!.slice(1);
    response.setHeader('content-type', 'text/xml; charset=utf-8');
    response.write('<source>');
    for (let n = 0; n < JOBS; n++) response.write(jobOf(name, n));
    response.end('</source>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const partners = PARTNERS.map((id): Partner => {
    const feed = { address: `http://127.0.0.1:${port}/${id}`, mapping: 'indeed', every: '0 5 * * *' };
    const rights = { licence: { mayForward: false }, tag: {}, rank: 100, own: false };
    return { id, name: id, site: `https://${id}.example/`, hosts: [`${id}.example`], ...rights, feed };
  });
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-parts-'));
  const file = join(folder, 'index.db');
  const db = openDatabase(file);
  const durable = openDurable(join(folder, 'town-jobs.db'));
  const postings = new Postings(db);
  const writer = openWriter({ db, onPublished: (message) => adopt(message) });
  const engine = openEngine({ file });
  const reader = openDatabase(file, { readOnly: true });
  onTestFinished(async () => {
    await writer.close();
    await engine.close();
    for (const one of [reader, db, durable]) one.close();
    server.close();
    rmSync(folder, { recursive: true });
  });
  const looks: Promise<Look>[] = [];
  const grouped = reader.prepare<{ offer: string; members: string }>(
    `SELECT offer, json_group_array(posting) AS members
     FROM (SELECT offer, posting FROM fingerprint ORDER BY offer, posting) GROUP BY offer`,
  );

  /** Asks all at once, in this very moment; what was found is compared later. */
  async function look(): Promise<Look> {
    const members = new Map(grouped.all().map((row) => [row.offer, row.members]));
    const { generation } = engine.state();
    const counting = engine.count(SCOPE, {});
    const asking = [...members.keys()].map((id) => engine.offer(id));
    const { total } = await counting;
    const shown = (await Promise.all(asking)).filter((offer) => offer !== undefined);
    const sizes = new Map<number, number>();
    for (const { postings } of shown) sizes.set(postings.length, (sizes.get(postings.length) ?? 0) + 1);
    const keysOf = (offer: Offer) =>
      JSON.stringify(offer.postings.map(({ partner, reference }) => `${partner}:${reference}`).sort());
    const torn = shown.filter((offer) => members.get(offer.id) !== keysOf(offer)).map(({ id }) => id);
    if (members.size !== total) torn.push(`${total} offers shown, ${members.size} in the file`);
    return { generation, sizes, torn };
  }

  function adopt(message: PublishedMessage) {
    // Committed, and not in use yet: the tables are newer than what is shown.
    looks.push(look().then((behind) => ({ ...behind, torn: [] })));
    const generation = engine.adopt(message);
    looks.push(look());
    writer.acknowledge(generation);
  }

  const places = {
    locate: () => ({ insee: '62765', name: 'Saint-Omer', department: '62', precision: 'commune' }),
    commune: () => ({ department: '62' }),
  } as unknown as Places;
  const summary = await refresh(
    {
      ...readingHere(places, { communes: new Set(['62765']), departments: new Set(['62']) }, postings),
      partners: new Map(partners.map((partner) => [partner.id, partner])),
      mappings: loadMappings(partners, folder),
      identities: new Identities(durable),
      sources: new Sources(durable),
      writer,
      mostChanged: JOBS,
    },
    { onProgress: ({ stage }) => void (stage === 'publishing' && looks.push(look())) },
  );
  return { summary, looks: await Promise.all(looks) };
}

/** A job whose words no other shares, as each partner sends it. */
function jobOf(partner: string, n: number): string {
  const text = Array.from({ length: 40 }, (_, word) => `tâche${n}x${word}`).join(' ');
  return `<job><title>Cariste ${n}</title><referencenumber>${partner}-${n}</referencenumber><city>Saint-Omer</city>
    <url>https://${partner}.example/${n}</url><date>2026-11-20</date><description>${text}</description></job>`;
}

it('publishes part by part, and no reader ever sees half a group or half a part', async () => {
  const { summary, looks } = await setup();

  expect(summary).toMatchObject({ generation: PARTNERS.length, offers: JOBS, put: PARTNERS.length * JOBS });
  expect(looks.flatMap(({ torn }) => torn)).toEqual([]);
  for (const { generation, sizes } of looks)
    expect([...sizes]).toEqual(generation === 0 ? [] : [[generation, JOBS]]);
  const seenWithin = looks.map(({ generation }) => generation);
  for (let generation = 0; generation < PARTNERS.length; generation++)
    expect(seenWithin.filter((one) => one === generation).length).toBeGreaterThan(1);
});
