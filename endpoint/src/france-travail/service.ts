import { setTimeout as pause } from 'node:timers/promises';
import { FeedError } from '../feeds/error.ts';
import { JsonReader } from '../feeds/read/json.ts';
import type { ReadItem } from '../feeds/read/record.ts';
import { type Answer, type Caller, Unreachable } from './call.ts';
import type { Limiter } from './limiter.ts';
import type { Token } from './token.ts';

/** Offers of one answer at most. */
export const PAGE = 150;
/** The last place of a list that an answer may begin at, and the last that it may hold. */
export const MAX_FIRST = 3000;
export const MAX_LAST = 3149;

/** A request is tried so many times. */
const TRIES = 6;
/** The first wait after a fault, doubled each time up to the cap, in ms. */
const FIRST_WAIT_MS = 1000;
const MAX_WAIT_MS = 30_000;
/** Longer than this the service is not waited for, in ms: the next refresh goes on. */
const MAX_REST_MS = 300_000;

/** One answer: a part of a list, and how long the list is now. */
export interface Page {
  offers: ReadItem[];
  /** Offers of the whole list; nothing where the list ends before this page. */
  total?: number;
}

/** Parameters of a search, `range` apart. */
export type Query = Readonly<Record<string, string>>;

/** How a service is asked; waits are shorter in tests. */
export interface ServiceOptions {
  address: string;
  caller: Caller;
  token: Token;
  limiter: Limiter;
  signal?: AbortSignal;
  firstWaitMs?: number;
  /** Told of every answer. */
  onBytes?(bytes: number): void;
}

/** France Travail's search: asks for one page at a time and bears with what the service does meanwhile. */
export class Service {
  readonly #options: ServiceOptions;

  constructor(options: ServiceOptions) {
    this.#options = options;
  }

  /**
   * Asks for the offers of a list from `first` on.
   * @throws {FeedError} with one sentence, once the service was tried often enough or will never answer
   */
  async page(query: Query, first: number): Promise<Page> {
    const url = new URL(this.#options.address);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    url.searchParams.set('range', `${first}-${Math.min(first + PAGE - 1, MAX_LAST)}`);
    let why = '';
    for (let turn = 0, renewed: string | undefined; turn < TRIES; turn++) {
      if (turn > 0) await this.#wait(turn);
      try {
        const token = await this.#options.token.get(renewed);
        const answer = await this.#ask(url, token);
        if (answer.status === 401 && renewed === undefined) {
          renewed = token;
          turn--;
          continue;
        }
        const page = this.#read(answer);
        if (page) return page;
        why = `it answers ${answer.status}`;
        if (answer.status === 429) this.#rest(answer);
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        why = error.message;
      }
    }
    throw new FeedError(`France Travail was asked ${TRIES} times for one page: ${why}.`);
  }

  async #ask(url: URL, token: string): Promise<Answer> {
    const { caller, limiter, signal, onBytes } = this.#options;
    await limiter.turn(signal);
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    const answer = await caller.call(url, { method: 'GET', headers });
    onBytes?.(answer.bytes);
    return answer;
  }

  /** The page of an answer; nothing where it is worth another try. */
  #read({ status, text, header }: Answer): Page | undefined {
    if (status === 204) return { offers: [], total: 0 };
    if (status === 416) return { offers: [] };
    if (status === 200 || status === 206) return readPage(text, header('content-range'));
    if (status === 429 || status >= 500) return undefined;
    if (status === 401 || status === 403) {
      throw new FeedError(
        `France Travail refuses the search (${status}); the application has to be subscribed to "Offres d'emploi v2".`,
      );
    }
    throw new FeedError(`France Travail answers with status ${status}: ${messageOf(text)}`);
  }

  /** Nothing at all is asked until the service wants to be asked again. */
  #rest(answer: Answer): void {
    const after = answer.header('retry-after') ?? '';
    const ms = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
    if (ms > MAX_REST_MS) {
      throw new FeedError(
        `France Travail was asked too often and wants a rest of ${Math.round(ms / 60_000)} minutes.`,
      );
    }
    if (ms > 0) this.#options.limiter.hold(ms);
  }

  async #wait(turn: number): Promise<void> {
    const { firstWaitMs = FIRST_WAIT_MS, signal } = this.#options;
    const ms = Math.min(MAX_WAIT_MS, firstWaitMs * 2 ** (turn - 1));
    // Half of it by chance, so that towns which met one fault do not come back together.
    await pause(ms / 2 + (Math.random() * ms) / 2, undefined, { signal });
  }
}

function readPage(text: string, range: string | undefined): Page {
  const offers: ReadItem[] = [];
  const reader = new JsonReader(['resultats']);
  try {
    reader.write(text, offers);
  } catch (error) {
    throw error instanceof FeedError ? new Unreachable('it answers with something else than offers') : error;
  }
  if (!reader.end().complete) throw new Unreachable('its answer breaks off');
  const total = Number(/\/(\d+)\s*$/.exec(range ?? '')?.[1] ?? Number.NaN);
  if (Number.isNaN(total)) throw new Unreachable('its answer does not say how many offers there are');
  return { offers, total };
}

/** What the service says of its refusal, without the address that was asked for. */
function messageOf(text: string): string {
  return /"message"\s*:\s*"([^"]{1,200})"/.exec(text)?.[1] ?? 'it gives no reason.';
}
