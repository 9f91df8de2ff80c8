import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cached } from './cache.ts';

let folder: string;
let computed: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'town-jobs-cache-'));
  computed = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

function get(version: string, file = join(folder, 'new/points.json')): Promise<number[]> {
  return cached(file, version, async () => [++computed]);
}

it('computes once for a version', async () => {
  expect([await get('1'), await get('1')]).toEqual([[1], [1]]);
  expect([await get('2'), await get('2')]).toEqual([[2], [2]]);
  expect(readdirSync(join(folder, 'new'))).toEqual(['points.json']);
});

it('computes again where the file is broken', async () => {
  await get('1');
  const file = join(folder, 'new/points.json');
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, -3));

  expect(await get('1')).toEqual([2]);
  expect(await get('1')).toEqual([2]);
});

it('computes every time where nothing can be written', async () => {
  writeFileSync(join(folder, 'new'), '');

  expect([await get('1'), await get('1')]).toEqual([[1], [2]]);
});
