import {
  type Facet,
  type Loosening,
  type OffersAnswer,
  type OffersQuery,
  PAGE_WINDOW,
  SINCE_DAYS,
} from '../contract/index.ts';
import type { Places } from '../places/places.ts';
import type { Engine } from '../search/engine.ts';
import { startOfParisDay } from '../shared/paris.ts';
import type { CompiledBoard } from './board.ts';
import { understandQuery } from './question.ts';

/** Offers a page where the query does not say. */
const DEFAULT_LIMIT = 20;

/** What answering needs. */
export interface Answering {
  engine: Engine;
  places: Places;
  now(): number;
}

/** Answers a search on a board. The caller has checked that the page lies within the window. */
export async function answerOffers(
  { engine, places, now }: Answering,
  board: CompiledBoard,
  query: OffersQuery,
): Promise<OffersAnswer> {
  const at = now();
  const question = understandQuery(query, board, places, at);
  const page = query.page ?? 1;
  const limit = query.limit ?? DEFAULT_LIMIT;
  const result = await engine.search(board.scope, {
    ...question.filters,
    sort: question.sort,
    offset: (page - 1) * limit,
    limit,
    facets: query.facets?.split(',') as Facet[] | undefined,
    sinceSteps: Object.fromEntries(SINCE_DAYS.map((days) => [String(days), startOfParisDay(at, days)])),
    distanceFrom: question.distanceFrom,
  });
  return {
    generation: result.generation,
    total: result.total,
    page,
    pages: Math.min(Math.ceil(result.total / limit), Math.floor(PAGE_WINDOW / limit)),
    sort: question.sort,
    place: question.place,
    radius: question.radius,
    cut: result.cut || undefined,
    corrected: result.corrected,
    offers: result.offers,
    facets: result.facets,
    loosen: result.total === 0 ? await loosen({ engine, places, now }, board, query) : undefined,
  };
}

/**
 * What an empty search could drop or widen, and what that gives: each single criterion, and the next wider radius
 * that finds something. Ways that find nothing are left out.
 */
async function loosen(answering: Answering, board: CompiledBoard, query: OffersQuery): Promise<Loosening[]> {
  const { engine, places, now } = answering;
  const count = async (change: Partial<OffersQuery>) => {
    const { filters } = understandQuery({ ...query, ...change }, board, places, now());
    return (await engine.count(board.scope, filters)).total;
  };
  const ways: Loosening[] = [];
  const { radius } = understandQuery(query, board, places, now());
  for (const step of radius === undefined ? [] : board.definition.radius.steps) {
    if (step <= radius!) continue;
    const total = await count({ radius: step });
    if (total === 0) continue;
    ways.push({ criterion: 'radius', to: step, total });
    break;
  }
  for (const criterion of ['q', 'place', 'contract', 'since'] as const) {
    if (query[criterion] === undefined) continue;
    const total = await count({ [criterion]: undefined });
    if (total > 0) ways.push({ criterion, total });
  }
  return ways.toSorted((a, b) => b.total - a.total);
}
