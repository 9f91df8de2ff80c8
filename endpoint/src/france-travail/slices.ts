import type { ReadItem } from '../feeds/read/record.ts';
import { MAX_FIRST, MAX_LAST, type Page, type Query } from './service.ts';

/** So many offers of a page are asked for again with the next one: what moves up while we read is not lost. */
const OVERLAP = 10;
/** A list that changes while it is read is read again, so many times in all. */
const READINGS = 4;
/** A moment of creation is sent to the second; a slice of one second is not cut any more. */
const SECOND_MS = 1000;

/** A part of a territory, and the time in which its offers were created: ms since the epoch, both ends included. */
export interface Slice {
  area: Query;
  from: number;
  to: number;
}

/** What slices are read with. */
export interface SliceReading {
  page(query: Query, first: number): Promise<Page>;
  /** What every query has beside its slice. */
  common: Query;
  /** The id of an offer; nothing where it cannot be read. */
  idOf(offer: ReadItem): string | undefined;
  /** Takes the offers of a page; the same offer may come again. */
  onOffers(offers: readonly ReadItem[]): void | Promise<void>;
  /** Told how many offers a slice holds, once it is small enough to be read. */
  onSize?(offers: number): void;
}

/**
 * Reads a slice whole. One that holds more than the service gives out is cut in two in time, again and again.
 * @returns why it is not whole, in one sentence; nothing where it is
 */
export async function readSlice(slice: Slice, reading: SliceReading): Promise<string | undefined> {
  const waiting = [slice];
  let reason: string | undefined;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const end = await readList(next, reading);
    if (end === 'too long') {
      if (next.to - next.from <= SECOND_MS) {
        reason = `${nameOf(next)} holds more offers of one second than France Travail gives out.`;
        continue;
      }
      // Both halves hold the second in the middle, since it is not said to which of them its fractions belong.
      const middle = floor((next.from + next.to) / 2);
      waiting.push({ ...next, to: middle }, { ...next, from: middle });
    } else if (end === 'changing') {
      reason = `The offers of ${nameOf(next)} changed each time they were read.`;
    }
  }
  return reason;
}

/**
 * Reads a list page by page until one reading found it still: the same total on each page, and where pages overlap
 * the same offers. A list that never stands still is whole, too, once as many offers as it holds were seen.
 */
async function readList(slice: Slice, reading: SliceReading): Promise<'whole' | 'changing' | 'too long'> {
  const query = queryOf(slice, reading.common);
  const seen = new Set<string>();
  let total = 0;
  for (let time = 0; time < READINGS; time++) {
    let still = true;
    let before: ReadItem[] = [];
    for (let first = 0, last = -1; ;) {
      const page = await reading.page(query, first);
      await reading.onOffers(page.offers);
      for (const offer of page.offers) {
        const id = reading.idOf(offer);
        if (id !== undefined) seen.add(id);
      }
      if (first === 0) {
        if ((page.total ?? 0) > MAX_LAST + 1) return 'too long';
        if (time === 0) reading.onSize?.(page.total ?? 0);
        total = page.total ?? 0;
      } else {
        still &&= page.total === total && sameOverlap(before, page.offers, last + 1 - first, reading);
        total = page.total ?? total;
      }
      last = first + page.offers.length - 1;
      if (last + 1 >= total || page.offers.length === 0) {
        still &&= last + 1 === total;
        break;
      }
      before = page.offers;
      first = Math.min(last + 1 - OVERLAP, MAX_FIRST);
    }
    if (still) return 'whole';
  }
  return seen.size >= total ? 'whole' : 'changing';
}

/** Whether the last offers of a page are the first ones of the next. */
function sameOverlap(
  before: readonly ReadItem[],
  after: readonly ReadItem[],
  length: number,
  { idOf }: SliceReading,
): boolean {
  const ids = new Set(after.slice(0, length).map(idOf));
  return before.slice(-length).every((offer) => ids.has(idOf(offer)));
}

function queryOf({ area, from, to }: Slice, common: Query): Query {
  return { ...common, ...area, minCreationDate: instant(from), maxCreationDate: instant(to) };
}

/** As the service reads it: to the second, in UTC. */
function instant(ms: number): string {
  return `${new Date(floor(ms)).toISOString().slice(0, 19)}Z`;
}

function floor(ms: number): number {
  return Math.floor(ms / SECOND_MS) * SECOND_MS;
}

function nameOf({ area }: Slice): string {
  return area.departement ? `département ${area.departement}` : `the communes ${area.commune}`;
}
