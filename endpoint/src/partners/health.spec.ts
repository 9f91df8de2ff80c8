import { describe, expect, it } from 'vitest';
import { healthLines, healthOf } from './health.ts';
import type { Partner } from './partner.ts';
import type { SourceState } from './sources.ts';

const HOUR_MS = 3_600_000;
/** Noon in Paris; the feeds below are due at 5, 11, 16 and 21. */
const NOW = Date.parse('2026-11-22T11:00:00Z');

function partner(id: string, name: string): Partner {
  return {
    ...{ id, name, site: 'https://jobs.example/', hosts: ['jobs.example'], tag: {}, rank: 100, own: false },
    licence: { mayForward: false },
    feed: { address: 'https://jobs.example/feed', mapping: 'indeed', every: '0 5,11,16,21 * * *' },
  };
}

function state(change: Partial<SourceState> = {}): SourceState {
  return {
    status: 'complete',
    read: 12,
    accepted: 10,
    refused: {},
    contacts: { emails: 0, phones: 0 },
    bytes: 1,
    standing: 10,
    askedAt: NOW - HOUR_MS,
    wellAt: NOW - HOUR_MS,
    ...change,
  };
}

const alarms = (change: Partial<SourceState>) =>
  healthOf([partner('a', 'A')], new Map([['a', state(change)]]), NOW)[0]!.alarms;

describe('the health of a source', () => {
  it('has no alarm where all is well', () => {
    expect(alarms({})).toEqual([]);
    expect(alarms({ status: 'unchanged' })).toEqual([]);
    expect(alarms({ status: 'news', read: 3, accepted: 0 })).toEqual([]);
  });

  it('names what the operator should look at', () => {
    expect(alarms({ status: 'failed', reason: 'It is down.' })).toEqual(['It is down.']);
    expect(alarms({ read: 12, accepted: 0 })).toEqual(['None of its 12 records became an offer.']);
    expect(healthOf([partner('a', 'A')], new Map(), NOW)[0]).toMatchObject({
      status: 'never',
      alarms: ['It has not been asked yet.'],
    });
  });

  it('is late two hours after a time at which it was not asked', () => {
    const late = ['It was not asked at its last time.'];

    expect(alarms({ askedAt: NOW - 6.5 * HOUR_MS })).toEqual([]);
    expect(alarms({ askedAt: NOW - 13.5 * HOUR_MS })).toEqual(late);
  });

  it('is a table with alarms and refusals below', () => {
    const partners = [partner('a', 'Le Grand Tableau'), partner('b', 'Boussole'), partner('c', 'Neuf')];
    const states = new Map([
      [
        'a',
        state({
          refused: { 'no title': { count: 1, samples: [] }, expired: { count: 4, samples: ['1', '2', '3'] } },
        }),
      ],
      ['b', state({ status: 'failed', reason: 'It is down.', wellAt: NOW - 60 * HOUR_MS })],
    ]);

    expect(healthLines(healthOf(partners, states, NOW), NOW)).toEqual([
      'partner           state     last success  postings  read  accepted  refused',
      'Le Grand Tableau  complete  60 min ago          10    12        10        5',
      'Boussole          failed    60 h ago            10    12        10        0',
      'Neuf              never     never                0     0         0        0',
      '! Boussole: It is down.',
      '! Neuf: It has not been asked yet.',
      'Le Grand Tableau: 4 × expired (1, 2)',
      'Le Grand Tableau: 1 × no title',
    ]);
  });
});
