import { CRITERIA, type Choice } from './choices.ts';
import { getJson, RequestError } from './http.ts';
import { saneOffers, type OffersAnswer } from './sanity.ts';
import { Sharing } from './sharing.ts';

/** What `…/offers` can be asked, as the contract names it. An absent key is no criterion. */
export interface OffersQuery extends Partial<Record<Choice, readonly string[]>> {
  q?: string;
  place?: string;
  /** Kilometres. */
  radius?: number;
  /** Days. */
  since?: number;
  sort?: string;
  page?: number;
  limit?: number;
  facets?: readonly string[];
  include?: readonly string[];
}

/** Equal questions get equal addresses, so that caches on the way can share their answers. */
const ORDER = [...CRITERIA, 'limit', 'facets', 'include'] as const;

/** The query string of a question, or of some of its keys, with `?`, in a fixed order; empty without criteria. */
export function queryString(query: OffersQuery, keys: readonly (keyof OffersQuery)[] = ORDER): string {
  const parameters = new URLSearchParams();
  for (const key of keys) {
    const value = query[key];
    const written = Array.isArray(value) ? [...value].sort().join(',') : String(value ?? '');
    if (written) parameters.append(key, written);
  }
  const string = parameters.toString();
  return string && `?${string}`;
}

/**
 * Asks one endpoint. Every method rejects with a {@link RequestError}, or with the signal's reason when the caller
 * aborts. Equal questions at the same time are one request.
 */
export class Client {
  readonly #endpoint: string;
  readonly #sharing = new Sharing(getJson);

  /** @param endpoint Address of the endpoint without a final slash. */
  constructor(endpoint: string) {
    this.#endpoint = endpoint;
  }

  /** A page of offers. `fresh` asks the endpoint even where an answer is kept. */
  async offers(board: string, query: OffersQuery, signal: AbortSignal, fresh = false): Promise<OffersAnswer> {
    return this.get(board, `/offers${queryString(query)}`, saneOffers, signal, fresh);
  }

  /** The address that leads to the partner and counts the click. */
  link(board: string, offer: string): string {
    return `${this.#endpoint}/${encodeURIComponent(board)}/go/${encodeURIComponent(offer)}`;
  }

  /** What `read` makes of the answer of one of the board's addresses (`/places?q=omer`). */
  async get<T>(
    board: string,
    rest: string,
    read: (raw: unknown) => T | undefined,
    signal: AbortSignal,
    fresh = false,
  ): Promise<T> {
    const url = `${this.#endpoint}/v1/boards/${encodeURIComponent(board)}${rest}`;
    const answer = read(await this.#sharing.get(url, signal, fresh));
    if (answer === undefined) throw new RequestError('garbled');
    return answer;
  }
}
