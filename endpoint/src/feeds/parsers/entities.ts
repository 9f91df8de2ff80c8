import { Parser } from 'htmlparser2';

/** Text with HTML's character references decoded once: `Infirmi&egrave;re` and `R&amp;D` as people read them. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  let decoded = '';
  const parser = new Parser({ ontext: (piece) => (decoded += piece) });
  parser.end(text.replaceAll('<', '&lt;'));
  return decoded;
}
