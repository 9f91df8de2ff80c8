/** How many words in a row make a shingle. */
const WORDS_A_SHINGLE = 5;
/** How many least hashes make the sketch of a text. */
export const SKETCH_SIZE = 24;

/** The hash of a word or of any string, 32 bits. */
export function hash32(text: string): number {
  let hash = 0x3c6ef372;
  for (let at = 0; at < text.length; at++) hash = mix32(hash ^ text.charCodeAt(at));
  return hash >>> 0;
}

/** One hash of several, of 47 bits: exact in JavaScript, and SQLite keeps it in six bytes. */
export function hash47(parts: readonly number[]): number {
  let low = 0x1f83d9ab;
  let high = 0x5be0cd19;
  for (const part of parts) {
    low = mix32(low ^ part);
    high = mix32(Math.imul(high, 0x2545f491) ^ part ^ (low >>> 7));
  }
  return (high >>> 17) * 2 ** 32 + (low >>> 0);
}

/** The shingles of a text as hashes, signed and in their order; none where it is shorter than one. */
function hashesOf(words: readonly string[]): Int32Array {
  const hashes = new Int32Array(words.length);
  for (const [at, word] of words.entries()) hashes[at] = hash32(word);
  const shingles = new Int32Array(Math.max(0, words.length - WORDS_A_SHINGLE + 1));
  for (let at = 0; at < shingles.length; at++) {
    let shingle = 0;
    for (let next = 0; next < WORDS_A_SHINGLE; next++) shingle = mix32(shingle ^ hashes[at + next]!);
    shingles[at] = shingle;
  }
  return shingles;
}

/** The shingles of a text, each once. */
export function shinglesOf(words: readonly string[]): Set<number> {
  return new Set(hashesOf(words));
}

/** How much two texts share: of all shingles (Jaccard), and of those of the one that has less. */
export function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): { all: number; less: number } {
  if (a.size === 0 || b.size === 0) return { all: 0, less: 0 };
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  return { all: shared / (a.size + b.size - shared), less: shared / small.size };
}

/**
 * The MinHash sketch of a text (Broder, 1997): of each of {@link SKETCH_SIZE} hashes the least over its shingles. Two
 * sketches agree in that share of their places in which the texts' shingles agree. Empty for a text without shingles.
 */
export function sketchOf(words: readonly string[]): Uint32Array {
  const shingles = hashesOf(words);
  if (shingles.length === 0) return new Uint32Array(0);
  const sketch = new Uint32Array(SKETCH_SIZE).fill(0xffffffff);
  for (let place = 0; place < SKETCH_SIZE; place++) {
    const seed = Math.imul(place + 1, 0x9e3779b1);
    let least = 0xffffffff;
    for (let at = 0; at < shingles.length; at++) least = Math.min(least, mix32(shingles[at]! ^ seed) >>> 0);
    sketch[place] = least;
  }
  return sketch;
}

/** Spreads every bit over all of 32, as a signed number. */
function mix32(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), 0x735a2d97);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc4ceb9fe | 1);
  return mixed ^ (mixed >>> 16);
}
