/** So many digits of a text's id tell it from all others; `npm run generate` says where they do not. */
const DIGITS = 5;

/** The id of a text in our modules: ids do not compress, and whole ones would be a third of a language. */
export function shortId(id: string): string {
  return `s${id.slice(-DIGITS)}`;
}
