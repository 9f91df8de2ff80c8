const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * Text without the characters that no XML 1.0 document may hold, not even escaped: controls, halves of pairs. JSON can
 * write them, but many of its readers fail on them.
 */
export function xmlText(text: string): string {
  return text.replace(NOT_XML, '');
}
