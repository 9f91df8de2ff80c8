import {
  type Facet,
  type Loosening,
  type OffersAnswer,
  type OffersQuery,
  PAGE_WINDOW,
  SINCE_DAYS,
} from '../contract/index.ts';
import type { Places } from '../places/places.ts';
import type { Engine, SearchRequest, SearchResult } from '../search/engine.ts';
import type { ServingEngine } from '../search/serving.ts';
import { startOfParisDay } from '../shared/paris.ts';
import type { CompiledBoard } from './board.ts';
import { type Question, understandQuery } from './question.ts';

/** Offers a page where the query does not say. */
const DEFAULT_LIMIT = 20;

/** What answering needs. */
export interface Answering<E extends Engine = Engine> {
  engine: E;
  places: Places;
  now(): number;
}

/** Answers a search on a board. The caller has checked that the page lies within the window. */
export async function answerOffers(
  answering: Answering,
  board: CompiledBoard,
  query: OffersQuery,
): Promise<OffersAnswer> {
  const { request, question } = understand(answering, board, query);
  const result = await answering.engine.search(board.scope, request);
  return { ...result, ...(await frame(answering, board, query, question, result.total)) };
}

/**
 * {@link answerOffers} as JSON, which is sent as it comes from the engine: offers are neither read nor written here.
 *
 * @param more what else the answer holds
 */
export async function answerOffersAsJson(
  answering: Answering<ServingEngine>,
  board: CompiledBoard,
  query: OffersQuery,
  more: Pick<OffersAnswer, 'board'> = {},
): Promise<Buffer> {
  const { request, question } = understand(answering, board, query);
  const { total, json } = await answering.engine.searchAsJson(board.scope, request);
  const rest = JSON.stringify({ ...(await frame(answering, board, query, question, total)), ...more });
  return Buffer.concat([json.subarray(0, -1), Buffer.from(`,${rest.slice(1)}`)]);
}

function understand({ places, now }: Answering, board: CompiledBoard, query: OffersQuery) {
  const at = now();
  const question = understandQuery(query, board, places, at);
  const limit = query.limit ?? DEFAULT_LIMIT;
  const request: SearchRequest = {
    ...question.filters,
    sort: question.sort,
    offset: ((query.page ?? 1) - 1) * limit,
    limit,
    facets: query.facets?.split(',') as Facet[] | undefined,
    sinceSteps: Object.fromEntries(SINCE_DAYS.map((days) => [String(days), startOfParisDay(at, days)])),
    distanceFrom: question.distanceFrom,
  };
  return { request, question };
}

/** What the board adds to the engine's result. */
async function frame(
  answering: Answering,
  board: CompiledBoard,
  query: OffersQuery,
  { sort, place, radius }: Question,
  total: number,
): Promise<Omit<OffersAnswer, keyof SearchResult>> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  return {
    page: query.page ?? 1,
    pages: Math.min(Math.ceil(total / limit), Math.floor(PAGE_WINDOW / limit)),
    sort,
    place,
    radius,
    loosen: total === 0 ? await loosen(answering, board, query) : undefined,
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
