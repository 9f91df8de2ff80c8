/** The one key under which we mark entries of the history that an offer was opened in. */
const MARK = 'town-jobs-offer';
/** What the search of the page notes in an entry when somebody leaves for an offer: not true of a new entry. */
const NOTE = 'town-jobs';

/**
 * Keeps the open offer in the address of the page (`?jobs-offer=ID`). Opening adds an entry to the history, so that
 * Back closes; another offer takes the place of the first. Foreign parameters, the hash and `history.state` stay.
 */
export class OfferAddress {
  readonly #parameter: string;

  /** @param prefix `jobs` for the default search, else its name. */
  constructor(prefix: string) {
    this.#parameter = `${prefix}-offer`;
  }

  /** The offer that the address names. */
  read(): string | undefined {
    return new URLSearchParams(location.search).get(this.#parameter) || undefined;
  }

  write(id: string): void {
    const query = this.#query(`${encodeURIComponent(this.#parameter)}=${encodeURIComponent(id)}`);
    const isFirst = this.read() === undefined;
    const state = isFirst || this.#isOurs ? withMark(query) : history.state;
    change(() => history[isFirst ? 'pushState' : 'replaceState'](state, '', href(query)));
  }

  /** Leaves the entry that the offer was opened in; where it is not ours (a shared link), changes it. */
  clear(): void {
    if (this.#isOurs) change(() => history.back());
    else if (this.read() !== undefined)
      change(() => history.replaceState(history.state, '', href(this.#query())));
  }

  /** Whether Back leads to the page as it was before the offer: nothing else has changed the address since. */
  get #isOurs(): boolean {
    const { state } = history;
    return isPlain(state) && state[MARK] === location.search;
  }

  #query(added = ''): string {
    const parts = location.search.replace(/^\?/, '').split('&');
    const others = parts.filter((part) => part && !new URLSearchParams(part).has(this.#parameter));
    const query = [...others, added].filter(Boolean).join('&');
    return query && `?${query}`;
  }
}

function href(query: string): string {
  return location.href.replace(/[?#].*$/s, '') + query + location.hash;
}

/** The page's own state with our mark; a state that is no plain object is left alone. */
function withMark(query: string): unknown {
  const { state } = history;
  if (state !== null && !isPlain(state)) return state;
  const { [NOTE]: _, ...foreign } = state ?? {};
  return { ...foreign, [MARK]: query };
}

function isPlain(state: unknown): state is Record<string, unknown> {
  return typeof state === 'object' && state !== null && !Array.isArray(state);
}

/** Safari refuses more than 100 changes in 30 s, and a sandboxed frame any: the offer is shown without. */
function change(make: () => void): void {
  try {
    make();
  } catch {}
}
