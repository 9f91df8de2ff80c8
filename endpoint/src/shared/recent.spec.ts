import { expect, it } from 'vitest';
import { Recent } from './recent.ts';

it('keeps what is asked for, and forgets the rest', () => {
  const recent = new Recent<string, number>(2);
  recent.set('kept', 1);
  recent.set('left', 2);

  for (const key of ['a', 'b', 'c', 'd']) {
    expect(recent.get('kept')).toBe(1);
    recent.set(key, 0);
  }

  expect(recent.get('left')).toBeUndefined();
  expect(recent.get('d')).toBe(0);
});

it('takes the newer value of a key that an older generation holds', () => {
  const recent = new Recent<string, number>(1);
  recent.set('key', 1);
  recent.set('other', 0);

  recent.set('key', 2);

  expect(recent.get('key')).toBe(2);
});
