import { describe, expect, it } from 'vitest';
import type { Gathering } from '../feeds/feed.ts';
import { judge } from './judge.ts';
import type { SourceState } from './sources.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-11-22T12:00:00Z');

function gathering(change: Partial<Gathering>): Gathering {
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

const well: SourceState = {
  status: 'complete',
  read: 100,
  accepted: 100,
  refused: {},
  contacts: { emails: 0, phones: 0 },
  bytes: 1000,
  askedAt: NOW,
  wellAt: NOW,
};

describe('judge', () => {
  it('lets a whole feed replace what stands', () => {
    const { take, state } = judge(gathering({}), 100, undefined, NOW);

    expect(take).toBe('replace');
    expect(state.wellAt).toBe(NOW);
  });

  it('lets a broken-off feed add, and withdraws nothing', () => {
    const { take, state } = judge(
      gathering({ status: 'incomplete', accepted: 40, validators: { etag: 'x' } }),
      100,
      well,
      NOW,
    );

    expect(take).toBe('add');
    expect(state.validators, 'the whole feed must be asked for again').toBeUndefined();
  });

  it('keeps what stands when nothing came', () => {
    expect(judge(gathering({ status: 'failed', accepted: 0 }), 100, well, NOW).take).toBe('keep');
  });

  it('keeps the figures and validators of before when nothing changed', () => {
    const before = { ...well, validators: { etag: 'x' } };

    const { take, state } = judge(
      gathering({ status: 'unchanged', read: 0, accepted: 0 }),
      100,
      before,
      NOW + HOUR_MS,
    );

    expect(take).toBe('keep');
    expect(state).toMatchObject({
      status: 'unchanged',
      read: 100,
      accepted: 100,
      validators: { etag: 'x' },
      wellAt: NOW + HOUR_MS,
    });
  });

  it('believes a feed that lost more than half only the third time it says the same', () => {
    let state: SourceState | undefined = well;
    const takes = [45, 45, 45].map((accepted) => {
      const verdict = judge(gathering({ accepted }), 100, state, NOW);
      state = verdict.state;
      return verdict.take;
    });

    expect(takes).toEqual(['add', 'add', 'replace']);
  });

  it('counts anew when the shrunken feed changes', () => {
    let state: SourceState | undefined = well;
    const takes = [45, 45, 44, 44].map((accepted) => {
      const verdict = judge(gathering({ accepted }), 100, state, NOW);
      state = verdict.state;
      return verdict.take;
    });

    expect(takes).toEqual(['add', 'add', 'add', 'add']);
  });

  it('takes exactly one half, and small feeds, as they come', () => {
    expect(judge(gathering({ accepted: 50 }), 100, well, NOW).take).toBe('replace');
    expect(judge(gathering({ accepted: 1 }), 19, well, NOW).take).toBe('replace');
  });

  it('closes a source that has not been well for 72 hours', () => {
    const failed = gathering({ status: 'failed', accepted: 0 });

    expect(judge(failed, 100, well, NOW + 72 * HOUR_MS).take).toBe('keep');
    expect(judge(failed, 100, well, NOW + 73 * HOUR_MS).take).toBe('close');
  });

  it('closes a source that has never been well as well, counted from its first fault', () => {
    const broken = gathering({ status: 'incomplete', accepted: 10 });
    const first = judge(broken, 0, undefined, NOW);

    expect(first.take).toBe('add');
    expect(judge(broken, 10, first.state, NOW + 73 * HOUR_MS).take).toBe('close');
  });

  it('does not close a source whose whole feed was only doubted', () => {
    const doubted = judge(gathering({ accepted: 45 }), 100, well, NOW + 80 * HOUR_MS).state;
    const failed = gathering({ status: 'failed', accepted: 0 });

    expect(judge(failed, 100, doubted, NOW + 86 * HOUR_MS).take).toBe('keep');
  });
});
