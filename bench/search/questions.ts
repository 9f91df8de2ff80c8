import { FACETS } from '../../endpoint/src/contract/index.ts';
import { titleWord, typed, type Asking } from './queries.ts';

type Question = (asking: Asking) => string;

/** What a page asks for while a resident uses it, as paths. */
export const QUESTIONS: Record<string, Question> = {
  'first page': (asking) => offers(asking, { include: 'board' }),
  'a word and all facets': (asking) => offers(asking, { q: titleWord(asking), facets: FACETS.join() }),
  'a word around a place': (asking) =>
    offers(asking, { q: titleWord(asking), place: placeIn(asking), radius: '20' }),
  'all filters and facets': (asking) => offers(asking, allFilters(asking)),
  'page 40': (asking) => offers(asking, { page: '40' }),
  count: (asking) => path(asking, 'count', { q: titleWord(asking) }),
  map: (asking) => path(asking, 'map', { q: titleWord(asking) }),
  suggest: (asking) => path(asking, 'suggest', { q: typed(asking) }),
  places: (asking) => path(asking, 'places', { q: asking.corpus.commune(asking.random).name.slice(0, 4) }),
};

/** The path of a question of any kind. */
export function makeAddress(asking: Asking): string {
  return asking.random.pick(Object.values(QUESTIONS))(asking);
}

function offers(asking: Asking, criteria: Record<string, string>): string {
  return path(asking, 'offers', criteria);
}

function path({ board }: Asking, route: string, criteria: Record<string, string>): string {
  return `/v1/boards/${board.definition.id}/${route}?${new URLSearchParams(criteria).toString()}`;
}

function placeIn({ random, board }: Asking): string {
  return random.pick([...board.members]);
}

function allFilters(asking: Asking): Record<string, string> {
  return {
    q: titleWord(asking),
    place: placeIn(asking),
    radius: '50',
    contract: 'cdi,cdd,interim',
    nature: 'unstated',
    hours: 'full,unstated',
    schedule: 'day,unstated',
    experience: 'beginner,unstated',
    pay: '2000-2500,unstated',
    remote: 'unstated',
    since: '31',
    facets: FACETS.join(),
  };
}
