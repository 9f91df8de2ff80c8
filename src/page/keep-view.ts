/** The key under which an entry of the history says that a board shows its map. */
export const viewKey = (prefix: string): string => `${prefix}-view`;

/**
 * Keeps in the history whether a board shows its map in place of its list. Showing it adds an entry, so that Back
 * shows the list; the address stays as it is. What the page and a search keep in their entries stays, too.
 *
 * @param prefix What the parameters of the board's search begin with.
 */
export function keepView(prefix: string, isMap: boolean): void {
  const { state } = history;
  // A state that is no plain object is the page's own.
  if (state !== null && (typeof state !== 'object' || Array.isArray(state))) return;
  const key = viewKey(prefix);
  const { [key]: shownAt, ...rest } = (state ?? {}) as Record<string, unknown>;
  try {
    if (isMap) history.pushState({ ...rest, [key]: location.search }, '');
    // Nothing else has changed the address since: the entry before it is the list as it was.
    else if (shownAt === location.search) history.back();
    else history.replaceState(rest, '');
  } catch {
    // Safari refuses more than 100 changes in 30 s, and a sandboxed frame any: the view changes without.
  }
}
