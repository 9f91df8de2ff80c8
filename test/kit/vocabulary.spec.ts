import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CHOICES, CRITERIA, SORTS, wordsOf } from '../../src/board/criteria.ts';
import { saneOffers } from '../../src/client/sanity.ts';

interface Schema {
  enum?: string[];
  properties?: Record<string, Schema>;
}
interface Parameter {
  name: string;
  schema: Schema & { pattern?: string };
}

const contract = JSON.parse(
  readFileSync(new URL('../../endpoint/openapi.json', import.meta.url), 'utf8'),
) as {
  components: { schemas: Record<string, Schema> };
  paths: Record<string, { get: { parameters: Parameter[] } }>;
};
const { parameters } = contract.paths['/v1/boards/{board}/offers']!.get;

const parameter = (name: string) => parameters.find((one) => one.name === name)!.schema;
/** The words of a comma-separated list. */
const words = (name: string) => /^\^\((.+?)\)/.exec(parameter(name).pattern!)![1]!.split('|');
const values = (schema: string, property: string) =>
  contract.components.schemas[schema]!.properties![property]!.enum!;

/** An answer with one card, as the endpoint may send it. */
function setup(change: Record<string, unknown>) {
  const card = { id: 'a', title: 'a', postedAt: '2026-11-20T08:00:00Z', partners: ['a'], ...change };
  return saneOffers({ total: 1, offers: [card] })?.offers[0];
}

it('of the criteria is that of the contract', () => {
  for (const choice of CHOICES) {
    const known = wordsOf(choice);
    if (known) expect(known, choice).toEqual(words(choice));
    else expect(parameter(choice).pattern, choice).toMatch(/\{1,80\}|2\[AB\]/);
  }
  expect([...SORTS]).toEqual(parameter('sort').enum);
  for (const name of CRITERIA) expect(parameter(name), name).toBeDefined();
});

it('of an offer is shown as the endpoint sends it', () => {
  for (const kind of values('Contract', 'kind')) {
    for (const nature of values('Contract', 'nature')) {
      expect(setup({ contract: { kind, nature } })?.contract).toMatchObject({ kind, nature });
    }
  }
  for (const period of values('Pay', 'period')) expect(setup({ pay: { period } })?.pay?.period).toBe(period);
  for (const time of values('Hours', 'time')) expect(setup({ hours: { time } })?.hours?.time).toBe(time);
  for (const remote of values('OfferCard', 'remote')) expect(setup({ remote })?.remote).toBe(remote);
  for (const precision of values('OfferPlace', 'precision')) {
    expect(setup({ place: { name: 'a', precision } })?.place?.precision).toBe(precision);
  }
});

it('of facets reaches the elements', () => {
  const facets = Object.fromEntries(
    words('facets').map((name) => [name, [{ value: 'a', total: 1, label: 'A' }]]),
  );

  expect(saneOffers({ total: 1, offers: [], facets })?.facets).toEqual(facets);
});
