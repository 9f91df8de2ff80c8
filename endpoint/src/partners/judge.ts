import type { Gathering } from '../feeds/feed.ts';
import type { SourceState } from './sources.ts';

/** A feed may lose up to this share between two refreshes before it is doubted. */
const SHRINK_GUARD = 0.5;
/** Below this many postings a halved feed is ordinary life. */
const MIN_GUARDED = 20;
/** So many equal shrunken refreshes are believed. */
const BELIEVED_AFTER = 3;
/** A source that has not been well for so long loses its offers. */
const CLOSED_AFTER_MS = 72 * 3_600_000;

/** What a gathering means for the postings that stand. */
export interface Verdict {
  state: SourceState;
  /** `replace`: what is not in it is withdrawn; `add`: nothing is withdrawn; `keep`: nothing changes; `close`: all go. */
  take: 'replace' | 'add' | 'keep' | 'close';
}

/**
 * Judges what a refresh gathered. Only a whole feed withdraws; one that shrank by more than half keeps the old
 * postings until the third equal one; a source in fault for 72 hours closes.
 *
 * @param standing how many postings of the partner stand
 */
export function judge(
  gathering: Gathering,
  standing: number,
  before: SourceState | undefined,
  now: number,
): Verdict {
  const { ms: _, ...rest } = gathering;
  const state: SourceState = { ...rest, askedAt: now, wellAt: before?.wellAt };

  if (gathering.status === 'unchanged') {
    return {
      state: { ...state, ...before, status: 'unchanged', reason: undefined, askedAt: now, wellAt: now },
      take: 'keep',
    };
  }
  if (gathering.status === 'complete') {
    if (standing < MIN_GUARDED || gathering.accepted >= standing * SHRINK_GUARD) {
      return { state: { ...state, wellAt: now }, take: 'replace' };
    }
    const same = before?.shrunk?.accepted === gathering.accepted;
    const times = same ? before!.shrunk!.times + 1 : 1;
    if (times >= BELIEVED_AFTER) return { state: { ...state, wellAt: now }, take: 'replace' };
    return {
      state: {
        ...state,
        status: 'shrunk',
        reason: `The feed holds ${gathering.accepted} postings where ${standing} stood: the old ones stay until it has said the same ${BELIEVED_AFTER} times.`,
        validators: undefined,
        wellAt: now,
        shrunk: { accepted: gathering.accepted, times },
      },
      take: 'add',
    };
  }
  state.validators = undefined;
  if (before?.wellAt === undefined) state.troubledSince = before?.troubledSince ?? now;
  if (now - (before?.wellAt ?? state.troubledSince ?? now) > CLOSED_AFTER_MS) {
    return { state: { ...state, status: 'closed' }, take: 'close' };
  }
  return { state, take: gathering.status === 'incomplete' ? 'add' : 'keep' };
}
