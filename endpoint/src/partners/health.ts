import { Cron } from 'croner';
import { tableLines } from '../shared/table.ts';
import type { Partner } from './partner.ts';
import { type SourceState, type Tally, tallyOf } from './sources.ts';

const MINUTE_MS = 60_000;
/** A source is late so long after its time: delay by chance, rest between refreshes and the refresh itself are over. */
const LATE_AFTER_MS = 120 * MINUTE_MS;

/** How a partner's source stands now, for the operator: counts are of the last gathering. */
export interface SourceHealth extends Tally {
  partner: string;
  name: string;
  /** `never`: it has not been asked yet. */
  status: SourceState['status'] | 'never';
  /** ms since the epoch. */
  askedAt?: number;
  /** ms since the epoch of the last whole, unchanged or new gathering. */
  wellAt?: number;
  /** Postings that are shown. */
  standing: number;
  /** What the operator should look at, a sentence each. */
  alarms: string[];
}

/** The health of every partner's source, in the order of the partners. */
export function healthOf(
  partners: Iterable<Partner>,
  states: ReadonlyMap<string, SourceState>,
  now: number,
): SourceHealth[] {
  return [...partners].map((partner) => {
    const { id, name, feed } = partner;
    const state = states.get(id);
    const { status = 'never', standing = 0, askedAt, wellAt } = state ?? {};
    const tally = state ? tallyOf(state) : { read: 0, accepted: 0, refused: 0, reasons: {} };
    const alarms = alarmsOf(feed.every, state, now);
    return { partner: id, name, status, askedAt, wellAt, standing, ...tally, alarms };
  });
}

function alarmsOf(every: string, state: SourceState | undefined, now: number): string[] {
  if (!state) return ['It has not been asked yet.'];
  const { reason, status, askedAt } = state;
  const { read, accepted } = tallyOf(state);
  const alarms: string[] = [];
  if (reason) alarms.push(reason);
  else if (!['complete', 'unchanged', 'news'].includes(status))
    alarms.push('Its last gathering was not whole.');
  if (read > 0 && accepted === 0 && status !== 'news') {
    alarms.push(`None of its ${read} records became an offer.`);
  }
  const due = new Cron(every, { paused: true, timezone: 'Europe/Paris' }).nextRun(new Date(askedAt));
  if (due && now - due.getTime() > LATE_AFTER_MS) alarms.push('It was not asked at its last time.');
  return alarms;
}

/** The health of sources as lines for a terminal: a table, then alarms, then why records were refused. */
export function healthLines(sources: readonly SourceHealth[], now: number): string[] {
  const rows = sources.map(({ name, status, wellAt, standing, read, accepted, refused }) => [
    name,
    status,
    wellAt === undefined ? 'never' : age(now - wellAt),
    ...[standing, read, accepted, refused].map(String),
  ]);
  const headings = ['partner', 'state', 'last success', 'postings', 'read', 'accepted', 'refused'];
  return [
    ...tableLines(headings, rows, 3),
    ...sources.flatMap(({ name, alarms }) => alarms.map((alarm) => `! ${name}: ${alarm}`)),
    ...sources.flatMap(refusalLines),
  ];
}

/** Why a source's records were refused, the most frequent reason first, with two samples each. */
export function refusalLines({ name, reasons }: Pick<SourceHealth, 'name' | 'reasons'>): string[] {
  return Object.entries(reasons)
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([reason, { count, samples }]) => {
      const some = samples.length > 0 ? ` (${samples.slice(0, 2).join(', ')})` : '';
      return `${name}: ${count} × ${reason}${some}`;
    });
}

function age(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / MINUTE_MS));
  if (minutes < 120) return `${minutes} min ago`;
  const hours = Math.round(minutes / 60);
  return hours < 72 ? `${hours} h ago` : `${Math.round(hours / 24)} days ago`;
}
