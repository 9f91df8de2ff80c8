import { groupingKeys } from './keys.ts';
import type { Posting } from './posting.ts';
import { type Profile, profileOf } from './profile.ts';
import { stampOf } from './stamp.ts';

/** What of a posting it is grouped and found by, worked out where it is read: that takes longer than the writing. */
export interface Marks {
  /** The keys under which it meets others, see `groupingKeys`. */
  keys: readonly number[];
  /** By what it can be told later whether it changed, see `stampOf`. */
  stamp: Uint8Array;
  /** Of the offer that it may become alone. */
  title: string;
  /** The first département that it lies in, "" where it lies in none. */
  area: string;
  /** The words of its description, see `describedWords`; of a posting that was laid aside. */
  described?: string;
}

/** The marks of a posting. */
export function marksOf(posting: Posting, profile: Profile = profileOf(posting)): Marks {
  const [area = ''] = profile.departments;
  return { keys: groupingKeys(posting, profile), stamp: stampOf(profile), title: posting.title, area };
}
