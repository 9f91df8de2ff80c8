import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractWords, CONTRACT_KINDS, type Offer, type Point } from '../endpoint/src/contract/index.ts';
import { Random } from '../endpoint/src/search/conformance/random.ts';
import { openEngine, type EmbeddedEngine } from '../endpoint/src/search/embedded/engine.ts';
import { openWriter } from '../endpoint/src/search/embedded/writer.ts';
import type { Filters, Scope, SearchRequest } from '../endpoint/src/search/engine.ts';
import { openDatabase } from '../endpoint/src/shared/database.ts';

const RUNS = 400;
const NOW_MS = Date.parse('2026-11-22T14:00:00Z');
const DAY_MS = 86_400_000;
const COMMUNES = 2000;
const PARTNERS = 400;
const VOCABULARY = 20_000;
const WORDS_A_TEXT = 230;
const TITLES =
  `Infirmier|Infirmière de nuit|Aide-soignante|Vendeur en boulangerie|Vendeuse|Boulanger|Chauffeur PL|
Conducteur de bus|Directrice de crèche|Agent d'entretien|Chargé d'affaires|Serveur|Hôtesse d'accueil|Développeur|
Technicien de maintenance|Commercial sédentaire|Préparateur de commandes|Cariste|Comptable|Maçon|Électricien|Plombier|
Mécanicien|Cuisinier|Plongeur|Secrétaire médicale|Assistante sociale|Ingénieur qualité|Chef de chantier|Soudeur`
    .replaceAll('\n', '')
    .split('|');

/** Communes on a disc of 500 km around Saint-Omer, most people in few of them. */
const communes = Array.from({ length: COMMUNES }, (_, index) => {
  const angle = index * 2.399963;
  const share = Math.sqrt(index / COMMUNES);
  const point: Point = [50.75 + 4.5 * share * Math.sin(angle), 2.25 + 7 * share * Math.cos(angle)];
  return { insee: String(10_000 + index), name: `Commune ${index}`, point };
});

function kilometres(a: Point, b: Point): number {
  const north = (a[0] - b[0]) * 111.2;
  const east = (a[1] - b[1]) * 111.2 * Math.cos((a[0] * Math.PI) / 180);
  return Math.hypot(north, east);
}

const vocabulary = Array.from({ length: VOCABULARY }, (_, index) => {
  const syllables = 'ba ce di fo gu la me ni po ru sa te vi zo cha pré ton lin ver mar'.split(' ');
  let word = '';
  for (let rest = index + 20; rest > 0; rest = Math.floor(rest / 20)) word += syllables[rest % 20];
  return word;
});

function makeOffer(random: Random, id: number): Offer {
  const words = Array.from(
    { length: WORDS_A_TEXT },
    () => vocabulary[Math.floor(VOCABULARY * random.next() ** 4)],
  );
  const offer: Offer = {
    id: `bench${String(id).padStart(8, '0')}`,
    title: `${random.pick(TITLES)} ${vocabulary[random.int(2000)]} H/F`,
    description: [{ kind: 'p', runs: [{ text: words.join(' ') }] }],
    places: random
      .some(communes.slice(0, 50), random.chance(0.05) ? 4 : 0)
      .concat(communes[Math.floor(COMMUNES * random.next() ** 1.5)]!)
      .map(({ insee, name, point }) => ({ insee, name, department: '62', point, precision: 'commune' })),
    contract: { kind: random.pick(CONTRACT_KINDS) },
    trade: { label: random.pick(TITLES) },
    postedAt: new Date(NOW_MS - Math.floor(random.next() * 60) * DAY_MS).toISOString(),
    postings: [{ partner: `partner${random.int(PARTNERS)}`, link: `https://partner.example/${id}` }],
  };
  if (random.chance(0.57))
    offer.employer = { name: `${vocabulary[random.int(3000)]} ${vocabulary[random.int(300)]}` };
  return offer;
}

function scopeAround(id: string, km: number): Scope {
  const within = communes.filter(({ point }) => kilometres(point, communes[0]!.point) <= km);
  return {
    id,
    revision: '1',
    communes: new Set(within.map(({ insee }) => insee)),
    departments: new Set(['62']),
    remote: false,
    centre: communes[0]!.point,
  };
}

/** A word with two of its letters exchanged. */
function mistyped(word: string, random: Random): string {
  const at = 1 + random.int(Math.max(1, word.length - 3));
  return word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2);
}

/** Kinds of queries, each as a function of chance, so that no answer is asked for twice in a row. */
const KINDS: Record<string, (random: Random) => Partial<SearchRequest>> = {
  'newest, facets': () => ({ facets: ['contract', 'since'] }),
  'title word': (random) => ({ q: random.pick(TITLES) }),
  'title prefix': (random) => ({ q: random.pick(TITLES).slice(0, 1 + random.int(4)) }),
  'word of texts': (random) => ({ q: vocabulary[Math.floor(VOCABULARY * random.next() ** 4)] }),
  'a typo': (random) => ({ q: mistyped(random.pick(TITLES), random) }),
  'ten words that nobody writes': (random) => ({
    q: Array.from({ length: 10 }, () => mistyped(random.pick(vocabulary), random)).join(' '),
  }),
  'the commonest word': () => ({ q: vocabulary[0] }),
  'three words': (random) => ({
    q: `${vocabulary[random.int(20)]} ${vocabulary[random.int(50)]} ${random.pick(TITLES)}`,
  }),
  'radius 20 km': (random) => ({
    around: { point: random.pick(communes.slice(0, 100)).point, radiusKm: 20 },
  }),
  nearest: (random) => ({ sort: 'nearest', distanceFrom: random.pick(communes.slice(0, 100)).point }),
  'all filters, facets': (random) => ({
    q: random.pick(TITLES),
    around: { point: random.pick(communes.slice(0, 100)).point, radiusKm: 50 },
    contract: contractWords({ kind: random.pick(CONTRACT_KINDS) }),
    since: NOW_MS - 14 * DAY_MS,
    facets: ['contract', 'since'],
  }),
  'page 50': () => ({ offset: 980 }),
};

const SINCE_STEPS = Object.fromEntries([1, 3, 7, 14, 31].map((days) => [days, NOW_MS - days * DAY_MS]));

/** Measures the embedded engine with a seeded corpus of `size` offers, or of 3,000 and of 50,000, and prints tables. */
export async function run(size?: number | string): Promise<void> {
  for (const offers of size === undefined ? [3000, 50_000] : [Number(size)]) await measureAt(offers);
}

async function measureAt(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-bench-'));
  const file = join(folder, 'index.db');
  const random = new Random(1);
  const print = (line: string) => process.stdout.write(`${line}\n`);
  print(
    `search: ${size} offers, texts of about 1,500 characters, ${RUNS} queries of each kind, one at a time`,
  );
  try {
    const db = openDatabase(file);
    let engine: EmbeddedEngine | undefined;
    let writer = openWriter({ db, onPublished: (message) => adopt(message) });
    const adopt = (message: Parameters<EmbeddedEngine['adopt']>[0]) => {
      if (engine) writer.acknowledge(engine.adopt(message));
    };
    const publish = async (label: string, first: number, count: number) => {
      const started = performance.now();
      await writer.publish((publication) => {
        for (let id = first; id < first + count; id++) publication.put(makeOffer(random, id));
      });
      const ms = performance.now() - started;
      print(
        `${label.padEnd(34)}${ms.toFixed(0).padStart(8)} ms ${((count / ms) * 1000).toFixed(0).padStart(8)} offers/s`,
      );
    };
    await publish('first publication', 0, size);
    await writer.close();

    let started = performance.now();
    writer = openWriter({ db, onPublished: (message) => adopt(message) });
    print(`${'start of the writer'.padEnd(34)}${(performance.now() - started).toFixed(0).padStart(8)} ms`);
    started = performance.now();
    engine = openEngine({ file });
    print(`${'start of the engine'.padEnd(34)}${(performance.now() - started).toFixed(0).padStart(8)} ms`);

    for (const scope of [scopeAround('town', 100), scopeAround('all', 2000)]) {
      const { total } = await engine.count(scope, {});
      print(
        `board "${scope.id}" with ${total} offers`.padEnd(34) +
          ['p50', 'p95', 'p99', 'max'].map((name) => `${name} ms`.padStart(9)).join(''),
      );
      for (const [name, make] of Object.entries(KINDS)) {
        await measure(print, name, () =>
          engine!.search(scope, {
            sort: 'relevance',
            offset: 0,
            limit: 20,
            sinceSteps: SINCE_STEPS,
            ...make(random),
          }),
        );
      }
      const filters: Filters = { q: 'infirmière' };
      await measure(print, 'count', () => engine!.count(scope, filters));
      await measure(print, 'suggest', () =>
        engine!.suggest(scope, random.pick(TITLES).slice(0, 1 + random.int(4)), 8),
      );
    }

    await publish('a quarter replaced', 0, Math.ceil(size / 4));
    await writer.close();
    await publish('one offer more', size, 1);
    await writer.close();
    const { rss } = process.memoryUsage();
    print(`memory ${(rss / 2 ** 20).toFixed(0)} MB · disk ${(statSync(file).size / 2 ** 20).toFixed(0)} MB`);
    await engine.close();
    db.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(
  print: (line: string) => void,
  name: string,
  ask: () => Promise<unknown>,
): Promise<void> {
  for (let warm = 0; warm < 20; warm++) await ask();
  const times: number[] = [];
  for (let query = 0; query < RUNS; query++) {
    const started = performance.now();
    await ask();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(2).padStart(9);
  print(`  ${name.padEnd(32)}${at(0.5)}${at(0.95)}${at(0.99)}${at(1)}`);
}
