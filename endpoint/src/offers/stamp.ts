import { contractWords } from '../contract/vocabulary.ts';
import type { Profile } from './profile.ts';
import { hash32, SKETCH_SIZE } from './shingles.ts';

/** Bytes of a stamp: a hash of all that counts, another of the facts alone, then one byte of each place of the sketch. */
const FACTS_AT = 4;
const SKETCH_AT = 8;

/** What is remembered of a posting in {@link SKETCH_AT} + {@link SKETCH_SIZE} bytes, to tell later what of it changed. */
export function stampOf({ posting, title, bare, employer, communes, sketch }: Profile): Uint8Array {
  const { contract, hours, schedule, pay } = posting;
  const facts = hash32(
    JSON.stringify([
      [...title],
      contractWords(contract),
      contract.months,
      hours,
      schedule,
      [pay?.min, pay?.max, pay?.period],
      employer && [employer.siret, ...employer.words],
      [...communes].toSorted(),
    ]),
  );
  const stamp = new Uint8Array(SKETCH_AT + SKETCH_SIZE);
  const view = new DataView(stamp.buffer);
  view.setUint32(0, hash32(`${facts} ${bare.join(' ')}`));
  view.setUint32(FACTS_AT, facts);
  stamp.set(
    [...sketch].map((place) => place & 255),
    SKETCH_AT,
  );
  return stamp;
}

/** What changed from one stamp to the next: nothing; a word here and there; the facts; or it is another text. */
export function changeBetween(before: Uint8Array, after: Uint8Array): 'none' | 'words' | 'facts' | 'text' {
  const equal = (from: number, to: number) =>
    before.subarray(from, to).every((byte, at) => byte === after[from + at]);
  if (equal(0, FACTS_AT)) return 'none';
  let agreeing = 0;
  for (let at = SKETCH_AT; at < after.length; at++) if (before[at] === after[at]) agreeing++;
  if (agreeing * 2 < SKETCH_SIZE) return 'text';
  return equal(FACTS_AT, SKETCH_AT) ? 'words' : 'facts';
}

/** The newer stamp with the sketch of the older: words that change one by one are held against the first text. */
export function withSketchOf(before: Uint8Array, after: Uint8Array): Uint8Array {
  const stamp = after.slice();
  stamp.set(before.subarray(SKETCH_AT), SKETCH_AT);
  return stamp;
}
