import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Rules } from './rules/rule.ts';
import { Schedule } from './schedule.ts';

const MINUTE_MS = 60_000;
/** Ten in the morning in Paris. */
const TEN = Date.parse('2026-11-22T09:00:00Z');

beforeEach(() => vi.useFakeTimers({ now: TEN }));
afterEach(() => vi.useRealTimers());

/** A schedule whose refreshes are written down with the minute after ten at which they began. */
function setup(times: Record<string, string>, { random = (): number => 0, minutes = 0 } = {}) {
  const asked: [minute: number, ...ids: string[]][] = [];
  const partners = (all: Record<string, string>, rulesIn?: Rules) =>
    Object.entries(all).map(([id, every]) => ({ id, rulesIn, feed: { every } }));
  const schedule = new Schedule(
    partners(times),
    async (only) => {
      asked.push([Math.floor((Date.now() - TEN) / MINUTE_MS), ...only]);
      if (minutes > 0) await new Promise((done) => setTimeout(done, minutes * MINUTE_MS));
    },
    random,
  );
  const until = (minute: number) => vi.advanceTimersByTimeAsync(TEN + minute * MINUTE_MS - Date.now());
  const update = (all: Record<string, string>, rulesIn?: Rules) => schedule.update(partners(all, rulesIn));
  return { schedule, asked, until, update };
}

describe('refreshes at the partners’ times', () => {
  it('come together where partners have the same times', async () => {
    const { asked, until } = setup({ a: '30 10 * * *', b: '30 10 * * *', c: '0 12 * * *' });

    await until(150);

    expect(asked).toEqual([
      [30, 'a', 'b'],
      [120, 'c'],
    ]);
  });

  it('come at most every 15 minutes, together for all whose time came meanwhile', async () => {
    const times = { a: '20 10 * * *', b: '22 10 * * *', c: '31 10 * * *', d: '36 10 * * *' };
    const { asked, until } = setup(times);

    await until(100);

    expect(asked).toEqual([
      [20, 'a'],
      [35, 'b', 'c'],
      [50, 'd'],
    ]);
  });

  it('rest 15 minutes after a long one has ended, and after the start', async () => {
    const { asked, until } = setup({ a: '3 10 * * *', b: '16 10 * * *' }, { minutes: 20 });

    await until(100);

    expect(asked).toEqual([
      [15, 'a'],
      [50, 'b'],
    ]);
  });

  it('begin up to ten minutes late, by chance', async () => {
    const { asked, until } = setup({ a: '30 10 * * *' }, { random: () => 0.99 });

    await until(100);

    expect(asked).toEqual([[39, 'a']]);
  });

  it('take what has ended out after midnight', async () => {
    const { asked, until } = setup({ a: '30 10 * * *' });

    await until(15 * 60);

    expect(asked).toEqual([[30, 'a'], [14 * 60 + 1]]);
  });

  it('come no more once it was stopped', async () => {
    const { schedule, asked, until } = setup({ a: '3 10 * * *' });
    await until(5);

    schedule.stop();
    await until(24 * 60);

    expect(asked).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('partners that were read again', () => {
  it('are asked at once where they are new, and no one else', async () => {
    const { asked, until, update } = setup({ a: '30 10 * * *' });
    await until(1);

    update({ a: '30 10 * * *', b: '30 10 * * *' });
    await until(60);

    expect(asked).toEqual([
      [1, 'b'],
      [30, 'a', 'b'],
    ]);
  });

  it('are taken out at once where they left', async () => {
    const { asked, until, update } = setup({ a: '30 10 * * *', b: '30 10 * * *' });
    await until(1);

    update({ b: '30 10 * * *' });
    await until(60);

    expect(asked).toEqual([[1], [30, 'b']]);
  });

  it('are published at once by their new rules, and nobody is asked', async () => {
    const { asked, until, update } = setup({ a: '30 10 * * *' });
    const rules = { contract: { refuse: ['interim'] } };
    await until(1);

    update({ a: '30 10 * * *' }, rules);
    await until(2);
    update({ a: '30 10 * * *' }, { ...rules });
    await until(3);
    update({ a: '30 10 * * *' });
    await until(4);

    expect(asked).toEqual([[1], [3]]);
  });

  it('are not asked any more where they left while a delay or a rest ran', async () => {
    const times = { a: '12 10 * * *', b: '30 10 * * *', c: '30 10 * * *' };
    const { asked, until, update } = setup(times, { random: () => 0.1 });

    await until(14);
    update({ b: '30 10 * * *', c: '30 10 * * *' });
    await until(30.5);
    update({ c: '30 10 * * *' });
    await until(60);

    expect(asked).toEqual([[14], [15], [30], [31, 'c']]);
  });

  it('do not lose a delay that runs, nor a rest', async () => {
    const { asked, until, update } = setup({ a: '30 10 * * *', b: '45 10 * * *' }, { random: () => 0.5 });
    await until(32);
    update({ a: '30 10 * * *', b: '45 10 * * *' });
    await until(47);
    update({ a: '0 11 * * *', b: '45 10 * * *' });
    await until(61);

    expect(asked).toEqual([
      [35, 'a'],
      [50, 'b'],
    ]);
  });

  it('have their new times from then on', async () => {
    const { asked, until, update } = setup({ a: '30 10 * * *' });
    await until(1);

    update({ a: '40 10 * * *' });
    await until(60);

    expect(asked).toEqual([[40, 'a']]);
  });
});
