/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Lightness 0 to 1, chroma 0 to about 0.4, hue in radians (OKLCH, https://www.w3.org/TR/css-color-4/#ok-lab). */
export type Lch = readonly [number, number, number];

const expand = (channel: number): number => {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
const compress = (c: number): number => 255 * (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);

/** Relative luminance, 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
export function luminance([r, g, b]: Rgb): number {
  return 0.2126 * expand(r) + 0.7152 * expand(g) + 0.0722 * expand(b);
}

/** Contrast ratio of two opaque colours, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Reads `#rgb`, `#rrggbb` and `rgb(r, g, b)`; undefined for all else. */
export function parseColour(text: string): Rgb | undefined {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text)?.[1];
  if (hex) {
    const n = parseInt(hex.length === 3 ? hex.replace(/./g, '$&$&') : hex, 16);
    return [n >> 16, (n >> 8) & 255, n & 255];
  }
  const [, r, g, b] = /^rgb\((\d+),? (\d+),? (\d+)\)$/.exec(text) ?? [];
  return b ? [+r!, +g!, +b] : undefined;
}

/** `#rrggbb`. */
export function hexOf([r, g, b]: Rgb): string {
  return '#' + ((1 << 24) | (r << 16) | (g << 8) | b).toString(16).slice(1);
}

/** The colour in OKLCH. */
export function toLch([red, green, blue]: Rgb): Lch {
  const [r, g, b] = [expand(red), expand(green), expand(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(x, y), Math.atan2(y, x)];
}

/** The sRGB colour of that lightness and hue, with as much of the chroma as the screen can show. */
export function fromLch([lightness, chroma, hue]: Lch): Rgb {
  for (let c = chroma; ; c -= 0.004) {
    const [x, y] = c > 0 ? [c * Math.cos(hue), c * Math.sin(hue)] : [0, 0];
    const l = (lightness + 0.3963377774 * x + 0.2158037573 * y) ** 3;
    const m = (lightness - 0.1055613458 * x - 0.0638541728 * y) ** 3;
    const s = (lightness - 0.0894841775 * x - 1.291485548 * y) ** 3;
    const channels = [
      compress(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
      compress(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
      compress(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
    ].map(Math.round) as [number, number, number];
    if (c <= 0 || channels.every((channel) => channel >= 0 && channel <= 255)) {
      return channels.map((channel) => Math.min(255, Math.max(0, channel))) as [number, number, number];
    }
  }
}
