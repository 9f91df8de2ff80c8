/** A SIRET of 14 digits; spaces inside are dropped, anything else gives nothing. */
export function siret(text: string): string | undefined {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '');
  return /^\d{14}$/.test(digits) && !/^0+$/.test(digits) ? digits : undefined;
}

/** A ROME code of a trade: "M1607". */
export function rome(text: string): string | undefined {
  return /\b([A-N]\d{4})\b/.exec(text.toUpperCase())?.[1];
}

/** A NAF code of a sector: "84.11Z" and "8411Z" are the same. */
export function naf(text: string): string | undefined {
  const match = /\b(\d{2})\.?(\d{2}[A-Z])\b/.exec(text.toUpperCase());
  return match ? `${match[1]}.${match[2]}` : undefined;
}

/** Yes or no as feeds write it; nothing for any other word. */
export function yesno(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (/^(1|true|oui|yes|o|y|vrai)$/.test(word)) return true;
  return /^(0|false|non|no|n|faux)$/.test(word) ? false : undefined;
}
