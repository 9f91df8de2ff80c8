import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { Places } from '../places/places.ts';
import type { Services } from '../services.ts';

/** Long enough to be compressed; what is laid beside it says so itself, to be told from what is made at once. */
const script = (how: string) => `/* ${how} */${'town();'.repeat(500)}`;
const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Buffer) => body };

let app: FastifyInstance;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'town-jobs-elements-'));
  mkdirSync(join(folder, 'assets'));
  for (const file of ['town-jobs.js', 'assets/map-12345678.js']) {
    writeFileSync(join(folder, file), script('plain'));
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(script('br')));
    writeFileSync(join(folder, `${file}.gz`), gzipSync(script('gzip')));
  }
  writeFileSync(join(folder, 'assets/old-12345678.js'), script('plain'));
  const places = await Places.load(folder);
  app = await createApp({ boards: new Map(), places, elements: folder } as unknown as Services);
  await app.ready();
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

function get(url: string, encodings: string) {
  return app.inject({ url, headers: { 'accept-encoding': encodings } });
}

it.each([
  ['/town-jobs.js', 'gzip, deflate, br, zstd', 'br', 'br', 'public, max-age=300'],
  ['/town-jobs.js', 'gzip, deflate', 'gzip', 'gzip', 'public, max-age=300'],
  ['/town-jobs.js', 'identity', 'identity', 'plain', 'public, max-age=300'],
  ['/assets/map-12345678.js', 'br', 'br', 'br', 'public, max-age=31536000, immutable'],
  ['/assets/old-12345678.js', 'gzip', 'gzip', 'plain', 'public, max-age=31536000, immutable'],
] as const)('sends %s to who accepts %s as %s: what is %s', async (url, accepts, coding, how, caching) => {
  const response = await get(url, accepts);

  expect(response.headers['content-encoding'] ?? 'identity').toBe(coding);
  expect(UNPACK[coding](response.rawPayload).toString()).toBe(script(how));
  expect(response.headers['content-type']).toMatch(/^application\/javascript/);
  expect(response.headers['cache-control']).toBe(caching);
  expect(response.headers.vary).toMatch(/accept-encoding/i);
  expect(response.headers['cross-origin-resource-policy']).toBe('cross-origin');
});

it('names each form of a script by a tag of its own', async () => {
  const tags = await Promise.all(['br', 'gzip', 'identity'].map((coding) => get('/town-jobs.js', coding)));

  expect(new Set(tags.map(({ headers }) => headers.etag)).size).toBe(3);
});

it('serves nothing else of the folder', async () => {
  for (const url of ['/manifest.json', '/assets/../town-jobs.js.br', '/assets/none.js'])
    expect((await get(url, 'br')).statusCode).toBe(404);
});
