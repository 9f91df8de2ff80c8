let held: Map<string, CustomElementConstructor> | undefined;

/**
 * Defines an element unless its tag is taken: by the same script loaded twice, or by another bundle. Never throws.
 * After {@link holdDefinitions} it only notes the element.
 *
 * @param ready What the element waits for, where there is something
 */
export function define(tag: string, element: CustomElementConstructor, ready?: Promise<unknown>): void {
  if (ready) {
    void ready.then(() => define(tag, element));
    return;
  }
  if (held) {
    held.set(tag, element);
    return;
  }
  try {
    if (!customElements.get(tag)) customElements.define(tag, element);
  } catch (error) {
    console.warn(`town-jobs: <${tag}> could not be defined: ${(error as Error).message}`);
  }
}

/** From now on elements wait: until it is clear that this copy of the script is the page's, and questions are out. */
export function holdDefinitions(): void {
  held ??= new Map();
}

/** Defines the elements that wait, and from now on every element at once. */
export function releaseDefinitions(): void {
  const waiting = held ?? [];
  held = undefined;
  for (const [tag, element] of waiting) define(tag, element);
}
