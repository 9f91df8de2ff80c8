import { analyse } from '../search/words/analyse.ts';
import { cleanTitle } from '../search/words/title.ts';
import { plainText } from '../shared/plain-text.ts';
import { employerWords } from './employers.ts';
import { canonicalLink } from './links.ts';
import type { Posting } from './posting.ts';
import { shinglesOf, sketchOf } from './shingles.ts';
import { foldedWords, withoutPhrases } from './words.ts';

/** Longer texts are compared by so many words. */
const MOST_WORDS = 600;
/** A text shorter than this says too little to be told from another's. */
const LEAST_WORDS = 20;

/** What of a posting is compared with others. */
export interface Profile {
  posting: Posting;
  /** The words of the title as the search knows them, without place, contract and marks of sex. */
  title: ReadonlySet<string>;
  /** All words of the text. */
  words: readonly string[];
  /** The phrases that a copy may lack or replace: the employer's name and the names of the places. */
  names: readonly (readonly string[])[];
  /** The text without those. */
  bare: readonly string[];
  /** The shingles of that, and its sketch, made when they are first asked for. */
  readonly shingles: ReadonlySet<number>;
  readonly sketch: Uint32Array;
  /** Whether the text is long enough to speak for itself. */
  telling: boolean;
  employer?: { siret?: string; words: ReadonlySet<string> };
  communes: ReadonlySet<string>;
  departments: ReadonlySet<string>;
  /** Pages of the posting and of those that its partner has it from. */
  pages: readonly string[];
  /** References that say more than a number that any partner may have given: "o062260918001234". */
  references: readonly string[];
}

/** A text names its own place, and not each of a long list. */
const MOST_NAMED_PLACES = 3;
const MIN_REFERENCE_LENGTH = 6;
const MOST_REFERENCES = 2;

/** What of a posting is compared with others. */
export function profileOf(posting: Posting): Profile {
  const { title, employer, places } = posting;
  const placeNames = [...new Set(places.map(({ name }) => name))];
  const words = foldedWords(plainText(posting.description)).slice(0, MOST_WORDS);
  const names = [...(employer ? [employer.name] : []), ...placeNames.slice(0, MOST_NAMED_PLACES)].map(
    foldedWords,
  );
  const bare = withoutPhrases(words, names);
  const clean = cleanTitle(cleanTitle(title, placeNames), placeNames);
  let shingles: ReadonlySet<number> | undefined;
  let sketch: Uint32Array | undefined;
  return {
    posting,
    title: new Set(analyse(clean, 'name')),
    words,
    names,
    bare,
    get shingles() {
      return (shingles ??= shinglesOf(bare));
    },
    get sketch() {
      return (sketch ??= sketchOf(bare));
    },
    telling: bare.length >= LEAST_WORDS,
    employer: employer && { siret: employer.siret, words: employerWords(employer.name) },
    communes: new Set(places.flatMap(({ insee }) => insee ?? [])),
    departments: new Set(places.flatMap(({ department }) => department ?? [])),
    pages: pagesOf(posting),
    references: tellingReferences(posting.reference ?? ''),
  };
}

function pagesOf({ link, origins = [] }: Posting): string[] {
  return [...new Set([link, ...origins.map((origin) => origin.link)].map(canonicalLink))];
}

/** A reference and its parts: an aggregator puts its own letters before those of the partner that it copies. */
function tellingReferences(reference: string): string[] {
  const parts = [reference, ...reference.split(/[^\p{L}\p{N}]+/u)].map((part) =>
    part.toLowerCase().replace(/[^a-z0-9]/g, ''),
  );
  const telling = parts.filter((part) => part.length >= MIN_REFERENCE_LENGTH && /\d/.test(part));
  return [...new Set(telling)].slice(0, MOST_REFERENCES);
}
