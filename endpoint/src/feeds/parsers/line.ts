import { cleanCharacters } from './characters.ts';
import { withoutContacts, type ContactCount } from './contacts.ts';
import { decodeEntities } from './entities.ts';

const MARKS = /<\/?(?:b|i|u|em|strong|span|p|br|div|font)(?:\s[^<>]*)?\/?>/gi;
/** The longest title or name that is shown. */
const MAX_LINE_CHARS = 200;
const MAX_CODE_CHARS = 4000;

/** One line of plain text: references decoded, marks dropped, spaces collapsed, cut at 200 characters. "H/F" stays. */
export function line(text: string, contacts: ContactCount, max = MAX_LINE_CHARS): string | undefined {
  const plain = cleanCharacters(decodeEntities(text.slice(0, 20 * max))).replace(MARKS, ' ');
  const tidy = withoutContacts(plain.replace(/\s+/g, ' ').trim(), contacts).trim();
  return cut(tidy, max) || undefined;
}

/** A reference, code or address as it stands, spaces around it dropped; nothing where it is too long to be one. */
export function code(text: string): string | undefined {
  const plain = cleanCharacters(text).trim();
  return plain.length <= MAX_CODE_CHARS ? plain || undefined : undefined;
}

/** A text of at most so many characters, never cut inside of one; what was cut shows as "…". */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const short = text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '');
  return `${short.trimEnd()}…`;
}
