/** What the bytes 0x80 to 0x9F mean in windows-1252; a space where they mean nothing. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const ODD =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]/;
const CONTROLS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd]/g;

/**
 * Text without characters that cannot be seen: control characters, marks that turn the writing direction, U+FFFD.
 * C1 characters, which exist only where windows-1252 was taken for Latin-1, become what was meant (’ œ €).
 */
export function cleanCharacters(text: string): string {
  if (!ODD.test(text)) return text.normalize('NFC');
  return text
    .replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80]!)
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '')
    .normalize('NFC');
}
