import { createHash } from 'node:crypto';
import { plainText } from '../shared/plain-text.ts';
import type { Posting } from './posting.ts';

/** How many words of a text make its fingerprint: partners cut ends and add sentences there. */
const FINGERPRINT_WORDS = 60;
/** A text shorter than this says too little to be told from another's. */
const MIN_FINGERPRINT_WORDS = 20;
/** Query parameters that say where a click came from, not what it leads to. */
const TRACKING =
  /^(utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|xtor|at_\w+|src|source|campaign|cpc|tracking\w*)$/i;

/**
 * The exact keys under which a posting meets others of the same job: its link and those of its origins without
 * tracking, with its title since a town's spreadsheet gives all jobs the address of one page, and a fingerprint of
 * title and text without the employer. Sharing one key is enough.
 */
export function groupingKeys(posting: Posting): string[] {
  const title = foldedWords(posting.title)
    .filter((word) => !GENDER_MARKS.has(word))
    .join(' ');
  const links = [posting.link, ...(posting.origins ?? []).map((origin) => origin.link)];
  const keys = [...new Set(links.map((link) => `link ${canonicalLink(link)} ${title}`))];
  const employer = new Set(foldedWords(posting.employer?.name ?? ''));
  const words = foldedWords(plainText(posting.description)).filter((word) => !employer.has(word));
  if (words.length >= MIN_FINGERPRINT_WORDS) {
    const text = [title, '|', ...words.slice(0, FINGERPRINT_WORDS)].join(' ');
    keys.push(`text ${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`);
  }
  return keys;
}

/** A link without fragment, tracking parameters and the order of the others: the same page, the same string. */
export function canonicalLink(link: string): string {
  const url = new URL(link);
  const parameters = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  parameters.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(parameters).toString();
  return `${url.host}${url.pathname.replace(/\/+$/, '')}${query && `?${query}`}`;
}

const GENDER_MARKS = new Set(['h', 'f', 'x', 'm', 'w', 'd', 'hf', 'fh']);

/** The words of a text without case and accents. */
export function foldedWords(text: string): string[] {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe');
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
