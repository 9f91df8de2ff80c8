import { describe, expect, it } from 'vitest';
import type { Offer, OfferPlace } from '../../contract/index.ts';
import { openDatabase } from '../../shared/database.ts';
import type { Scope } from '../engine.ts';
import { cellsOf, cellsOfScope } from './cells.ts';
import { Words } from './words.ts';
import { openWriter } from './writer.ts';

const omer: OfferPlace = { insee: '62765', name: 'Saint-Omer', precision: 'commune' };
const everywhere = ['01', '02', '2A', '14', '33', '59', '62', '75', '974'].map((department): OfferPlace => ({
  name: department,
  department,
  precision: 'department',
}));

function scope(change: Partial<Scope> = {}): Scope {
  const communes = new Set(['62765']);
  return {
    id: 'omer',
    revision: '1',
    communes,
    departments: new Set(['62']),
    remote: false,
    centre: [50.7, 2.2],
    ...change,
  };
}

async function setup(change: Partial<Offer>) {
  const db = openDatabase(':memory:');
  const writer = openWriter({ db });
  await writer.publish((publication) =>
    publication.put({
      id: 'one',
      title: 'Vendeuse',
      description: [{ kind: 'p', runs: [{ text: 'Rayon poissonnerie.' }] }],
      places: [omer],
      contract: { kind: 'cdi' },
      postedAt: '2026-11-20T10:00:00.000Z',
      postings: [{ partner: 'alpha', link: 'https://alpha.example/one' }],
      ...change,
    }),
  );
  const words = new Words(db);
  return (asked: Scope) =>
    ['vendeur', 'poissonnerie'].every((word) =>
      words.finds({ tokens: [word], name: word }, cellsOfScope(asked), new Uint32Array([1]), 2),
    );
}

describe('the words of an offer', () => {
  it('are found by the boards of its département', async () => {
    const finds = await setup({});

    expect(finds(scope())).toBe(true);
    expect(finds(scope({ communes: new Set(['33063']), departments: new Set(['33']) }))).toBe(false);
  });

  it('are found where it is known by its département alone', async () => {
    const finds = await setup({ places: [{ name: 'Gironde', department: '33', precision: 'department' }] });

    expect(finds(scope({ departments: new Set(['33']) }))).toBe(true);
    expect(finds(scope())).toBe(false);
  });

  it('are found by every board where it lies in many départements', async () => {
    const finds = await setup({ places: everywhere });

    expect(cellsOf({ places: everywhere })).toHaveLength(1);
    for (const { department } of everywhere) {
      expect(finds(scope({ communes: new Set(), departments: new Set([department!]) }))).toBe(true);
    }
  });

  it('are found from anywhere by boards that show remote work', async () => {
    const finds = await setup({ places: [], remote: 'full' });

    expect(finds(scope({ remote: true }))).toBe(true);
    expect(finds(scope())).toBe(false);
  });

  it('are found overseas, where a code of a département has three figures', () => {
    expect(cellsOf({ places: [{ insee: '97411', name: 'Saint-Denis', precision: 'commune' }] })).toEqual(
      cellsOf({ places: [{ department: '974', name: 'La Réunion', precision: 'department' }] }),
    );
  });
});
