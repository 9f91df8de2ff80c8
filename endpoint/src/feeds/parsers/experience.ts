import type { ContactCount } from './contacts.ts';
import { line } from './line.ts';

const MAX_EXPERIENCE_CHARS = 120;

/** The experience asked for in the partner's words; a number alone counts years. */
export function experience(text: string, contacts: ContactCount): string | undefined {
  const years = /^\s*(\d{1,2})\s*$/.exec(text)?.[1];
  if (years === undefined) return line(text, contacts, MAX_EXPERIENCE_CHARS);
  if (Number(years) === 0) return 'Débutant accepté';
  return `${Number(years)} ${Number(years) === 1 ? 'an' : 'ans'}`;
}
