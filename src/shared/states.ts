/**
 * Sets the one custom state of an element (`:state(loading)` in a page's style sheet) that it is in, of all that it
 * can be in. Chromium before 125 wants other names, Firefox before 126 has no states: there the page's rule finds
 * nothing and nothing breaks. Our own styles never select them.
 */
export function setState(internals: ElementInternals, on: string | undefined, all: readonly string[]): void {
  const set = internals.states as CustomStateSet | undefined;
  for (const name of all) {
    set?.delete(name);
    if (name !== on) continue;
    try {
      set?.add(name);
    } catch {}
  }
}
