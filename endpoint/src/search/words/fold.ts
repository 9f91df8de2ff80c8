const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/**
 * Takes case, accents, ligatures and typographic variants away: "Œuvre d’été" → "oeuvre d'ete", "𝗩𝗲𝗻𝗱𝗲𝘂𝗿" →
 * "vendeur". Lone surrogates and control characters become spaces, so that any string may come in.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[œæßøłđı]/g, (letter) => LIGATURES[letter]!)
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/[\p{Cc}\p{Cs}\p{Cf}]/gu, ' ');
}
