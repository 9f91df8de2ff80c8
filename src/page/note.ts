const STATE_KEY = 'town-jobs';

/** What an entry of the history says of the offer for which a resident left it. */
export interface Note {
  /** What the parameters of the search begin with. */
  readonly search: string;
  readonly offer: string;
}

/** The note of this entry. It stands under the one key that a search keeps in the page's own `history.state`. */
export function noteHere(): Note | undefined {
  const { state } = history;
  return isPlain(state) ? (state[STATE_KEY] as Note | undefined) : undefined;
}

/** The page's own state without our note, and with this one; a state that is no plain object is left alone. */
export function withNote(note?: Note): unknown {
  const { state } = history;
  if (state !== null && !isPlain(state)) return state;
  const { [STATE_KEY]: _, ...foreign } = state ?? {};
  return note ? { ...foreign, [STATE_KEY]: note } : state && foreign;
}

/** Safari refuses more than 100 changes in 30 s, and a sandboxed frame any: the search goes on without. */
export function changeHistory(change: () => void): void {
  try {
    change();
  } catch {}
}

function isPlain(state: unknown): state is Record<string, unknown> {
  return typeof state === 'object' && state !== null && !Array.isArray(state);
}
