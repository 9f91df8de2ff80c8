import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { INSIDE } from './inside.ts';

const ROOT = join(import.meta.dirname, '..');

/** Every key and every string in a value, through all levels; parts are words of templates, not names of properties. */
function words(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(words);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'cssParts' ? [] : [key, ...words(inner)]));
}

test.each(['custom-elements.json', 'endpoint/openapi.json'])('no name of %s is shortened', async (file) => {
  const said = words(JSON.parse(await readFile(join(ROOT, file), 'utf8')));

  expect(said.length).toBeGreaterThan(100);
  expect([...new Set(said)].filter((word) => INSIDE.test(word))).toEqual([]);
});
