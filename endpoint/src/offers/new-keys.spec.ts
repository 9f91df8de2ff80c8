import { expect, it } from 'vitest';
import { NewKeys } from './new-keys.ts';

function setup() {
  const keys = new NewKeys();
  keys.add([30, 10], 1);
  keys.add([10, 20], 2);
  keys.add([10], 3);
  return keys;
}

it('tells the oldest postings of a key', () => {
  const keys = setup();

  expect(keys.numbers(10, 2)).toEqual([1, 2]);
  expect(keys.numbers(20, 2)).toEqual([2]);
  expect(keys.numbers(40, 2)).toEqual([]);
});

it('gives its pairs in their order, some at a time, and is empty then', () => {
  const keys = setup();

  expect([...keys.drain(3)]).toEqual([
    [
      [10, 1],
      [10, 2],
      [10, 3],
    ],
    [
      [20, 2],
      [30, 1],
    ],
  ]);
  expect([...keys.drain(3)]).toEqual([]);
});

it('takes out one posting and says whether it had it', () => {
  const keys = setup();

  expect(keys.remove([10, 30], 1)).toBe(true);
  expect(keys.remove([10, 30], 9)).toBe(false);

  expect([...keys.drain(9)].flat()).toEqual([
    [10, 2],
    [10, 3],
    [20, 2],
  ]);
});
