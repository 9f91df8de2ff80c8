import type { Contract, Hours, OfferPlace, Pay } from '../../contract/index.ts';
import type { Posting } from '../posting.ts';
import { TOWNS, type Town } from './towns.ts';

/** An advertisement as its writer meant it. */
export interface Ad {
  title: string;
  employer?: string;
  siret?: string;
  /** One town, or several. */
  town: Town | Town[];
  /** Contract, as "cdd 6" for six months. */
  contract: string;
  nature?: Contract['nature'];
  time?: Hours['time'];
  weekly?: number;
  /** "1900 month", "24000-28000 year". */
  pay?: string;
  schedule?: string[];
  text: string;
}

/** How a posting differs from the advertisement that it was made of. */
export interface Edit extends Partial<Omit<Ad, 'employer' | 'text' | 'pay' | 'time' | 'weekly'>> {
  partner?: string;
  reference?: string;
  link?: string;
  postedAt?: string;
  /** `null` where the posting does not state it. */
  employer?: string | null;
  pay?: string | null;
  time?: Hours['time'] | null;
  weekly?: number | null;
  /** A text of its own. */
  text?: string;
  /** Parts of the text with what stands in their place; each must occur. */
  swap?: [part: string, other: string][];
  /** Keeps so many words. */
  cut?: number;
  before?: string;
  after?: string;
  /** Another hand's typography: capitals, no accents, or curly quotes, dashes and bullets. */
  typed?: 'capitals' | 'ascii' | 'fine';
}

/** Two postings, whether they are one job, and why. */
export interface Pair {
  same: boolean;
  why: string;
  edits: [Edit, Edit];
}

/** An advertisement with the pairs that are made of it. */
export interface Family {
  ad: Ad;
  pairs: Pair[];
}

/** Two postings of one job: the advertisement at the partner "alpha" and its edited copy, at "beta" unless it says so. */
export function same(why: string, copy: Edit, first: Edit = {}): Pair {
  return { same: true, why, edits: [first, copy] };
}

/** Two postings that are not one job. */
export function other(why: string, copy: Edit, first: Edit = {}): Pair {
  return { same: false, why, edits: [first, copy] };
}

/** The two postings of a pair. */
export function postingsOf(ad: Ad, { edits }: Pair): [Posting, Posting] {
  return [
    posting(ad, { partner: 'alpha', reference: 'A-1001', ...edits[0] }),
    posting(ad, { partner: 'beta', reference: '77-2002', ...edits[1] }),
  ];
}

function posting(ad: Ad, edit: Edit): Posting {
  const all = { ...ad, ...edit };
  const { partner, reference, employer, siret, nature, pay, time, weekly, schedule } = all;
  const [kind, months] = all.contract.split(' ');
  const hours: Hours = {};
  if (time) hours.time = time;
  if (weekly) hours.weekly = weekly;
  const made: Posting = {
    key: `${partner}:${reference}`,
    partner: partner!,
    reference,
    link: edit.link ?? `https://${partner}.example/offre/${reference}`,
    title: all.title,
    description: [{ kind: 'p', runs: [{ text: textOf(ad, edit) }] }],
    places: [all.town].flat().map(placeOf),
    contract: { kind: kind as Contract['kind'] },
    postedAt: edit.postedAt ?? '2026-11-16T08:00:00.000Z',
  };
  if (nature) made.contract.nature = nature;
  if (months) made.contract.months = Number(months);
  if (employer) made.employer = siret ? { name: employer, siret } : { name: employer };
  if (Object.keys(hours).length > 0) made.hours = hours;
  if (pay) made.pay = payOf(pay);
  if (schedule) made.schedule = schedule;
  return made;
}

function placeOf(name: Town): OfferPlace {
  const [insee, department = insee.slice(0, 2)] = TOWNS[name];
  if (insee.length < 5) return { name, department: insee, precision: 'department' };
  return { insee, name: name.replace(/ \(.*\)/, ''), department, precision: 'commune' };
}

function payOf(written: string): Pay {
  const [amounts = '', period] = written.split(' ');
  const [min, max] = amounts.split('-').map(Number);
  return max === undefined
    ? { min, period: period as Pay['period'] }
    : { min, max, period: period as Pay['period'] };
}

function textOf(ad: Ad, { text = ad.text, swap = [], cut, before, after, typed }: Edit): string {
  let written = text.replace(/\s+/g, ' ').trim();
  for (const [part, instead] of swap) {
    if (!written.includes(part)) throw new Error(`"${part}" does not occur in the text of "${ad.title}".`);
    written = written.replaceAll(part, instead);
  }
  if (cut !== undefined) written = `${written.split(' ').slice(0, cut).join(' ')}…`;
  written = [before, written, after].filter(Boolean).join(' ');
  if (typed === 'capitals') return written.toUpperCase();
  if (typed === 'ascii') return written.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe');
  if (typed === 'fine')
    return written.replaceAll("'", '’').replaceAll(' - ', ' — ').replaceAll(' :', '\u00a0:');
  return written;
}
