import { expect, it } from 'vitest';
import { openDatabase } from '../shared/database.ts';
import { Fingerprints } from './fingerprints.ts';

/** Few keys at a time wait in memory. */
function setup(mostNew: number) {
  const db = openDatabase(':memory:');
  const fingerprints = new Fingerprints(db, mostNew);
  const written = () => db.prepare<{ n: number }>('SELECT count(*) AS n FROM fingerprint_key').get()!.n;
  return { fingerprints, written };
}

it('finds those that share keys, whether these are written or wait to be', () => {
  const { fingerprints, written } = setup(4);
  fingerprints.put('a', 'o1', [1, 2, 3]);
  expect(written()).toBe(0);
  fingerprints.put('b', 'o2', [2, 3, 4]);
  fingerprints.put('c', 'o3', [5]);
  fingerprints.put('d', 'o4', [3, 5]);

  expect(written()).toBeGreaterThan(0);
  expect(fingerprints.meeting([2, 3, 5], 'none')).toEqual(['a', 'b', 'd', 'c']);
});

it('forgets a posting whose keys were written, and one whose keys wait to be', () => {
  const { fingerprints, written } = setup(4);
  fingerprints.put('a', 'o1', [1, 2, 3]);
  fingerprints.put('b', 'o2', [2, 3, 4, 5, 6]);
  fingerprints.put('c', 'o3', [3]);
  fingerprints.remove('a');
  fingerprints.put('b', 'o2', [9]);
  fingerprints.remove('c');
  fingerprints.settle();

  expect(fingerprints.meeting([1, 2, 3, 4, 5, 6, 9], 'none')).toEqual(['b']);
  expect(written()).toBe(1);
});
