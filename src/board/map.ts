import { queryString, type Client, type OffersQuery } from '../client/client.ts';
import { saneMap, type MapAnswer } from '../client/map.ts';
import { saneOutline, type Outline } from '../client/outline.ts';
import { failed } from './failure.ts';
import type { Criteria, Failure, SearchState } from './state.ts';

/** What a map shows. */
export interface MapState {
  readonly status: 'before' | 'loading' | 'answers' | 'none' | 'failed' | 'offline';
  /** Kept while loading and after a failure. */
  readonly answer?: MapAnswer;
  /** Of the territory; absent where the endpoint has none, and until it comes. */
  readonly outline?: Outline;
  readonly failure?: Failure;
}

/**
 * Where the offers of a search lie. It asks once for each state that the search comes to rest in, in one request
 * that equal maps share, and gives up what the search has left. Communes are what it shows, so that they do not
 * narrow it. The outline of the territory is asked for once, beside the first answer; without it the ground is plain.
 */
export class BoardMap {
  readonly #client: Client;
  readonly #board: string;
  readonly #isOnline: () => boolean;
  readonly #listener: () => void;
  #state: MapState = { status: 'before' };
  #asked = '';
  #outlined = false;
  #request = new AbortController();

  constructor(client: Client, board: string, isOnline: () => boolean, listener: () => void) {
    this.#client = client;
    this.#board = board;
    this.#isOnline = isOnline;
    this.#listener = listener;
  }

  get state(): MapState {
    return this.#state;
  }

  /** Follows the search: asks where its answer is another one than that of the map. */
  follow({ status, criteria, generation }: SearchState): void {
    const query = queryString(queryOf(criteria));
    const asked = `${generation} ${query}`;
    if (asked === this.#asked) return;

    this.#request.abort();
    this.#asked = '';
    if (status === 'before' || status === 'loading') return;
    this.#asked = asked;
    void this.#load(query, false);
  }

  /** Asks again after a failure. */
  retry(): void {
    this.#request.abort();
    void this.#load(this.#asked.replace(/^\S* /, ''), true);
  }

  /** Asks again if the last request failed for want of a network. */
  networkBack(): void {
    if (this.#state.status === 'offline' || this.#state.failure?.kind === 'network') this.retry();
  }

  /** Gives up what is being asked. */
  stop(): void {
    if (this.#state.status === 'loading') this.#asked = '';
    this.#request.abort();
  }

  async #load(query: string, fresh: boolean): Promise<void> {
    const { signal } = (this.#request = new AbortController());
    void this.#loadOutline();
    this.#set({ ...this.#state, status: 'loading', failure: undefined });
    try {
      const answer = await this.#client.get(this.#board, `/map${query}`, saneMap, signal, fresh);
      if (!signal.aborted) {
        const { outline } = this.#state;
        this.#set({ status: answer.areas.length ? 'answers' : 'none', answer, outline });
      }
    } catch (error) {
      if (!signal.aborted) this.#set({ ...this.#state, ...failed(error, this.#isOnline) });
    }
  }

  async #loadOutline(): Promise<void> {
    if (this.#outlined) return;
    this.#outlined = true;
    try {
      const outline = await this.#client.get(this.#board, '', saneOutline, new AbortController().signal);
      this.#set({ ...this.#state, outline });
    } catch {}
  }

  #set(state: MapState): void {
    this.#state = state;
    this.#listener();
  }
}

/** What a map asks of a search: all that narrows it but the communes. */
function queryOf(criteria: Criteria): OffersQuery {
  return { ...criteria, commune: undefined, sort: undefined, page: undefined };
}
