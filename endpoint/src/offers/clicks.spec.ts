import { expect, it } from 'vitest';
import { ClickLog } from './clicks.ts';

it('counts on from what could not be saved', () => {
  const log = new ClickLog();
  log.add('2026-11-22', 'pays', 'tableau');
  log.add('2026-11-22', 'pays', 'tableau');

  log.restore(log.drain());
  log.add('2026-11-22', 'pays', 'tableau');

  expect(log.drain()).toEqual([{ day: '2026-11-22', board: 'pays', partner: 'tableau', total: 3 }]);
  expect(log.drain()).toEqual([]);
});
