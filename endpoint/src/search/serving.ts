import type { Engine, Scope, SearchRequest } from './engine.ts';

/** A search result as it is sent: whoever passes it on need not read it. */
export interface SerialisedResult {
  generation: number;
  total: number;
  /** A `SearchResult` as JSON in UTF-8. */
  json: Uint8Array;
}

/** An engine as routes ask it. */
export interface ServingEngine extends Engine {
  /** What `search` finds. */
  searchAsJson(scope: Scope, request: SearchRequest): Promise<SerialisedResult>;
  /**
   * The same engine for one request: what has not begun when the asker leaves is not done, and all that is asked shares
   * one budget of time. Its methods reject with {@link Unanswered} then.
   */
  during(request: AbortSignal): ServingEngine;
}

/** A question that the engine could not answer now; the message says in one sentence what to do. */
export class Unanswered extends Error {
  override name = 'Unanswered';
}
