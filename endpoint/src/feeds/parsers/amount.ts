import { decimal } from './decimal.ts';

/** No amount is longer, however it is spaced. */
const MAX_AMOUNT_CHARS = 60;

/** An amount of money alone: "1 823,03", "25.000 €", "1,5k€". A dot or comma before three digits parts thousands. */
export function amount(text: string): number | undefined {
  const plain = text.trim();
  if (plain.length > MAX_AMOUNT_CHARS) return undefined;
  const match = /^([\d\s\u00a0\u202f'.,]+?)\s*(k)?\s*(?:€|eur|euros?)?$/i.exec(plain);
  return match ? amountOf(match[1]!, match[2] !== undefined) : undefined;
}

/** The figure of an amount, in euros; `thousands` where a k stands behind it. */
export function amountOf(digits: string, thousands: boolean): number | undefined {
  const packed = digits.replace(/[\s\u00a0\u202f']/g, '').replace(/[.,]$/, '');
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(packed) && !thousands ? packed.replace(/[.,]/g, '') : packed;
  const value = decimal(grouped);
  if (value === undefined || value <= 0) return undefined;
  return Math.round((thousands ? value * 1000 : value) * 100) / 100;
}
