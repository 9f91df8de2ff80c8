/** Defines an element unless its tag is taken: by the same script loaded twice, or by another bundle. Never throws. */
export function define(tag: string, element: CustomElementConstructor): void {
  try {
    if (!customElements.get(tag)) customElements.define(tag, element);
  } catch (error) {
    console.warn(`town-jobs: <${tag}> could not be defined: ${(error as Error).message}`);
  }
}
