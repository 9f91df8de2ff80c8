import { describe, expect, it } from 'vitest';
import { type Circumstances, type Gathered, judge, type Take } from './judge.ts';
import type { SourceState } from './sources.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-11-22T12:00:00Z');
const CURSOR = { lookedAt: NOW, wholeAt: NOW };

function gathered(change: Partial<Gathered>): Gathered {
  return {
    status: 'complete',
    read: 100,
    accepted: 100,
    refused: {},
    contacts: { emails: 0, phones: 0 },
    bytes: 1000,
    ms: 5,
    ...change,
  };
}

const { ms: _, ...figures } = gathered({});
const well: SourceState = { ...figures, askedAt: NOW, wellAt: NOW, validators: { etag: 'x' } };
const shrunk: SourceState = { ...well, status: 'shrunk', shrunk: { accepted: 45, times: 1 } };
const shrunkTwice: SourceState = { ...shrunk, shrunk: { accepted: 45, times: 2 } };
const failing: SourceState = { ...well, status: 'failed', wellAt: undefined, troubledSince: NOW };

interface Row {
  gave: Partial<Gathered>;
  given?: Partial<Circumstances>;
  take: Take;
  state: Partial<SourceState>;
}

const rows: Row[] = [
  { gave: {}, given: { before: undefined }, take: 'replace', state: { status: 'complete', wellAt: NOW } },
  {
    gave: { status: 'unchanged', read: 0, accepted: 0 },
    take: 'keep',
    state: { status: 'unchanged', accepted: 100, validators: { etag: 'x' } },
  },
  {
    gave: { status: 'news', accepted: 3, cursor: CURSOR },
    take: 'add',
    state: { status: 'news', wellAt: NOW, cursor: CURSOR },
  },
  { gave: { cursor: CURSOR }, take: 'replace twice missed', state: { cursor: CURSOR } },

  { gave: { accepted: 50 }, take: 'replace', state: { status: 'complete' } },
  { gave: { accepted: 0 }, given: { standing: 19 }, take: 'replace', state: { status: 'complete' } },
  {
    gave: { accepted: 49, validators: { etag: 'y' } },
    take: 'add',
    state: { status: 'shrunk', validators: undefined, shrunk: { accepted: 49, times: 1 } },
  },
  { gave: { accepted: 49, cursor: CURSOR }, take: 'add', state: { status: 'shrunk', cursor: undefined } },
  {
    gave: { accepted: 0 },
    given: { standing: 20 },
    take: 'add',
    state: { status: 'shrunk', shrunk: { accepted: 0, times: 1 } },
  },
  {
    gave: { accepted: 47 },
    given: { before: shrunk },
    take: 'add',
    state: { shrunk: { accepted: 45, times: 2 } },
  },
  {
    gave: { accepted: 43 },
    given: { before: shrunkTwice },
    take: 'replace',
    state: { status: 'complete', shrunk: undefined },
  },
  {
    gave: { accepted: 30 },
    given: { before: shrunkTwice },
    take: 'add',
    state: { shrunk: { accepted: 30, times: 1 } },
  },
  { gave: { accepted: 80 }, given: { before: shrunkTwice }, take: 'replace', state: { shrunk: undefined } },
  {
    gave: { accepted: 44 },
    given: { before: shrunk, accept: true },
    take: 'replace',
    state: { status: 'complete' },
  },
  {
    gave: { accepted: 3 },
    given: { before: shrunk, accept: true },
    take: 'add',
    state: { status: 'shrunk', shrunk: { accepted: 3, times: 1 } },
  },

  {
    gave: { status: 'incomplete', accepted: 40, validators: { etag: 'y' } },
    take: 'add',
    state: { status: 'incomplete', validators: undefined },
  },
  {
    gave: { status: 'incomplete', accepted: 40 },
    given: { now: NOW + 73 * HOUR_MS },
    take: 'replace',
    state: { status: 'incomplete' },
  },
  {
    gave: { status: 'incomplete', accepted: 40 },
    given: { before: shrunk },
    take: 'add',
    state: { shrunk: { accepted: 45, times: 1 } },
  },
  { gave: { status: 'failed', accepted: 0 }, take: 'keep', state: { status: 'failed', wellAt: NOW } },
  {
    gave: { status: 'failed' },
    given: { now: NOW + 72 * HOUR_MS },
    take: 'keep',
    state: { status: 'failed' },
  },
  {
    gave: { status: 'failed' },
    given: { now: NOW + 72 * HOUR_MS + 1 },
    take: 'close',
    state: { status: 'closed' },
  },
  { gave: { status: 'failed' }, given: { before: undefined }, take: 'keep', state: { troubledSince: NOW } },
  {
    gave: { status: 'failed' },
    given: { before: failing, now: NOW + 73 * HOUR_MS },
    take: 'close',
    state: { troubledSince: NOW },
  },
  {
    gave: {},
    given: { before: failing, now: NOW + 80 * HOUR_MS },
    take: 'replace',
    state: { status: 'complete', troubledSince: undefined },
  },
  {
    gave: { status: 'failed' },
    given: { before: { ...shrunk, wellAt: NOW }, now: NOW + 71 * HOUR_MS },
    take: 'keep',
    state: { status: 'failed' },
  },
];

describe('judge', () => {
  const titled = rows.map((row) => ({
    ...row,
    gave: { status: 'complete', accepted: 100, ...row.gave } as const,
  }));
  it.for(titled)('$gave.status with $gave.accepted → $take', ({ gave, given, take, state }) => {
    const verdict = judge(gathered(gave), { standing: 100, before: well, now: NOW, ...given });

    expect(verdict.take).toBe(take);
    const said = Object.keys(state).map((key) => [key, verdict.state[key as keyof SourceState]]);
    expect(Object.fromEntries(said)).toEqual(state);
  });

  it('says to the operator why offers stay and why they went', () => {
    const reasonOf = (gave: Partial<Gathered>, now = NOW) =>
      judge(gathered(gave), { standing: 100, before: well, now }).state.reason;
    const late = NOW + 73 * HOUR_MS;

    expect(reasonOf({ accepted: 45 })).toBe(
      'The feed holds 45 postings where 100 stood: the old ones stay until it has said so 3 times, or until "town-jobs accept".',
    );
    expect(reasonOf({ status: 'failed', reason: 'It is down.' }, late)).toBe(
      'In fault for 72 hours: its offers are closed until it is well again. It is down.',
    );
    expect(reasonOf({ status: 'incomplete', reason: 'It breaks off.' }, late)).toBe(
      'Not whole for 72 hours: only the offers that it still carries are shown. It breaks off.',
    );
  });

  it('keeps in mind what was missing until the next whole look', () => {
    const before = { ...well, missing: ['p:1'] };
    const next = (gave: Partial<Gathered>) =>
      judge(gathered(gave), { standing: 100, before, now: NOW }).state.missing;

    expect(next({ status: 'failed' })).toEqual(['p:1']);
    expect(next({ status: 'news', cursor: CURSOR })).toEqual(['p:1']);
  });
});
