import { describe, expect, it } from 'vitest';
import { WorkBudget } from './budget.ts';
import { WORK_MS_PER_POSTING } from './limits.ts';
import { Reading } from './read/read.ts';

/** A budget of so many pieces of work. */
const setup = (pieces: number) => new WorkBudget(pieces, () => () => 1);

async function* text(...pieces: string[]) {
  yield* pieces;
}

describe('the work that a feed may make', () => {
  it('ends the feed once it is used up, and keeps what came before', async () => {
    const pieces = text('<a><b><c>1</c></b>', '<b><c>2</c></b>', '<b><c>3</c></b>', '</a>');
    const reading = new Reading(pieces, { format: 'xml', records: 'a.b' }, setup(1));

    const records = [];
    for await (const record of reading) records.push({ ...record });

    expect(records).toEqual([{ c: '1' }, { c: '2' }]);
    expect(reading.ending).toEqual({
      complete: false,
      reason: 'The feed makes more work than its offers are worth; the rest of it is refused.',
    });
  });

  it('grows with each posting', () => {
    const budget = setup(0);
    budget.run(() => undefined);
    expect(() => budget.check()).toThrow(/more work/);

    for (let postings = 0; postings <= 1 / WORK_MS_PER_POSTING; postings++) budget.grant();
    expect(() => budget.check()).not.toThrow();
  });

  it('counts work that fails, too', () => {
    const budget = setup(0);

    expect(() => budget.run(() => JSON.parse('{"a": [') as unknown)).toThrow(SyntaxError);
    expect(() => budget.check()).toThrow(/more work/);
  });
});
