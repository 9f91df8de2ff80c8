/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

export const WHITE: Rgb = [255, 255, 255];
export const BLACK: Rgb = [0, 0, 0];

/** Relative luminance, 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
export function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** Contrast ratio of two opaque colours, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return a > b ? a / b : b / a;
}

/** The colour on its way to another one, 0 to 1. */
export function mix(from: Rgb, to: Rgb, way: number): Rgb {
  return from.map((channel, i) => Math.round(channel + (to[i]! - channel) * way)) as unknown as Rgb;
}

/** Reads `#rgb` and `#rrggbb`; undefined for all else. */
export function parseColour(text: string): Rgb | undefined {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text)?.[1];
  if (!hex) return undefined;
  const n = parseInt(hex.length < 6 ? hex.replace(/./g, '$&$&') : hex, 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}

/** `#rrggbb`. */
export function hexOf([r, g, b]: Rgb): string {
  return '#' + ((1 << 24) | (r << 16) | (g << 8) | b).toString(16).slice(1);
}
