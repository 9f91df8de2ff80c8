/** How many e-mail addresses and phone numbers were left out of texts: recruiters' personal data is not published. */
export interface ContactCount {
  emails: number;
  phones: number;
}

export interface Range {
  start: number;
  end: number;
}

const AT =
  /@|[([{]\s?(?:at|arobase|chez|@)\s?[)\]}]|(?<=[\p{L}\p{N}]) (?:at|arobase) (?=[\p{L}\p{N}-]+ ?[([{]?(?:dot|point)\b)/giu;
/** Labels and what stands between them: a point, also written out or with space around it ("ville [point] fr"). */
const DOMAIN =
  /\s?[\p{L}\p{N}-]{1,63}(?:(?:\.| ?[([{] ?(?:\.|dot|point) ?[)\]}] ?| (?:dot|point) | \. ?)[\p{L}\p{N}-]{2,63}){1,8}/iuy;
const LOCAL = /^[\p{L}\p{N}._%+'-]$/u;
/** RFC 5321, 4.5.3.1.1 */
const MAX_LOCAL_CHARS = 64;
/** French numbers, written with or without the country's code (arcep.fr: ten digits, 0 and nine more). */
const FRENCH_PHONE =
  /(?<!\d|\d[.,/])(?!0\d[\s./-]\d{2}[\s./-](?:19|20)\d{2}(?!\d))(?:\(?(?:\+|00)\s?33\)?[\s.-]?(?:\(0\)[\s.-]?)?|\(?0\s?)[1-9]\)?(?:(?:(?:\s?[\s.\-/_]\s?)?\d{2}){4}|(?:[\s.-]\d{3}){2}[\s.-]?\d{2}|\d{2}(?:[\s.-]\d{3}){2})(?!\d)/g;
const FOREIGN_PHONE = /(?<![\d.,])\+\d{1,3}(?:[\s.-]?\(?\d{1,4}\)?){2,6}(?!\d)/g;
const MIN_FOREIGN_DIGITS = 8;

/** What every address and every number has; most blocks have neither. */
const MAY_BE_EMAIL = /[@([{]| (?:at|arobase) /i;
const DIGIT = /\d/;

/** Where e-mail addresses and phone numbers stand in a text, in order, counted on the way. */
export function contactRanges(text: string, count: ContactCount): Range[] {
  const found: (Range & { kind: keyof ContactCount })[] = [];
  for (const at of MAY_BE_EMAIL.test(text) ? text.matchAll(AT) : []) {
    const email = emailAround(text, at.index, at.index + at[0].length);
    if (email) found.push({ ...email, kind: 'emails' });
  }
  for (const pattern of DIGIT.test(text) ? [FRENCH_PHONE, FOREIGN_PHONE] : []) {
    for (const { 0: number, index: start } of text.matchAll(pattern)) {
      if (pattern === FOREIGN_PHONE && number.replace(/\D/g, '').length < MIN_FOREIGN_DIGITS) continue;
      found.push({ start, end: start + number.length, kind: 'phones' });
    }
  }
  // Of two that begin in the same place, the one that was looked for first stays: the sort is stable.
  found.sort((a, b) => a.start - b.start);
  const ranges: Range[] = [];
  for (const { start, end, kind } of found) {
    if (start < (ranges.at(-1)?.end ?? 0)) continue;
    ranges.push({ start, end });
    count[kind]++;
  }
  return ranges;
}

/** Looks from the sign outwards, so that a text made of half addresses takes no longer than any other. */
function emailAround(text: string, from: number, to: number): Range | undefined {
  DOMAIN.lastIndex = to;
  if (!DOMAIN.test(text)) return undefined;
  const end = DOMAIN.lastIndex;
  const last = /\s/.test(text[from - 1] ?? '') ? from - 1 : from;
  let start = last;
  while (last - start < MAX_LOCAL_CHARS && start > 0 && LOCAL.test(text[start - 1]!)) start--;
  if (start === last) return undefined;
  if (text.slice(Math.max(0, start - 7), start).toLowerCase() === 'mailto:') start -= 7;
  return { start, end };
}

/** A text without e-mail addresses and phone numbers. */
export function withoutContacts(text: string, count: ContactCount): string {
  const ranges = contactRanges(text, count);
  if (ranges.length === 0) return text;
  let kept = '';
  let from = 0;
  for (const { start, end } of ranges) {
    kept += text.slice(from, start);
    from = end;
  }
  return (kept + text.slice(from)).replace(/ {2,}/g, ' ').replace(/ ([.,)])/g, '$1');
}
