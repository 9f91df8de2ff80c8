/** Spaces that people and programs put into numbers: plain, no-break, narrow. */
const SPACES = /[\s\u00a0\u202f']/g;

/** A number with a comma or a dot, thousands apart or not: "1 234,56", "1.234,56", "35.5"; nothing else around it. */
export function decimal(text: string): number | undefined {
  const packed = text.replace(SPACES, '');
  if (!/^[+-]?\d[\d.,]*$/.test(packed) || packed.length > 30) return undefined;
  const dots = packed.split('.').length - 1;
  const commas = packed.split(',').length - 1;
  if (dots > 0 && commas > 0) {
    const point = packed.lastIndexOf('.') > packed.lastIndexOf(',') ? '.' : ',';
    const grouping = point === '.' ? ',' : '.';
    return finite(packed.replaceAll(grouping, '').replace(point, '.'));
  }
  if (dots + commas > 1) return finite(packed.replace(/[.,]/g, ''));
  return finite(packed.replace(',', '.'));
}

/** A whole number above zero: "3", "3,0". */
export function count(text: string): number | undefined {
  const value = decimal(text);
  return value !== undefined && Number.isInteger(value) && value > 0 ? value : undefined;
}

function finite(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
