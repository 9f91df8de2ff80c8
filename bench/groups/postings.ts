import { areas } from '../../demo/partners/communes.ts';
import { generatePostings } from '../../demo/partners/generate.ts';
import type { DemoBlock, DemoPosting } from '../../demo/partners/posting.ts';
import type { Block, OfferPlace } from '../../endpoint/src/contract/index.ts';
import type { Posting } from '../../endpoint/src/offers/posting.ts';

/** A posting with the number of the job that it is, which grouping never sees. */
export interface Numbered {
  posting: Posting;
  job: string;
}

/** The generator knows every text that it has written, and slows down beyond so many. */
const A_PART = 20_000;
const FLAWS_THAT_PASS = new Set([undefined, 'control-characters']);

/** The demonstration's postings as its mappings would make them, those left out that a reader refuses. */
export function numberedPostings(count: number): Numbered[] {
  const names = new Map(
    Object.values(areas()).flatMap(({ members, around }) =>
      [...members, ...around].map(({ insee, name }) => [insee, name] as const),
    ),
  );
  const made: Numbered[] = [];
  for (let part = 0; made.length < count; part++) {
    const size = Math.min(A_PART, Math.max(300, Math.ceil((count - made.length) * 1.03)));
    for (const demo of generatePostings({ seed: part + 1, size, today: new Date('2026-11-22T12:00:00Z') })) {
      if (!FLAWS_THAT_PASS.has(demo.flaw)) continue;
      made.push({ posting: postingOf(demo, part, names), job: `${part}.${demo.job}` });
    }
  }
  return made.slice(0, count);
}

function postingOf(demo: DemoPosting, part: number, names: ReadonlyMap<string, string>): Posting {
  const { partner, title, employer, time, weeklyHours: weekly, pay } = demo;
  const reference = `${demo.reference}${part === 0 ? '' : `-${part}`}`;
  const nature = demo.contract === 'apprentissage' ? 'apprentissage' : undefined;
  return {
    key: `${partner}:${reference}`,
    partner,
    reference,
    link: `https://${partner}.example/offre/${reference}`,
    title,
    description: demo.description.map(blockOf),
    employer,
    places: demo.places.map(({ insee, written, department }): OfferPlace =>
      insee
        ? { insee, name: names.get(insee) ?? written, department, precision: 'commune' }
        : { name: written, department, precision: 'department' },
    ),
    contract: {
      kind: demo.contract === 'apprentissage' ? 'cdd' : demo.contract,
      nature,
      months: demo.months,
    },
    hours: { time, weekly },
    pay: pay && !pay.wrongPeriod ? { min: pay.min, max: pay.max, period: pay.period } : undefined,
    postedAt: demo.postedAt.toISOString(),
  };
}

function blockOf(block: DemoBlock): Block {
  return block.kind === 'ul'
    ? { kind: 'ul', items: block.items.map((text) => [{ text }]) }
    : { kind: block.kind, runs: [{ text: block.text }] };
}
