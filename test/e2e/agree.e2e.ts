import { beforeAll, expect, test } from 'vitest';
import { Random } from '../../demo/partners/random.ts';
import { rankingOf, type Ranked } from '../../src/board/barometer.ts';
import type { Criteria, Facets } from '../../src/board/state.ts';
import { CHOICES } from '../../src/client/choices.ts';
import { Client, queryString } from '../../src/client/client.ts';
import { saneMap, type MapAnswer } from '../../src/client/map.ts';
import { bubblesOf } from '../../src/elements/map/bubbles.ts';
import { Ground } from '../../src/elements/map/ground.ts';
import { endpoint } from '../kit/e2e.ts';

/** As many states of a search for each board, from one seed. */
const STATES = { 'saint-omer': 400, pessac: 300, bordeaux: 300 };
const WORDS = ['agent', 'aide', 'infirmier', 'conducteur', 'vendeur', 'cuisine', 'logistique', 'technicien'];
/** Facets of open lists hold so many values, and those that are filtered by. */
const FACET_VALUES = 50;
const FRAME = { width: 700, height: 400, em: 16 };

const client = new Client(endpoint);
const { signal } = new AbortController();

async function ask(board: string, query: object) {
  const answer = await client.offers(board, { ...query, limit: 1 }, signal);
  return { total: answer.total, facets: answer.facets ?? {} };
}

/** A state that residents can reach: values that the board has, more or less of them. */
function anyCriteria(random: Random, all: Facets, communes: readonly string[]): Criteria {
  const criteria: Criteria = {};
  if (random.chance(0.3)) criteria.q = random.pick(WORDS);
  if (random.chance(0.3))
    Object.assign(criteria, { place: random.pick(communes), radius: random.pick([5, 20, 40]) });
  if (random.chance(0.2)) criteria.since = random.pick([3, 7, 30]);
  for (const choice of CHOICES) {
    const values = (all[choice] ?? []).filter(({ total }) => total).map(({ value }) => value);
    if (!values.length || !random.chance(0.15)) continue;
    const chosen = new Set([random.pick(values), random.pick(values.slice(0, 5))]);
    criteria[choice] = [...chosen];
  }
  return criteria;
}

/** What the map shows of a state, as its element reads it; every commune stands in one bubble or in none. */
function bubblesIn({ areas }: MapAnswer) {
  const ground = new Ground(50);
  ground.hold(areas);
  const extent = ground.extent(FRAME.width, FRAME.height);
  return extent ? bubblesOf(ground.spots(areas, extent, FRAME.width), 1, FRAME.em) : [];
}

const all = new Map<string, { facets: Facets; communes: string[] }>();
beforeAll(async () => {
  for (const board of Object.keys(STATES)) {
    const { facets } = await ask(board, { facets: CHOICES });
    all.set(board, { facets, communes: facets.commune!.map(({ value }) => value) });
  }
});

test.for(Object.entries(STATES))(
  'map, table, facets, barometer and list of %s agree in %i states',
  async ([board, count]) => {
    const random = new Random(20_261_123);
    const { facets: values, communes } = all.get(board)!;
    const places = communes.filter((code) => code !== 'unstated');
    let found = 0;
    let chosen = 0;

    for (let state = 0; state < count; state++) {
      const criteria = anyCriteria(random, values, places);
      const told = `${board} ${queryString(criteria)}`;
      const { total, facets } = await ask(board, { ...criteria, facets: ['commune', 'trade', 'sector'] });
      const unplacedBy = queryString({ ...criteria, commune: undefined });
      const map = await client.get(board, `/map${unplacedBy}`, saneMap, signal);
      const { areas, unplaced } = map;
      if (total) found++;

      // The facet of communes ignores its own filter, and so does the map.
      const byCode = new Map(areas.map((area) => [area.code, area.total]));
      const facet = facets.commune!.filter(({ value, total }) => value !== 'unstated' && total);
      expect(
        facet.map(({ value }) => byCode.get(value)),
        told,
      ).toEqual(facet.map(({ total }) => total));
      expect(facet.length, told).toBeGreaterThanOrEqual(Math.min(areas.length, FACET_VALUES));
      expect(facets.commune!.find(({ value }) => value === 'unstated')?.total ?? 0, told).toBe(unplaced);

      // A bubble holds what its communes hold, and no commune stands in two.
      const bubbles = bubblesIn(map);
      const inBubbles = bubbles.flatMap(({ areas }) => areas);
      expect(new Set(inBubbles), told).toEqual(new Set(areas.filter(({ point }) => point)));
      for (const { areas, total } of bubbles) {
        expect(total, told).toBe(areas.reduce((sum, area) => sum + area.total, 0));
      }

      // The list that a row of the table narrows to.
      const area = areas.length ? random.pick(areas) : undefined;
      if (area) {
        const narrowed = await ask(board, { ...criteria, commune: [area.code] });
        expect(narrowed.total, `${told} and ${area.code}`).toBe(area.total);
        chosen++;
      }
      if (!criteria.commune) {
        const most = areas.reduce((sum, { total }) => sum + total, 0) + unplaced + map.outside;
        expect(total, told).toBeLessThanOrEqual(most);
        expect(total, told).toBeGreaterThanOrEqual(Math.max(0, ...areas.map(({ total }) => total)));
      }

      // And the one that the barometer narrows to.
      const ranked: Ranked = random.pick(['trade', 'sector']);
      const [first] = rankingOf(facets[ranked]).ranks;
      if (first) {
        const narrowed = await ask(board, { ...criteria, [ranked]: first.values });
        expect(narrowed.total, `${told} and ${ranked} ${first.label}`).toBe(first.total);
      }
    }
    expect(found).toBeGreaterThan(count / 4);
    expect(chosen).toBeGreaterThan(count / 4);
  },
);
