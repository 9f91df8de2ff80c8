import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompiledBoard } from '../boards/board.ts';
import { openDurable } from '../offers/durable.ts';
import { Identities } from '../offers/identities.ts';
import type { Posting } from '../offers/posting.ts';
import { Postings } from '../offers/postings.ts';
import { publishOffers } from '../offers/publish.ts';
import { layAside } from '../offers/under-test.ts';
import { takeDown } from '../offers/take-down.ts';
import type { Partner, Receiver } from '../partners/partner.ts';
import type { Places } from '../places/places.ts';
import { openEngine } from '../search/embedded/engine.ts';
import { openWriter } from '../search/embedded/writer.ts';
import { openDatabase } from '../shared/database.ts';
import { type Outgoing, OutgoingOffers, type Sending } from './outgoing.ts';

export const NOW = Date.parse('2026-11-22T12:00:00Z');
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const ORIGIN = 'https://emploi.example';

/** A board that shows these communes. */
export function board(id: string, communes: readonly string[]): CompiledBoard {
  return {
    definition: {
      id,
      name: `L’emploi à ${id}`,
      territory: { name: id, communes, epcis: [] },
      nearby: 0,
      radius: { steps: [5], default: 5 },
      languages: ['fr'],
      remote: false,
      theme: {},
      demonstration: false,
    },
    scope: {
      id,
      revision: id,
      communes: new Set(communes),
      departments: new Set(['62']),
      remote: false,
      centre: [50.75, 2.25],
    },
    members: new Set(communes),
  };
}

/** A partner that sends offers. */
export function partner(id: string, change: Partial<Partner> = {}): Partner {
  return {
    ...{ id, name: `Le site ${id}`, site: `https://${id}.example/`, hosts: [`${id}.example`] },
    licence: { mayForward: false },
    ...{ tag: {}, rank: 100, own: false },
    feed: { address: `https://${id}.example/feed`, mapping: 'indeed', every: '0 5 * * *' },
    ...change,
  };
}

/** A posting with a text of its own, of yesterday. */
export function posting(from: string, reference: string, change: Partial<Posting> = {}): Posting {
  return {
    key: `${from}:${reference}`,
    partner: from,
    reference,
    link: `https://${from.replace(':', '-')}.example/${reference}`,
    title: `Cariste ${reference}`,
    description: [{ kind: 'p', runs: [{ text: wordsOf(reference) }] }],
    places: [
      { insee: '62765', name: 'Saint-Omer', postcode: '62500', department: '62', precision: 'commune' },
    ],
    contract: { kind: 'cdi' },
    postedAt: new Date(NOW - DAY_MS).toISOString(),
    ...change,
  };
}

/** A text that no other subject shares. */
export function wordsOf(subject: string): string {
  return Array.from({ length: 60 }, (_, n) => `${subject}${n}`).join(' ');
}

/** A data folder in which these postings were published, and what goes out of it. */
export async function openStore(
  stored: readonly Posting[],
  {
    partners = [],
    boards = [board('omer', ['62765'])],
    places,
  }: { partners?: Partner[]; boards?: CompiledBoard[]; places: Places },
) {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-out-'));
  const file = join(folder, 'index.db');
  const db = openDatabase(file);
  const durable = openDurable(join(folder, 'town-jobs.db'));
  const writer = openWriter({ db });
  const postings = new Postings(db);
  const identities = new Identities(durable);
  const grouping = { postings, identities, ranks: new Map(partners.map((one) => [one.id, one])), now: NOW };

  /** What stands is replaced by these postings. */
  async function publish(list: readonly Posting[]): Promise<void> {
    layAside(postings, list);
    await publishOffers(writer, grouping, () => {
      const all = [...new Set([...list, ...stored].map((one) => one.partner))];
      const changes = all.map((id) => postings.apply(id, true));
      return { put: changes.flatMap(({ put }) => put), gone: changes.flatMap(({ gone }) => gone) };
    });
  }

  await publish(stored);
  const index = openDatabase(file, { readOnly: true });
  const engine = openEngine({ file });
  const outgoing = new OutgoingOffers(index, identities);
  const sending: Sending = {
    boards: new Map(boards.map((one) => [one.definition.id, one])),
    partners: new Map(partners.map((one) => [one.id, one])),
    places,
    engine,
    origin: ORIGIN,
    now: () => NOW,
  };
  /** What a partner receives. */
  async function sent(to = 'jobs', receiving: Partial<Receiver['receiving']> = {}): Promise<Outgoing[]> {
    const receiver = { id: to, receiving: { tokenHash: '', rules: {}, embargoHours: 0, ...receiving } };
    const all: Outgoing[] = [];
    for await (const one of outgoing.to(receiver, sending)) all.push(one);
    return all;
  }
  return {
    ...{ sent, outgoing, sending, identities, engine, index },
    async publish(list: readonly Posting[]) {
      await publish(list);
      engine.adopt(writer.current());
    },
    takeDown: (key: string) => takeDown(writer, grouping, { id: identities.known(key)!.id }),
    async close() {
      await engine.close();
      for (const one of [index, db, durable]) one.close();
      rmSync(folder, { recursive: true });
    },
  };
}
