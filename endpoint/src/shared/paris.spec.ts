import { describe, expect, it } from 'vitest';
import { parisDay, startOfParisDay } from './paris.ts';

const at = (iso: string) => Date.parse(iso);
const day = (iso: string) => at(`${iso}T00:00:00Z`) / 86_400_000;

describe('the day in Paris', () => {
  it('begins an hour before UTC in winter and two in summer', () => {
    expect(parisDay(at('2026-01-10T22:59:59.999Z'))).toBe(day('2026-01-10'));
    expect(parisDay(at('2026-01-10T23:00:00Z'))).toBe(day('2026-01-11'));
    expect(parisDay(at('2026-07-10T21:59:59.999Z'))).toBe(day('2026-07-10'));
    expect(parisDay(at('2026-07-10T22:00:00Z'))).toBe(day('2026-07-11'));
  });

  it('is 23 hours long when clocks go forward and 25 when they go back', () => {
    const spring = startOfParisDay(at('2026-03-29T12:00:00Z'));
    const autumn = startOfParisDay(at('2026-10-25T12:00:00Z'));

    expect(new Date(spring).toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfParisDay(at('2026-03-30T12:00:00Z')) - spring).toBe(23 * 3_600_000);
    expect(new Date(autumn).toISOString()).toBe('2026-10-24T22:00:00.000Z');
    expect(startOfParisDay(at('2026-10-26T12:00:00Z')) - autumn).toBe(25 * 3_600_000);
  });

  it('is counted back over a change of clocks by calendar days', () => {
    expect(new Date(startOfParisDay(at('2026-11-02T10:00:00Z'), 14)).toISOString()).toBe(
      '2026-10-18T22:00:00.000Z',
    );
    expect(new Date(startOfParisDay(at('2026-04-01T22:30:00Z'), 7)).toISOString()).toBe(
      '2026-03-25T23:00:00.000Z',
    );
  });

  it('starts at the instant from which it is counted, on every day of ten years', () => {
    for (let ms = at('2020-01-01T12:00:00Z'); ms < at('2030-01-01T00:00:00Z'); ms += 86_400_000) {
      const start = startOfParisDay(ms);
      expect(parisDay(start)).toBe(parisDay(ms));
      expect(parisDay(start - 1)).toBe(parisDay(ms) - 1);
    }
  });
});
