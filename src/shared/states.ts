/**
 * Sets the custom states of an element (`:state(loading)` in a page's style sheet), all that are named at once.
 * Chromium before 125 wants two dashes, Firefox before 126 has no states: there the page's rule finds nothing and
 * nothing breaks. Our own styles never select them.
 */
export function setStates(internals: ElementInternals, states: Readonly<Record<string, boolean>>): void {
  const set = internals.states as CustomStateSet | undefined;
  for (const [name, on] of Object.entries(states)) {
    set?.delete(name);
    set?.delete(`--${name}`);
    if (!on) continue;
    try {
      set?.add(name);
    } catch {
      set?.add(`--${name}`);
    }
  }
}
