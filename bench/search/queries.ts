import { CONTRACT_WORDS, SINCE_DAYS } from '../../endpoint/src/contract/index.ts';
import type { CompiledBoard } from '../../endpoint/src/boards/board.ts';
import { FACETS } from '../../endpoint/src/contract/index.ts';
import { startOfParisDay } from '../../endpoint/src/shared/paris.ts';
import type { Random } from '../../endpoint/src/search/conformance/random.ts';
import type { Filters, SearchRequest } from '../../endpoint/src/search/engine.ts';
import { NOW_MS, type Corpus } from './corpus.ts';

/** What queries are made of. */
export interface Asking {
  random: Random;
  corpus: Corpus;
  board: CompiledBoard;
}

type Make = (asking: Asking) => Partial<SearchRequest>;

/** The first instants of the steps of the `since` facet. */
export const SINCE_STEPS = Object.fromEntries(
  SINCE_DAYS.map((days) => [days, startOfParisDay(NOW_MS, days)]),
);

/** Each kind of search as a function of chance, so that no answer is asked for twice in a row. */
export const SEARCHES: Record<string, Make> = {
  newest: () => ({}),
  'a word of titles': (asking) => ({ q: titleWord(asking) }),
  'the beginning of one': (asking) => ({ q: titleWord(asking).slice(0, 1 + asking.random.int(4)) }),
  'a word of texts': ({ random, corpus }) => ({ q: corpus.vocabulary.word(random) }),
  'the commonest word': ({ corpus }) => ({ q: corpus.vocabulary.words[0] }),
  'three words': (asking) => ({
    q: `${asking.corpus.vocabulary.words[asking.random.int(10)]} ${asking.corpus.vocabulary.words[10 + asking.random.int(40)]} ${titleWord(asking)}`,
  }),
  'a typo': (asking) => ({ q: mistyped(titleWord(asking), asking.random) }),
  'ten words that nobody writes': ({ random, corpus }) => ({
    q: Array.from({ length: 10 }, () => mistyped(corpus.vocabulary.rare(random), random)).join(' '),
  }),
  'radius 20 km': (asking) => ({ around: { point: placeIn(asking), radiusKm: 20 } }),
  nearest: (asking) => ({ sort: 'nearest', distanceFrom: placeIn(asking) }),
  'all filters': (asking) => allFilters(asking),
  'all facets': () => ({ facets: [...FACETS] }),
  'all filters and facets': (asking) => ({ ...allFilters(asking), facets: [...FACETS] }),
  'a word and all facets': (asking) => ({ q: titleWord(asking), facets: [...FACETS] }),
  'page 50': () => ({ offset: 980 }),
};

/** A search of one kind. */
export function makeSearch(make: Make, asking: Asking): SearchRequest {
  return { sort: 'relevance', offset: 0, limit: 20, sinceSteps: SINCE_STEPS, ...make(asking) };
}

/** A word of an offer's title, as the offers of the corpus have it. */
export function titleWord({ random, corpus }: Asking): string {
  const words = random.pick(corpus.texts.draw(random).titles).match(/\p{L}{4,}/gu) ?? ['infirmier'];
  return random.pick(words);
}

/** What is typed into the box: a word of a title from its first letter on, or two. */
export function typed(asking: Asking): string {
  const { random } = asking;
  const word = titleWord(asking).slice(0, 1 + random.int(6));
  return random.chance(0.2) ? `${titleWord(asking)} ${word}` : word;
}

/** The point of a commune of the board. */
function placeIn({ random, corpus, board }: Asking): [number, number] {
  const members = [...board.members];
  return corpus.places.commune(random.pick(members))?.point ?? board.scope.centre;
}

function allFilters(asking: Asking): Partial<Filters> {
  const { random } = asking;
  return {
    q: titleWord(asking),
    around: { point: placeIn(asking), radiusKm: random.pick([10, 20, 50]) },
    contract: random.some(CONTRACT_WORDS, 3),
    nature: ['unstated'],
    hours: ['full', 'unstated'],
    schedule: ['day', 'unstated'],
    experience: ['beginner', 'unstated'],
    pay: ['2000-2500', 'unstated'],
    remote: ['unstated'],
    disabled: ['open', 'unstated'],
    since: startOfParisDay(NOW_MS, random.pick(SINCE_DAYS)),
  };
}

/** A word with two of its letters exchanged. */
export function mistyped(word: string, random: Random): string {
  const at = 1 + random.int(Math.max(1, word.length - 3));
  return word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2);
}
