import type { DemoBlock, DemoFlaw, DemoPartner, DemoPosting } from '../posting.ts';
import { sectorOf } from '../data/sectors.ts';
import type { Random } from '../random.ts';
import { begin, copyText, inventContact, leak } from './copy.ts';
import type { Job } from './job.ts';
import { statePay } from './pay.ts';
import { writePlace } from './place.ts';
import { spellTitle } from './title.ts';

/** How a posting departs from its job. */
export interface Copy {
  /** The employer's name stands in it. */
  named?: boolean;
  /** Another partner had it first. */
  taken?: boolean;
  /** Its title or first words differ from the first posting's. */
  reworded?: boolean;
  /** Its place is a commune, never a département alone. */
  precise?: boolean;
  /** Its exact title, where chance shall not spell it. */
  title?: string;
  spray?: number;
  flaw?: DemoFlaw;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MAX_AGE_DAYS = 59;
/** Share of texts that give a person's address or number away, and of employers' own postings with a contact. */
const LEAKING = 0.02;
const WITH_CONTACT = 0.3;

/** Writes jobs as their partners post them. */
export class Poster {
  readonly #random: Random;
  /** Midnight UTC of today. */
  readonly #midnight: number;
  #posted = 0;

  constructor(random: Random, today: Date) {
    this.#random = random;
    this.#midnight = Math.floor(today.getTime() / DAY_MS) * DAY_MS;
  }

  /** One partner's posting of a job. */
  post(job: Job, partner: DemoPartner, copy: Copy = {}): DemoPosting {
    const random = this.#random;
    const { trade, contract, commune } = job;
    const sector = sectorOf(trade);
    const own = partner === 'atelier-rh' || partner === 'mairies';
    const contact =
      own && random.chance(WITH_CONTACT) ? inventContact(random, commune.department !== '33') : undefined;
    return {
      partner,
      reference: this.#reference(partner),
      job: job.number,
      spray: copy.spray,
      flaw: copy.flaw,
      title: this.#title(job, partner, copy),
      employer: copy.named ? { name: job.employer.name, ...this.#siret(job, partner) } : undefined,
      trade: { rome: trade.rome, label: trade.label },
      sector: { naf: sector.naf, label: sector.label },
      description: this.#description(job, copy),
      places: [writePlace(random, commune, partner, copy.precise)],
      contract,
      months: job.months,
      time: job.time,
      weeklyHours: random.chance(0.6) ? job.weeklyHours : undefined,
      shifts: job.shifts,
      openToDisabled: job.openToDisabled,
      ...statePay(random, job.pay, partner),
      experience: job.experience,
      remote: job.remote,
      openings: job.openings,
      ...this.#dates(job, copy),
      contact,
    };
  }

  #title(job: Job, partner: DemoPartner, copy: Copy): string {
    if (copy.flaw === 'no-title') return '';
    if (copy.title) return copy.title;
    const title = spellTitle(this.#random, job.title, partner);
    return copy.reworded && this.#random.chance(0.6) ? `${title} - ${job.commune.name}` : title;
  }

  #description(job: Job, copy: Copy): DemoBlock[] {
    const random = this.#random;
    const taken = copy.taken ? copyText(random, job.description) : job.description;
    const begun = copy.reworded ? begin(random, taken) : taken;
    if (copy.spray || !random.chance(LEAKING)) return [...begun];
    return leak(random, begun, inventContact(random, job.commune.department !== '33'));
  }

  #siret(job: Job, partner: DemoPartner): { siret?: string } {
    return partner === 'atelier-rh' || this.#random.chance(0.5) ? { siret: job.employer.siret } : {};
  }

  /** The newest come with the night's import, at midnight; the others in office hours of their day. */
  #dates(job: Job, { taken, flaw }: Copy): Pick<DemoPosting, 'postedAt' | 'updatedAt' | 'expiresAt'> {
    const random = this.#random;
    const older = flaw === 'expired' ? random.integer(25, MAX_AGE_DAYS) : job.age;
    const age = Math.max(0, taken ? older - random.integer(0, 3) : older);
    const officeMs = age === 0 ? 0 : random.integer(6 * 60, 19 * 60) * 60_000;
    const later = age > 1 && random.chance(0.3) ? random.integer(1, age - 1) : undefined;
    const ends = flaw === 'expired' ? -random.integer(2, 15) : job.ends;
    return {
      postedAt: new Date(this.#midnight - age * DAY_MS + officeMs),
      updatedAt: later === undefined ? undefined : new Date(this.#midnight - later * DAY_MS + 5 * HOUR_MS),
      expiresAt: ends === undefined ? undefined : new Date(this.#midnight + ends * DAY_MS + 21 * HOUR_MS),
    };
  }

  /** A reference in the partner's own manner, never given twice. */
  #reference(partner: DemoPartner): string {
    const number = ++this.#posted;
    const scattered = (number * 7_919) % 1_000_003;
    if (partner === 'grand-tableau') return `GT${String(10_000_000 + scattered * 7)}`;
    if (partner === 'boussole') return String(4_000_000 + scattered);
    if (partner === 'atelier-rh') return `REC-2026-${String(scattered).padStart(6, '0')}`;
    return `OE${String(number).padStart(5, '0')}`;
  }
}
