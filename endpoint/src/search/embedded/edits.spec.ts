import { describe, expect, it } from 'vitest';
import { Random } from '../conformance/random.ts';
import { edits, lettersApart, lettersOf } from './edits.ts';

describe('edits', () => {
  it.each([
    ['infirmier', 'infirmier', 0],
    ['infrimier', 'infirmier', 1],
    ['infirmer', 'infirmier', 1],
    ['inffirmier', 'infirmier', 1],
    ['infirnier', 'infirmier', 1],
    ['nifrimier', 'infirmier', 2],
    ['plombier', 'pompier', 2],
    ['serveur', 'vendeur', 3],
    ['rue', 'serrurier', 3],
    ['', 'ab', 2],
  ])('%s and %s lie %i apart', (from, to, apart) => {
    expect(edits(from, to, 2)).toBe(apart);
    expect(edits(to, from, 2)).toBe(apart);
  });

  it('change at most two letters of a word each', () => {
    const random = new Random(5);
    const word = () => Array.from({ length: random.int(9) }, () => random.pick([...'abcdéèœ'])).join('');

    for (let round = 0; round < 20_000; round++) {
      const [from, to] = [word(), word()];
      const apart = edits(from, to, 4);
      if (apart <= 4) expect(lettersApart(lettersOf(from), lettersOf(to))).toBeLessThanOrEqual(2 * apart);
    }
  });

  it('are told apart by letters where words share none', () => {
    expect(lettersApart(lettersOf('abcd'), lettersOf('efgh'))).toBe(8);
    expect(lettersApart(lettersOf('abcd'), lettersOf('dcba'))).toBe(0);
  });
});
