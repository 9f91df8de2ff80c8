/** How the parts of an inner element are reached from outside: `search-submit` for the search's `submit`. */
export const exported = (prefix: string, parts: string): string =>
  parts
    .split(' ')
    .map((part) => `${part}:${prefix}-${part}`)
    .join();
