const WRITTEN_OUT: Record<string, string> = { st: 'saint', ste: 'sainte', sts: 'saints', stes: 'saintes' };

/**
 * A place name as the key that its spellings share: "St-Omer CEDEX 2", "SAINT OMER" and "Saint‑Omer" are
 * all `saint omer`. Lower case without accents, œ as oe, signs as spaces, "s/" as "sur", st and ste written
 * out, CEDEX (delivery of bulk mail) with its number dropped.
 */
export function fold(text: string): string {
  let plain = ascii(text.toLowerCase());
  if (plain.includes('/')) plain = plain.replace(/\bs ?\/ ?/g, 'sur ');
  plain = plain.replace(/[^a-z0-9]+/g, ' ').trim();
  if (plain.includes('cedex')) plain = plain.replace(/\bcedex\b( \d{1,2}\b)?/g, '').trim();
  return plain.replace(/\bstes?\b|\bsts?\b/g, (word) => WRITTEN_OUT[word]!).replace(/ {2,}/g, ' ');
}

function ascii(text: string): string {
  if (!/[\u0080-\uffff]/.test(text)) return text;
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');
}
