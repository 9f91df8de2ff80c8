/**
 * Looks at an element and its ancestors, out of shadow roots too, and gives the first value that `read` finds.
 * It leans on `closest` alone: old frameworks replace `Element`, and a form's fields can hide its `parentNode`.
 */
export function nearest<T>(
  element: Element,
  selector: string,
  read: (found: Element) => T | undefined,
): T | undefined {
  let inside: Element | undefined = element;
  while (inside) {
    const found: Element | null = inside.closest(selector);
    const value = found ? read(found) : undefined;
    if (value !== undefined) return value;
    inside = (inside.getRootNode() as Partial<ShadowRoot>).host;
  }
  return undefined;
}
