import { beforeAll, describe, expect, it } from 'vitest';
import { areas, kilometres } from './communes.ts';
import { FLAWS, generatePostings, SHARES } from './generate.ts';
import type { DemoPartner, DemoPosting } from './posting.ts';
import { Random } from './random.ts';
import { wordsIn } from './writing/copy.ts';

const TODAY = new Date('2026-11-22T09:00:00Z');
const SAINT_OMER = '62765';

let small: DemoPosting[];
let large: DemoPosting[];

beforeAll(() => {
  small = generatePostings({ seed: 1, size: 300, today: TODAY });
  large = generatePostings({ seed: 1, today: TODAY });
});

const percent = (part: number, whole: number) => (100 * part) / whole;
const percentOf = (fits: (posting: DemoPosting) => unknown) =>
  percent(large.filter(fits).length, large.length);

function grouped<Key>(postings: readonly DemoPosting[], key: (posting: DemoPosting) => Key) {
  const groups = new Map<Key, DemoPosting[]>();
  for (const posting of postings) {
    const group = groups.get(key(posting));
    if (group) group.push(posting);
    else groups.set(key(posting), [posting]);
  }
  return groups;
}

const text = (posting: DemoPosting) => wordsIn(posting.description).join(' ');
const sprays = (postings: readonly DemoPosting[]) =>
  [
    ...grouped(
      postings.filter(({ spray }) => spray),
      ({ spray }) => spray,
    ).values(),
  ].sort((a, b) => b.length - a.length);

describe('the seed', () => {
  it('decides everything within a day', () => {
    const evening = new Date('2026-11-22T22:59:59Z');

    expect(generatePostings({ seed: 1, size: 300, today: evening })).toEqual(small);
  });

  it('gives other postings when it differs', () => {
    const others = new Set(generatePostings({ seed: 2, size: 300, today: TODAY }).map(text));

    expect(small.filter((posting) => others.has(text(posting)))).toEqual([]);
  });

  it('gives the same postings a day later, each a day younger', () => {
    const tomorrow = generatePostings({ seed: 1, size: 300, today: new Date('2026-11-23T09:00:00Z') });

    const days = tomorrow.map(({ postedAt }, index) => +postedAt - +small[index]!.postedAt);

    expect(new Set(days)).toEqual(new Set([86_400_000]));
  });
});

describe('six thousand postings', () => {
  it('are shared out among the partners', () => {
    for (const [partner, share] of Object.entries(SHARES))
      expect(percentOf((posting) => posting.partner === partner)).toBeCloseTo(share * 100, 1);
  });

  it.each([
    ['cdi', 55, 2.5],
    ['interim', 33, 2.5],
    ['cdd', 10, 2],
  ])('hold the share of %s that real offers have', (contract, share, tolerance) => {
    const found = percentOf((posting) => posting.contract === contract);

    expect(Math.abs(found - share)).toBeLessThan(tolerance);
  });

  it('name no employer in 43 of a hundred', () => {
    expect(Math.abs(percentOf(({ employer }) => !employer) - 43)).toBeLessThan(2);
  });

  it('say nothing of pay in 44 of a hundred', () => {
    expect(Math.abs(percentOf(({ pay, payText }) => !pay && !payText) - 44)).toBeLessThan(2);
  });

  it('know the département alone in 3 of a hundred', () => {
    expect(Math.abs(percentOf(({ places }) => !places[0]!.insee) - 3)).toBeLessThan(1);
  });

  it('carry one job in eight at two or three partners', () => {
    const jobs = [...grouped(large, ({ job }) => job).values()];
    const carriers = jobs.map((postings) => new Set(postings.map(({ partner }) => partner)).size);

    const shared = percent(carriers.filter((count) => count > 1).length, jobs.length);

    expect(Math.abs(shared - 12)).toBeLessThan(1.5);
    expect(Math.max(...carriers)).toBe(3);
  });

  it('give no trade more than six places in a hundred near Saint-Omer', () => {
    const north = large.filter(({ places }) => places[0]!.department !== '33');

    const frequent = [...grouped(north, ({ trade }) => trade.rome)]
      .map(([rome, postings]) => [rome, percent(postings.length, north.length)] as const)
      .filter(([, share]) => share > 6);

    expect(frequent).toEqual([]);
  });

  it('never repeat a reference unless on purpose', () => {
    const clean = large.filter(({ flaw }) => flaw !== 'repeated-reference');

    const references = clean.map(({ partner, reference }) => `${partner} ${reference}`);

    expect(new Set(references).size).toBe(clean.length);
  });
});

describe('the texts', () => {
  it('are 100 to 300 words long before a partner cuts them', () => {
    const whole = large.filter((posting) => !isCut(posting));

    const odd = whole
      .map((posting) => wordsIn(posting.description).length)
      .filter((words) => words < 100 || words > 300);

    expect(whole.length).toBeGreaterThan(large.length * 0.9);
    expect(odd).toEqual([]);
  });

  it('leave no choice and no word open', () => {
    const open = large
      .map(({ title, description }) => [title, ...texts(description)].join(' '))
      .filter((words) => /[{}|[\]]/.test(words));

    expect(open).toEqual([]);
  });

  it('of two jobs of one trade share less than half of their five-word runs in 95 pairs of a hundred', () => {
    const random = new Random(3);
    const firsts = [...grouped(large, ({ job }) => job).values()].map(([posting]) => posting!);
    const trades = [...grouped(firsts, ({ trade }) => trade.rome).values()].filter(
      ({ length }) => length > 1,
    );
    const pairs = Array.from({ length: 2000 }, () => random.sample(random.pick(trades), 2));

    const alike = pairs.filter(([a, b]) => shared(a!, b!) >= 0.5);

    expect(percent(alike.length, pairs.length)).toBeLessThan(5);
  });
});

describe('three hundred postings', () => {
  it.each<DemoPartner>(['grand-tableau', 'boussole'])('hold every flaw at %s', (partner) => {
    const flaws = small.filter((posting) => posting.partner === partner).map(({ flaw }) => flaw);

    expect(new Set(flaws)).toEqual(new Set([undefined, ...FLAWS]));
  });

  it('hold five nurses within 20 km of Saint-Omer, one of them a woman in its own streets', () => {
    const members = areas()['saint-omer'].members;
    const point = (insee?: string) => members.find((commune) => commune.insee === insee)?.point;
    const near = small.filter(({ flaw, trade, places }) => {
      const place = point(places[0]!.insee);
      return !flaw && trade.rome === 'J1506' && place && kilometres(place, point(SAINT_OMER)!) <= 20;
    });

    expect(new Set(near.map(({ job }) => job)).size).toBeGreaterThanOrEqual(5);
    expect(near.map(({ title }) => title)).toContain('Infirmière');
    expect(near.map(({ places }) => places[0]!.insee)).toContain(SAINT_OMER);
  });

  it('spray one text over 23 communes and another over 8', () => {
    const [wide, narrow, ...others] = sprays(small);

    expect([wide!.length, narrow!.length, others]).toEqual([23, 8, []]);
    for (const spray of [wide!, narrow!]) {
      expect(new Set(spray.map(text)).size).toBe(1);
      expect(new Set(spray.map(({ title }) => title)).size).toBe(1);
      expect(new Set(spray.map(({ partner }) => partner)).size).toBe(1);
      expect(new Set(spray.map(({ places }) => places[0]!.insee)).size).toBe(spray.length);
    }
  });
});

function texts(description: DemoPosting['description']): string[] {
  return description.flatMap((block) => (block.kind === 'ul' ? block.items : [block.text]));
}

function isCut({ description }: DemoPosting): boolean {
  return texts(description).some((line) => line.endsWith('…'));
}

function runs(posting: DemoPosting): Set<string> {
  const words = wordsIn(posting.description).map((word) => word.toLowerCase());
  return new Set(words.slice(4).map((_, index) => words.slice(index, index + 5).join(' ')));
}

/** What part of the shorter text's five-word runs the other has too. */
function shared(a: DemoPosting, b: DemoPosting): number {
  const [few, many] = [runs(a), runs(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>];
  return [...few].filter((run) => many.has(run)).length / few.size;
}
