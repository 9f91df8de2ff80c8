import { BLACK, contrast, luminance, mix, WHITE, type Rgb } from './colour.ts';
import type { ColourRole } from './variables.ts';

export type Palette = Readonly<Record<ColourRole, Rgb>>;

const TEXT = 4.5;
const SHAPE = 3;

/**
 * What stands on what, and the contrast that WCAG 2.2 wants: 4.5 for text (1.4.3), 3 for borders and focus
 * rings (1.4.11). The first of a pair gives way.
 */
export const PAIRS: readonly (readonly [ColourRole, ColourRole, number])[] = [
  ['on-primary', 'primary', TEXT],
  ['on-surface', 'surface', TEXT],
  ['muted', 'surface', TEXT],
  ['link', 'surface', TEXT],
  ['danger', 'surface', TEXT],
  ['danger', 'tint', TEXT],
  ['on-surface', 'tint', TEXT],
  ['muted', 'tint', TEXT],
  ['link', 'tint', TEXT],
  ['outline', 'surface', SHAPE],
  ['outline', 'tint', SHAPE],
  ['focus', 'surface', SHAPE],
  ['focus', 'tint', SHAPE],
];

const STEP = 0.01;
/** Between the two lies the grey on which black and white read equally well. */
const MIDDLE = 0.18;
const NIGHT: Rgb = [18, 22, 26];

/** The shade nearest to a colour, on its way to black or to white, that passes; undefined if none does. */
export function nearestShade(colour: Rgb, passes: (shade: Rgb) => boolean): Rgb | undefined {
  if (passes(colour)) return colour;
  for (let way = STEP; way < 1 + STEP; way += STEP) {
    for (const end of [BLACK, WHITE]) {
      const shade = mix(colour, end, Math.min(1, way));
      if (passes(shade)) return shade;
    }
  }
  return undefined;
}

/**
 * Derives the whole palette from the colours that were given, at the least the main one, for a light or a dark
 * board. Every pair of `PAIRS` passes; a given colour that fails is replaced by its nearest passing shade, all others
 * are the very ones that were given.
 * A surface that was given decides by itself whether the board is dark.
 */
export function derivePalette(
  given: Partial<Record<ColourRole, Rgb>> & { primary: Rgb },
  dark: boolean,
): { palette: Palette; dark: boolean } {
  const surface = given.surface ?? (dark ? mix(given.primary, NIGHT, 0.93) : WHITE);
  const onDark = luminance(surface) < MIDDLE;

  const settle = (role: ColourRole, derived: Rgb, passes: (shade: Rgb) => boolean) => {
    const wanted = given[role] ?? derived;
    return nearestShade(wanted, passes) ?? wanted;
  };
  const on = (role: ColourRole, derived: Rgb, ratio: number, ...grounds: Rgb[]) =>
    settle(role, derived, (shade) => grounds.every((ground) => contrast(shade, ground) >= ratio));

  // A given colour stays as it is; what is shown in the dark without having been asked for may be lightened.
  const primary =
    (dark && nearestShade(given.primary, (shade) => contrast(shade, surface) >= SHAPE)) || given.primary;
  const text = on('on-surface', mix(given.primary, onDark ? WHITE : NIGHT, 0.88), TEXT, surface);
  const tint = settle('tint', mix(given.primary, surface, onDark ? 0.87 : 0.92), (shade) =>
    isGround(shade, surface, text),
  );
  const accent = onDark ? mix(given.primary, WHITE, 0.5) : given.primary;
  const palette: Palette = {
    primary,
    'on-primary': on('on-primary', contrast(WHITE, primary) >= TEXT ? WHITE : NIGHT, TEXT, primary),
    surface,
    'on-surface': text,
    tint,
    muted: on('muted', mix(text, surface, 0.28), TEXT, surface, tint),
    link: on('link', accent, TEXT, surface, tint),
    outline: on('outline', mix(text, surface, 0.48), SHAPE, surface, tint),
    focus: on('focus', accent, SHAPE, surface, tint),
    danger: on('danger', onDark ? [255, 150, 150] : [176, 22, 42], TEXT, surface, tint),
  };
  return { palette, dark: onDark };
}

/** Whether the text can be read on it, and some colour on both it and the surface. */
function isGround(tint: Rgb, surface: Rgb, text: Rgb): boolean {
  return (
    contrast(text, tint) >= TEXT &&
    [WHITE, BLACK].some((ink) => contrast(ink, tint) >= TEXT && contrast(ink, surface) >= TEXT)
  );
}
