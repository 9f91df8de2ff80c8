import { describe, expect, it } from 'vitest';
import { Random } from '../conformance/random.ts';
import { lettersApart, lettersOf, measuring, MOST_LETTERS } from './edits.ts';

const edits = (from: string, to: string, most: number) => measuring(from, most, (measure) => measure(to));

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
    ['ab', 'bca', 3],
    ['ca', 'abc', 3],
    ['œdème', 'œdeme', 1],
  ])('%s and %s lie %i apart', (from, to, apart) => {
    expect(edits(from, to, 2)).toBe(apart);
    expect(edits(to, from, 2)).toBe(apart);
  });

  it('are those of the whole table, for words of any length', () => {
    const random = new Random(7);
    const word = () =>
      Array.from({ length: random.int(MOST_LETTERS + 1) }, () => random.pick([...'abcé'])).join('');

    for (let round = 0; round < 5000; round++) {
      const from = word();
      const to = random.chance(0.5)
        ? word()
        : from.replace(random.pick([...'abc']), random.pick(['', 'b', 'éa']));
      const table = tableOfEdits(from, to);
      for (const most of [1, 2, 4]) expect(edits(from, to, most)).toBe(Math.min(table, most + 1));
    }
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

/** The edits between two words by the whole table, row by row. */
function tableOfEdits(from: string, to: string): number {
  const table = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row++) {
    table[row] = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      let cost = Math.min(
        table[row - 1]![column - 1]! + (isSame ? 0 : 1),
        table[row - 1]![column]! + 1,
        table[row]![column - 1]! + 1,
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        cost = Math.min(cost, table[row - 2]![column - 2]! + 1);
      table[row]![column] = cost;
    }
  }
  return table[from.length]![to.length]!;
}
