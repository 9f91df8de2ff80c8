import { describe, expect, it } from 'vitest';
import { MINIMUM_HOURLY_EUR } from '../../writing/pay.ts';
import { SECTORS } from '../sectors.ts';
import { TRADES } from './index.ts';

const CHOICE = /\{[^{}]*\|[^{}]*\}/g;

describe('the trades', () => {
  it('number eighty or more, of every sector', () => {
    expect(TRADES.length).toBeGreaterThanOrEqual(80);
    expect(new Set(TRADES.map(({ sector }) => sector))).toEqual(new Set(Object.keys(SECTORS)));
  });

  it.each(TRADES.map((trade) => [trade.m, trade] as const))('%s has words enough', (_, trade) => {
    expect(trade.rome).toMatch(/^[A-N]\d{4}$/);
    expect(trade.variants.length).toBeGreaterThanOrEqual(3);
    expect(trade.openings.length).toBeGreaterThanOrEqual(3);
    expect(trade.tasks.length).toBeGreaterThanOrEqual(8);
    expect(trade.profile.length).toBeGreaterThanOrEqual(6);
    expect(trade.hourly[0]).toBeGreaterThanOrEqual(MINIMUM_HOURLY_EUR);
    expect(trade.hourly[1]).toBeGreaterThan(trade.hourly[0]);
  });

  it('give one label to a ROME code', () => {
    const labels = new Map<string, Set<string>>();
    for (const { rome, label } of TRADES) labels.set(rome, (labels.get(rome) ?? new Set()).add(label));

    const ambiguous = [...labels].filter(([, names]) => names.size > 1);

    expect(ambiguous).toEqual([]);
  });

  it('have a title of their own', () => {
    const titles = TRADES.map(({ m }) => m);

    expect(titles).toEqual([...new Set(titles)]);
  });

  it('close their choices, never one inside another, and write the apostrophe as print does', () => {
    const sentences = TRADES.flatMap(({ openings, tasks, profile }) => [...openings, ...tasks, ...profile]);

    const wrong = sentences.filter((sentence) => /[{}|']/.test(sentence.replace(CHOICE, '')));

    expect(wrong).toEqual([]);
  });

  it('end sentences with a stop and tasks without', () => {
    const stopless = TRADES.flatMap(({ openings, profile }) => [...openings, ...profile]).filter(
      (sentence) => !/[.!?]$/.test(sentence.replace(/\}$/, '')),
    );
    const stopped = TRADES.flatMap(({ tasks }) => tasks).filter((task) => task.endsWith('.'));

    expect([stopless, stopped]).toEqual([[], []]);
  });
});
