import { describe, expect, it } from 'vitest';
import { ADVICE } from '../shared/advice.ts';
import { contrast, hexOf, luminance, parseColour, type Rgb } from './colour.ts';
import { COLOUR_ROLES, type ColourRole } from './variables.ts';
import { derivePalette, PAIRS } from './contrast.ts';

/** The same colours on every run (mulberry32). */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function colours(count: number, seed: number): Rgb[] {
  const random = seeded(seed);
  const channel = () => Math.floor(random() * 256);
  return Array.from({ length: count }, () => [channel(), channel(), channel()]);
}

function failing(given: Partial<Record<ColourRole, Rgb>> & { primary: Rgb }, dark: boolean): string[] {
  const { palette } = derivePalette(given, dark);
  return PAIRS.filter(([front, ground, ratio]) => contrast(palette[front], palette[ground]) < ratio).map(
    ([front, ground]) => `${front} on ${ground} of ${hexOf(given.primary)}`,
  );
}

describe('colours', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
    expect(luminance([255, 0, 0])).toBeCloseTo(0.2126, 4);
  });

  it('reads hexadecimal notation and refuses the rest', () => {
    expect(parseColour('#0f8')).toEqual([0, 255, 136]);
    expect(parseColour('#00ff88')).toEqual([0, 255, 136]);
    expect(parseColour('#00ff8880')).toBeUndefined();
    expect(parseColour('var(--x)')).toBeUndefined();
  });
});

describe('a palette', () => {
  it('has no failing pair for 500 main colours in both schemes', () => {
    const bad = colours(500, 2).flatMap((primary) => [
      ...failing({ primary }, false),
      ...failing({ primary }, true),
    ]);

    expect(bad).toEqual([]);
  });

  it('has no failing pair for 500 main colours on surfaces as random as they are', () => {
    const surfaces = colours(500, 3);
    const bad = colours(500, 4).flatMap((primary, i) =>
      failing({ primary, surface: surfaces[i]! }, i % 2 === 0),
    );

    expect(bad).toEqual([]);
  });

  it('has no failing pair for 200 palettes given whole and at random', () => {
    const all = colours(200 * COLOUR_ROLES.length, 5);
    const bad = [];
    for (let i = 0; i < 200; i++) {
      const given = Object.fromEntries(
        COLOUR_ROLES.map((role, r) => [role, all[i * COLOUR_ROLES.length + r]!]),
      ) as Record<ColourRole, Rgb>;
      bad.push(...failing(given, false), ...failing(given, true));
    }

    expect(bad).toEqual([]);
  });

  it('keeps the colours that were given where they pass', () => {
    const given = {
      primary: [0, 90, 156] as Rgb,
      muted: [80, 80, 80] as Rgb,
      'on-primary': [255, 255, 0] as Rgb,
    };

    const { palette } = derivePalette(given, false);

    expect(palette).toMatchObject(given);
    expect(palette.muted).toBe(given.muted);
    expect(palette['on-primary']).toBe(given['on-primary']);
  });

  it('replaces only the colour that fails, by a near shade', () => {
    const given = { primary: [0, 90, 156] as Rgb, muted: [170, 170, 170] as Rgb };

    const { palette } = derivePalette(given, false);

    expect(palette.primary).toBe(given.primary);
    expect(palette.muted).not.toEqual(given.muted);
    expect(contrast(palette.muted, palette.tint)).toBeLessThan(5);
  });

  it('leaves a pale main colour on buttons and darkens it for links', () => {
    const primary: Rgb = [255, 210, 0];

    const { palette } = derivePalette({ primary }, false);

    expect(palette.primary).toEqual(primary);
    expect(luminance(palette['on-primary'])).toBeLessThan(0.05);
    expect(contrast(palette.link, palette.surface)).toBeGreaterThanOrEqual(4.5);
  });

  it('takes a dark surface for a dark board whatever the scheme', () => {
    const { dark, palette } = derivePalette({ primary: [0, 90, 156], surface: [20, 20, 30] }, false);

    expect(dark).toBe(true);
    expect(luminance(palette['on-surface'])).toBeGreaterThan(0.5);
  });
});

describe('a colour that was replaced', () => {
  const rules =
    '--_primary:#005a9c;--_surface:#ffffff;--_on-surface:#101828;--_tint:#ebf2f7;--_muted:#6e6e6e;';

  it('is told with its worst ground, the contrast there, and what is used instead', () => {
    expect(ADVICE.contrast('muted', '#aaaaaa', rules)).toBe(
      '--town-jobs-color-muted #aaaaaa cannot be read on #ebf2f7 (contrast 2.1:1); #6e6e6e is used instead.',
    );
  });

  it('is told with the ground that it alone stands on', () => {
    const white = `${rules}--_on-primary:#ffffff;`;

    expect(ADVICE.contrast('on-primary', '#7f7f7f', white)).toContain('cannot be read on #005a9c');
    expect(ADVICE.contrast('tint', '#222222', rules)).toContain('cannot be read on #101828');
  });
});
