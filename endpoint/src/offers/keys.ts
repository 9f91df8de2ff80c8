import type { Posting } from './posting.ts';
import { type Profile, profileOf } from './profile.ts';
import { hash32, hash47 } from './shingles.ts';

/**
 * Places of the sketch that make one key together, where a text of any place meets another: of six such keys two
 * texts with four fifths of their shingles in common share one with 96 %, with nine tenths 99.8 %, with half 32 %.
 */
const BAND_PLACES = 4;
/** Places of the sketch that make a key each with title and département: half of the shingles meet with 94 %. */
const LOCAL_PLACES = 4;
/** A copy that is cut keeps its first words. */
const FIRST_WORDS = 30;
/** Only so many départements of a posting make keys. */
const MOST_DEPARTMENTS = 3;

/** What keys are of, so that two kinds never meet. */
const [PAGE, REFERENCE, FIRST, EMPLOYER, LOCAL, BAND] = [1, 2, 3, 4, 5, 6] as const;

/**
 * The keys under which a posting meets those that may be the same job, numbers of 47 bits, the one of its own page first.
 * Sharing one makes two postings candidates and no more; `same.ts` says which of them are one job.
 */
export function groupingKeys(posting: Posting, profile: Profile = profileOf(posting)): number[] {
  const { title, employer, bare, telling, departments, pages, references } = profile;
  const titleHash = hash47([...title].map(hash32).toSorted());
  const titled = (kind: number, text: string) =>
    hash47([kind, titleHash, titleHash / 2 ** 32, hash32(text), hash32(`${text}~`)]);
  const keys = [
    // With the title, since a town's spreadsheet gives all jobs the address of one page.
    ...pages.map((page) => titled(PAGE, page)),
    ...references.map((reference) => titled(REFERENCE, reference)),
  ];
  const sketch = telling ? profile.sketch : new Uint32Array(0);
  for (let at = 0; at < sketch.length; at += BAND_PLACES)
    keys.push(hash47([BAND, at, ...sketch.subarray(at, at + BAND_PLACES)]));
  const areas = departments.size > 0 ? [...departments].slice(0, MOST_DEPARTMENTS) : [''];
  for (const area of areas) {
    if (telling) keys.push(hash47([FIRST, hash32(area), ...bare.slice(0, FIRST_WORDS).map(hash32)]));
    if (employer) keys.push(titled(EMPLOYER, `${area} ${[...employer.words].toSorted().join(' ')}`));
    for (const place of sketch.subarray(0, LOCAL_PLACES)) keys.push(titled(LOCAL, `${area} ${place}`));
  }
  return [...new Set(keys)];
}
