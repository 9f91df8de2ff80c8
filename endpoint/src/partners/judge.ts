import type { Gathering } from '../feeds/feed.ts';
import type { Cursor } from '../france-travail/gather.ts';
import type { SourceState } from './sources.ts';

/** A feed may lose up to this share between two refreshes before it is doubted. */
const SHRINK_GUARD = 0.5;
/** Below this many postings a halved feed is ordinary life. */
const MIN_GUARDED = 20;
/** So many equal shrunken refreshes are believed. */
const BELIEVED_AFTER = 3;
/** Two counts are equal within this share, or within so many postings: a living feed never says the same twice. */
const EQUAL_WITHIN = 0.1;
const EQUAL_WITHIN_POSTINGS = 2;
/** A source that has not been well for so long loses its offers. */
const CLOSED_AFTER_MS = 72 * 3_600_000;

/** What a source gave: a feed's gathering, or a look at a service that is read in pages. */
export interface Gathered extends Omit<Gathering, 'status'> {
  /** `news`: all that is new since the last time, and nothing else. */
  status: Gathering['status'] | 'news';
  /** How far a service in pages was read. */
  cursor?: Cursor;
}

/** What becomes of a partner's postings. */
export type Take =
  /** What is not in it is withdrawn. */
  | 'replace'
  /** What is not in it is withdrawn if it was not in the last whole one either: pages move while they are read. */
  | 'replace twice missed'
  /** Nothing is withdrawn. */
  | 'add'
  /** Nothing changes. */
  | 'keep'
  /** All go. */
  | 'close';

/** What a gathering means for the postings that stand. */
export interface Verdict {
  state: SourceState;
  take: Take;
}

/** What a source is judged by, beside what it gave. */
export interface Circumstances {
  /** How many postings of the partner stand. */
  standing: number;
  before: SourceState | undefined;
  /** ms since the epoch */
  now: number;
  /** The operator says that the shrunken feed is right. */
  accept?: boolean;
}

/**
 * Judges what a refresh gathered:
 *
 * | it gave | and | then | state |
 * |---|---|---|---|
 * | `unchanged` | | keep | well |
 * | `news` | | add | well |
 * | `complete` | at least half of what stands, or fewer than 20 stand | replace | well |
 * | `complete` | less than half, equal for the third time or accepted by the operator | replace | well |
 * | `complete` | less than half | add | `shrunk` |
 * | `incomplete` | well within 72 hours | add | in fault |
 * | `incomplete` | not well for 72 hours | replace: what no whole feed confirms goes, what still comes stays | in fault |
 * | `failed` | well within 72 hours | keep | in fault |
 * | `failed` | not well for 72 hours | close | `closed` |
 */
export function judge(gathered: Gathered, circumstances: Circumstances): Verdict {
  const { before, now } = circumstances;
  const { ms: _, ...rest } = gathered;
  const state: SourceState = { ...rest, askedAt: now, wellAt: before?.wellAt, missing: before?.missing };
  const { status } = gathered;
  if (status === 'unchanged') {
    const known = { ...state, ...before, status, reason: undefined, askedAt: now, wellAt: now };
    return { state: known, take: 'keep' };
  }
  if (status === 'news') return { state: { ...state, wellAt: now }, take: 'add' };
  if (status === 'complete') return whole(state, circumstances);
  return broken(state, circumstances);
}

function whole(state: SourceState, { standing, before, now, accept }: Circumstances): Verdict {
  const well: SourceState = { ...state, wellAt: now };
  const { accepted } = state;
  const doubted = standing >= MIN_GUARDED && accepted < standing * SHRINK_GUARD;
  const same = before?.shrunk && isEqual(accepted, before.shrunk.accepted) ? before.shrunk : undefined;
  const times = (same?.times ?? 0) + 1;
  if (!doubted || times >= BELIEVED_AFTER || (accept && same)) {
    return { state: well, take: state.cursor ? 'replace twice missed' : 'replace' };
  }
  const shrunk: SourceState = {
    ...well,
    status: 'shrunk',
    reason: `The feed holds ${accepted} postings where ${standing} stood: the old ones stay until it has said so ${BELIEVED_AFTER} times, or until "town-jobs accept".`,
    // The whole feed is to come again, or there would be no second time.
    validators: undefined,
    cursor: undefined,
    shrunk: { accepted: same?.accepted ?? accepted, times },
  };
  return { state: shrunk, take: 'add' };
}

function broken(state: SourceState, { before, now }: Circumstances): Verdict {
  const troubledSince = before?.wellAt === undefined ? (before?.troubledSince ?? now) : undefined;
  const fault: SourceState = { ...state, validators: undefined, shrunk: before?.shrunk, troubledSince };
  const tooLong = now - (before?.wellAt ?? troubledSince ?? now) > CLOSED_AFTER_MS;
  if (state.status === 'incomplete') {
    if (!tooLong) return { state: fault, take: 'add' };
    const reason = `Not whole for 72 hours: only the offers that it still carries are shown. ${state.reason ?? ''}`;
    return { state: { ...fault, reason: reason.trim() }, take: 'replace' };
  }
  if (!tooLong) return { state: fault, take: 'keep' };
  const reason = `In fault for 72 hours: its offers are closed until it is well again. ${state.reason ?? ''}`;
  return { state: { ...fault, status: 'closed', reason: reason.trim() }, take: 'close' };
}

function isEqual(accepted: number, first: number): boolean {
  return Math.abs(accepted - first) <= Math.max(EQUAL_WITHIN_POSTINGS, first * EQUAL_WITHIN);
}
