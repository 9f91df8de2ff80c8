/** How large a bench is: "400x2500" is 400 partners with 2,500 records each. */
export interface Size {
  partners: number;
  records: number;
}

/** 0 is the first gathering, 1 the refresh after a quarter of the records changed. */
export type Round = 0 | 1;

/** What is wrong with a record, in the words with which the endpoint refuses it. */
export type Flaw =
  | 'no title'
  | 'link leads to a host that the partner did not declare'
  | 'date cannot be read'
  | 'repeated reference';

/** One record of a feed, before it is written. */
export interface Planned {
  /** Unique among all partners. */
  reference: string;
  /** Number of the job; records of one job are one offer. */
  job: number;
  /** The commune of a sprayed job, counted from 0; absent where the job has its own. */
  sprayed?: number;
  /** What a copy at another partner makes of the text. */
  copy?: 'whole' | 'without employer' | 'with a sentence';
  /** Its text has one sentence more than in the round before. */
  changed: boolean;
  flaw?: Flaw;
}

/** Shares of a partner's records: copies of other partners' jobs, and one text posted in several communes. */
const COPIED = 0.12;
const SPRAYED = 0.02;
const COMMUNES_A_SPRAY = 5;
/** Of a hundred records so many are withdrawn for new ones between the rounds, and so many more change. */
const REPLACED_PERCENT = 10;
const CHANGED_PERCENT = 15;
/** Of two hundred records so many have a flaw. */
const FLAWED = 4;
const FLAWS: Flaw[] = [
  'no title',
  'link leads to a host that the partner did not declare',
  'date cannot be read',
  'repeated reference',
];
const COPIES = ['whole', 'without employer', 'with a sentence'] as const;

/** What every record of every partner is, by its number alone, so that nothing has to be kept. */
export class Plan {
  readonly size: Size;
  readonly #copies: number;
  readonly #sprayed: number;

  constructor(size: Size) {
    this.size = size;
    this.#copies = size.partners > 1 ? Math.floor(size.records * COPIED) : 0;
    this.#sprayed = Math.floor((size.records * SPRAYED) / COMMUNES_A_SPRAY) * COMMUNES_A_SPRAY;
  }

  record(partner: number, index: number, round: Round): Planned {
    const { partners, records } = this.size;
    const all = partners * records;
    const own = partner * records + index;
    const chance = spread(own);
    const drawn = round === 0 ? 100 : chance % 100;
    const flaw = (chance >>> 8) % 200 < FLAWED ? FLAWS[(chance >>> 16) % FLAWS.length] : undefined;
    const changed = drawn >= REPLACED_PERCENT && drawn < REPLACED_PERCENT + CHANGED_PERCENT;
    if (drawn < REPLACED_PERCENT) return { reference: referenceOf(own + all), job: own + all, changed, flaw };
    const common = { reference: referenceOf(own), changed, flaw };
    if (index < this.#copies) {
      const other = (partner + 1 + (index % (partners - 1))) % partners;
      const job = other * records + this.#copies + this.#sprayed + index;
      return { ...common, job, copy: COPIES[(chance >>> 20) % COPIES.length] };
    }
    const at = index - this.#copies;
    if (at >= this.#sprayed) return { ...common, job: own };
    return { ...common, job: own - (at % COMMUNES_A_SPRAY), sprayed: at % COMMUNES_A_SPRAY };
  }

  /** The partner that a job comes from, and so the houses that it may be of. */
  originOf(job: number): number {
    const { partners, records } = this.size;
    return Math.floor(job / records) % partners;
  }

  /** What a round has to give, counted from the plan alone. */
  expected(round: Round): Expected {
    const { partners, records } = this.size;
    const jobs = new Uint8Array(2 * partners * records);
    const expected: Expected = { read: 0, accepted: 0, refused: {}, copies: 0, offers: 0 };
    for (let partner = 0; partner < partners; partner++) {
      for (let index = 0; index < records; index++) {
        const { flaw, job } = this.record(partner, index, round);
        expected.read += flaw === 'repeated reference' ? 2 : 1;
        if (flaw) expected.refused[flaw] = (expected.refused[flaw] ?? 0) + 1;
        if (flaw && flaw !== 'repeated reference') continue;
        expected.accepted++;
        if (jobs[job]) expected.copies++;
        else expected.offers++;
        jobs[job] = 1;
      }
    }
    return expected;
  }
}

/** Exact counts of a round. */
export interface Expected {
  read: number;
  accepted: number;
  refused: Partial<Record<Flaw, number>>;
  /** Accepted records of jobs that another accepted record is of, too. */
  copies: number;
  offers: number;
}

/** Letters and digits in one piece: its parts alone must not look like another partner's reference. */
function referenceOf(number: number): string {
  return `r${number.toString(36).padStart(6, '0')}`;
}

/** Spreads numbers over 32 bits. */
export function spread(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
