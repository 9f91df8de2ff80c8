import { masculineSingular } from '../search/words/french.ts';
import { compareEmployers } from './employers.ts';
import { contradictingFact } from './facts.ts';
import type { Profile } from './profile.ts';
import { overlap, shinglesOf } from './shingles.ts';
import { tellingDifference, tellingTitles } from './telling.ts';
import { differences, withoutPhrases } from './words.ts';

/** What makes one job of two postings, the strongest last. */
export const LINKS = ['half', 'near', 'text', 'page'] as const;
export type Link = (typeof LINKS)[number];

/** The verdict over two postings: what links them, what speaks against it, or neither. */
export interface Verdict {
  link?: Link;
  /** What cannot be true of one job: two such postings are never in one offer, whoever links them. */
  against?: string;
}

/** Texts that share so many of their shingles are nearly the same. */
const NEAR = 0.8;
/** Titles may differ over texts that share so many. */
const ALL_BUT_EQUAL = 0.9;
const HALF = 0.5;

/**
 * Whether two postings are one job. This is the whole rule; the other files of this room only help it.
 *
 * **Never**, whatever else: two named employers; two kinds, natures or lengths of contract; full and part time, other
 * hours, other schedules; pay that cannot be the same; titles of two posts; texts that differ in a figure, a time, a
 * level; and two references of one partner in one commune whose texts differ, for the partner itself tells them apart.
 *
 * **One job**, where nothing of that stands against it, by the first that holds:
 * 1. `page`: the same page (or that of its origin), or the same reference at two partners in one place; longer texts must not be
 *    strangers to each other.
 * 2. `text`: the same text without the names of employer and place, in one place, or from one partner in several
 *    communes (a spray). Two references of one partner with the same words in one commune are one offer, too: residents
 *    complain of the same card many times, and nothing would tell the two apart.
 * 3. `near`: four fifths of the shingles shared, in one place at two partners, or a spray.
 * 4. `half`: two partners, the same place, and half of the shorter text's shingles, or the same employer and title.
 *
 * Two partners with the same text in two towns stay two offers: without a place in common nobody knows.
 */
export function compare(a: Profile, b: Profile): Verdict {
  const employers = compareEmployers(a.employer, b.employer);
  if (employers === 'other') return { against: 'employer' };
  const fact = contradictingFact(a.posting, b.posting);
  if (fact) return { against: fact };

  const names = [...a.names, ...b.names];
  const [one, another] = [withoutPhrases(a.words, names), withoutPhrases(b.words, names)];
  const equal = one.length === another.length && one.every((word, index) => word === another[index]);
  const shared = equal ? { all: 1, less: 1 } : overlap(shinglesWithin(a, one), shinglesWithin(b, another));
  const ownPartner = a.posting.partner === b.posting.partner;
  const place = comparePlaces(a, b);
  const titles = compareTitles(a, b);
  if (titles === 'other') return { against: 'title' };
  if (titles === 'kindred' && (ownPartner || shared.all < ALL_BUT_EQUAL || titleTellsTextsApart(a, b)))
    return { against: 'title' };
  if (ownPartner && place === 'shared' && !equal) return { against: 'reference' };
  if (!equal && shared.less >= HALF && tellingDifference(differences(one, another)))
    return { against: 'text' };

  const telling = a.telling && b.telling;
  const samePage =
    share(a.pages, b.pages) || (!ownPartner && place === 'shared' && share(a.references, b.references));
  if (samePage && (!telling || shared.less >= HALF)) return { link: 'page' };
  if (ownPartner ? place === 'vague' && !equal : place === 'apart') return {};
  if (telling && equal) return { link: 'text' };
  if (telling && shared.all >= NEAR) return { link: 'near' };
  if (ownPartner) return {};
  if (telling && shared.less >= HALF) return { link: 'half' };
  if (employers === 'same' && place === 'shared' && titles === 'same' && sameContract(a, b))
    return { link: 'half' };
  return {};
}

/** The shingles of a profile's text without names; where the other side's names are not in it, those that it has. */
function shinglesWithin(profile: Profile, words: readonly string[]): ReadonlySet<number> {
  return words.length === profile.bare.length ? profile.shingles : shinglesOf(words);
}

/** `within`: one title says more; `kindred`: they share half of their words; `other`: two posts. */
function compareTitles(a: Profile, b: Profile): 'same' | 'within' | 'kindred' | 'other' {
  const nature = a.posting.contract.nature;
  const sameNature = nature !== undefined && nature === b.posting.contract.nature;
  if (tellingTitles(a.title, b.title, sameNature)) return 'other';
  const [less, more] = a.title.size <= b.title.size ? [a.title, b.title] : [b.title, a.title];
  let shared = 0;
  for (const word of less) if (more.has(word)) shared++;
  if (shared === less.size) return less.size === more.size ? 'same' : 'within';
  return shared * 2 >= less.size ? 'kindred' : 'other';
}

/** Whether a word that one title alone has stands in one text alone: a model text in which the trade was changed. */
function titleTellsTextsApart(a: Profile, b: Profile): boolean {
  const apart = (word: string) => says(a.words, word) !== says(b.words, word);
  return (
    [...a.title].some((word) => !b.title.has(word) && apart(word)) ||
    [...b.title].some((word) => !a.title.has(word) && apart(word))
  );
}

function says(words: readonly string[], stem: string): boolean {
  return words.some((word) => masculineSingular(word) === stem);
}

/** `vague`: one side names no commune, and nothing speaks against that it is the other's. */
function comparePlaces(a: Profile, b: Profile): 'shared' | 'vague' | 'apart' {
  if (meet(a.communes, b.communes)) return 'shared';
  if (a.communes.size > 0 && b.communes.size > 0) return 'apart';
  if (a.departments.size === 0 || b.departments.size === 0) return 'vague';
  return meet(a.departments, b.departments) ? 'vague' : 'apart';
}

function sameContract(a: Profile, b: Profile): boolean {
  return a.posting.contract.kind === b.posting.contract.kind;
}

function share(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.includes(one));
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}
