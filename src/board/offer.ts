import type { Client } from '../client/client.ts';
import { RequestError } from '../client/http.ts';
import { saneGone, saneOffer, type FullOffer, type GoneOffer } from '../client/offer.ts';
import { saneBoard } from '../client/sanity.ts';
import { failed } from './failure.ts';
import type { Board, Failure, OfferCard } from './state.ts';

/** What shows one offer. */
export interface OfferState {
  /** `before`: no offer is open; `closed`: the offer is no longer there. */
  readonly status: 'before' | 'loading' | 'answers' | 'closed' | 'failed' | 'offline';
  readonly id?: string;
  /** What is known of the offer from a list, before its own answer. */
  readonly card?: OfferCard;
  readonly offer?: FullOffer;
  /** What became of a closed offer. */
  readonly gone?: GoneOffer;
  readonly failure?: Failure;
  /** The board, where no search of the page knows it. */
  readonly board?: Board;
}

/** One offer of a board in full: the one that was opened last. It asks once for each. */
export class BoardOffer {
  readonly #client: Client;
  readonly #board: string;
  readonly #isOnline: () => boolean;
  readonly #listener: () => void;
  #state: OfferState = { status: 'before' };
  #request = new AbortController();

  constructor(client: Client, board: string, isOnline: () => boolean, listener: () => void) {
    this.#client = client;
    this.#board = board;
    this.#isOnline = isOnline;
    this.#listener = listener;
  }

  get state(): OfferState {
    return this.#state;
  }

  /** Shows an offer, first as much of it as a list knows. */
  open(id: string, card?: OfferCard): void {
    this.#request.abort();
    const { board } = this.#state;
    this.#state = { status: 'before', id, card, board };
    void this.#load(false);
  }

  close(): void {
    this.#request.abort();
    const { board } = this.#state;
    this.#set({ status: 'before', board });
  }

  /** Asks again after a failure. */
  retry(): void {
    this.#request.abort();
    void this.#load(true);
  }

  /** Asks again if the last request failed for want of a network. */
  networkBack(): void {
    if (this.#state.status === 'offline' || this.#state.failure?.kind === 'network') this.retry();
  }

  /** Gives up what is being asked. */
  stop(): void {
    this.#request.abort();
  }

  /** Asks for the board itself, once: where no search of the page does. Without an answer, ids stand for names. */
  async describe(): Promise<void> {
    try {
      const board = await this.#client.get(this.#board, '', saneBoard, new AbortController().signal);
      this.#set({ ...this.#state, board });
    } catch {}
  }

  async #load(fresh: boolean): Promise<void> {
    const { signal } = (this.#request = new AbortController());
    const id = this.#state.id!;
    this.#set({ ...this.#state, status: 'loading', failure: undefined });
    try {
      const path = `/offers/${encodeURIComponent(id)}`;
      const offer = await this.#client.get(this.#board, path, saneOffer, signal, fresh);
      if (!signal.aborted) this.#set({ ...this.#state, status: 'answers', offer });
    } catch (error) {
      if (signal.aborted) return;
      const gone = error instanceof RequestError ? saneGone(error.problem) : undefined;
      this.#set({
        ...this.#state,
        ...(gone ? { status: 'closed', gone } : failed(error, this.#isOnline)),
      });
    }
  }

  #set(state: OfferState): void {
    this.#state = state;
    this.#listener();
  }
}
