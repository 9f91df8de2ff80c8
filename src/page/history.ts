import { mergeCriteria } from '../board/criteria.ts';
import type { Criteria } from '../board/state.ts';
import { readAddress, writeAddress, type AddressRules } from './address.ts';

/** The one key under which we keep something in the page's own `history.state`. */
const STATE_KEY = 'town-jobs';

/** Typing and "see more" replace the entry of the history, committing adds one. */
export type AddressIntent = 'type' | 'more' | 'commit';

/** Keeps one search in the address of the page. Foreign parameters, the hash and `history.state` stay as they are. */
export class AddressKeeper {
  readonly #rules: AddressRules;
  readonly #restore: (criteria: Criteria) => void;
  /** What the entry held before the resident began to type: where Back is to lead. */
  #settled: Criteria;
  #written: Criteria;
  #queryWhenLeft: string | undefined;
  #followed: string | undefined;

  /** @param restore Called with the criteria of an address that the resident went back or forward to. */
  constructor(rules: AddressRules, restore: (criteria: Criteria) => void) {
    this.#rules = rules;
    this.#restore = restore;
    this.#settled = this.#written = this.read();
    this.#followed = cameBack() ? noteOf(history.state, rules.prefix) : undefined;
  }

  /** The criteria of the address over the presets. */
  read(): Criteria {
    return mergeCriteria(this.#rules.presets, readAddress(location.search, this.#rules));
  }

  write(criteria: Criteria, intent: AddressIntent): void {
    if (intent === 'commit' && this.#queryOf(criteria) !== this.#queryOf(this.#settled)) {
      this.#replace(this.#settled);
      this.#push(criteria);
    } else {
      this.#replace(criteria);
    }
    this.#written = criteria;
    if (intent !== 'type') this.#settled = criteria;
  }

  /** Listens to Back and Forward; what happened to the address while nobody listened is caught up with. */
  listen(): void {
    addEventListener('popstate', this.#onPopState);
    if (this.#queryWhenLeft !== undefined && this.#queryWhenLeft !== location.search) this.#onPopState();
  }

  stop(): void {
    removeEventListener('popstate', this.#onPopState);
    this.#queryWhenLeft = location.search;
  }

  /** Remembers in this entry that the resident leaves for an offer. */
  follow(offer: string): void {
    this.#settled = this.#written;
    this.#change(() => history.replaceState(withNote({ search: this.#rules.prefix, offer }), ''));
  }

  /** The offer that was followed from this entry, where the page was loaded by Back; told once. */
  takeFollowed(): string | undefined {
    const offer = this.#followed;
    this.#followed = undefined;
    if (offer) this.#change(() => history.replaceState(withNote(undefined), ''));
    return offer;
  }

  #onPopState = (): void => {
    const criteria = this.read();
    this.#settled = this.#written = criteria;
    this.#restore(criteria);
  };

  #queryOf(criteria: Criteria): string {
    return writeAddress(location.search, this.#rules, criteria);
  }

  #href(criteria: Criteria): string {
    return location.href.replace(/[?#].*$/s, '') + this.#queryOf(criteria) + location.hash;
  }

  #replace(criteria: Criteria): void {
    const href = this.#href(criteria);
    if (href !== location.href) this.#change(() => history.replaceState(history.state, '', href));
  }

  #push(criteria: Criteria): void {
    this.#change(() => history.pushState(withNote(undefined), '', this.#href(criteria)));
  }

  /** Safari refuses more than 100 changes in 30 s, and a sandboxed frame any: the search goes on without. */
  #change(change: () => void): void {
    try {
      change();
    } catch {}
  }
}

interface Note {
  search: string;
  offer: string;
}

function noteOf(state: unknown, search: string): string | undefined {
  const note = isPlain(state) ? (state[STATE_KEY] as Note | undefined) : undefined;
  return note?.search === search ? note.offer : undefined;
}

function cameBack(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'back_forward';
}

/** The page's own state with our note in it, or without; a state that is no plain object is left alone. */
function withNote(note: Note | undefined): unknown {
  const { state } = history;
  if (state !== null && !isPlain(state)) return state;
  if (!note && !state?.[STATE_KEY]) return state;
  const { [STATE_KEY]: _, ...foreign } = state ?? {};
  return note ? { ...foreign, [STATE_KEY]: note } : foreign;
}

function isPlain(state: unknown): state is Record<string, unknown> {
  return typeof state === 'object' && state !== null && !Array.isArray(state);
}
