import {
  CLOSED_FACETS,
  type Facet,
  type Loosening,
  type OffersAnswer,
  type OffersQuery,
  OPEN_FACETS,
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
    facets: query.facets === undefined ? undefined : ([...new Set(query.facets.split(','))] as Facet[]),
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

/** Criteria that can be dropped, in the order in which ways of the same total are named. */
const DROPPED = ['q', 'place', ...CLOSED_FACETS, ...OPEN_FACETS] as const;

/**
 * What an empty search could drop or widen, and what that gives: each single criterion; of radius and date the next
 * wider step that finds something, and no date at all where none does. Ways that find nothing are left out.
 */
async function loosen(answering: Answering, board: CompiledBoard, query: OffersQuery): Promise<Loosening[]> {
  const { engine, places, now } = answering;
  const ways: Loosening[] = [];
  const tryWay = async (criterion: Loosening['criterion'], to?: number) => {
    const changed = { ...query, [criterion]: to };
    const { filters } = understandQuery(changed, board, places, now());
    const { total } = await engine.count(board.scope, filters);
    if (total > 0) ways.push(to === undefined ? { criterion, total } : { criterion, to, total });
    return total > 0;
  };
  const { radius } = understandQuery(query, board, places, now());
  if (radius !== undefined) {
    for (const step of board.definition.radius.steps)
      if (step > radius && (await tryWay('radius', step))) break;
  }
  if (query.since !== undefined) {
    const wider = SINCE_DAYS.filter((days) => days > query.since!);
    for (const days of [...wider, undefined]) if (await tryWay('since', days)) break;
  }
  for (const criterion of DROPPED) if (query[criterion] !== undefined) await tryWay(criterion);
  return ways.toSorted((a, b) => b.total - a.total);
}
