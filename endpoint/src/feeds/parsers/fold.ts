/** A text as codes and words are compared: lower case, no accents, plain spaces, underscores as spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s_]+/g, ' ')
    .replace(/’/g, "'")
    .trim()
    .toLowerCase();
}
