import { unreadable } from '../theme/unreadable.ts';

/** What a criterion's text may be. */
const ALLOWED: Readonly<Record<string, string>> = {
  q: 'words',
  place: 'a commune, a postcode, a département or "latitude,longitude"',
  radius: '0 to 100 (kilometres)',
  commune: 'INSEE codes of communes, with commas between them',
  since: '1 to 365 (days)',
  sort: 'relevance, newest, nearest',
};

/** What a webmaster reads in the console, by what is the matter. It is loaded where there is something to say. */
export const ADVICE = {
  /** A copy of the script found another one on the page. */
  secondCopy: (first: string, second: string) =>
    `version ${first} is already on this page, so this second copy (version ${second}) does nothing. ` +
    'Keep a single script tag.',
  noBoard: () => 'no element and no script tag names a board; add board="…", as in <town-jobs board="…">.',
  noEndpoint: () => 'a bundled copy does not know its endpoint; add endpoint="https://…" to an element.',
  /** An attribute names a value that a criterion cannot have. */
  badCriterion: (key: string, text: string, words: string) =>
    `${key}="${text}" is not understood; it can be ${words || (ALLOWED[key] ?? 'values as the facet of that name gives them')}.`,
  badLock: (word: string, known: string) => `locked="${word}" is not understood; it can be any of ${known}.`,
  badFacet: (word: string, known: string) =>
    `facets="${word}" is not understood; it can be any of ${known}, sector.`,
  badTemplate: (selector: string) => `template="${selector}" names no <template> of this page.`,
  /** Something that a card's template cannot have. */
  badCard: (what: string, instead: string) => `a card's template cannot have ${what}: ${instead}.`,
  badField: (word: string, known: string) =>
    `data-field="${word}" is not known to a card; it can be any of ${known}.`,
  badScheme: (text: string) => `scheme="${text}" is not known; use light, dark or auto.`,
  /** The page's Content-Security-Policy blocks an endpoint. */
  policy: (origin: string) =>
    `this page's Content-Security-Policy blocks the offers; add to it: connect-src ${origin}`,
  /** A colour was replaced by another one that can be read: see `unreadable`. */
  contrast: (role: string, given: string, rules: string) => {
    const { ground, ratio, used } = unreadable(role, given, rules);
    return (
      `--town-jobs-color-${role} ${given} cannot be read on ${ground} ` +
      `(contrast ${ratio.toFixed(1)}:1); ${used} is used instead.`
    );
  },
} as const;
