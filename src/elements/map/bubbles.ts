import type { Area } from '../../client/map.ts';
import type { Spot } from './ground.ts';

/** One bubble: a commune, or several that would lie over one another. The first is its largest and gives the name. */
export interface Bubble {
  readonly areas: readonly Area[];
  readonly total: number;
  /** Its middle and its radius in pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Where there is room for its name. */
  readonly named?: 'under' | 'over';
}

/** How large letters are decides how large bubbles are: the number must fit. */
const LEAST_RADIUS_EM = 0.95;
const MORE_RADIUS_EM = 0.85;
/** A target of 24 pixels (WCAG 2.5.8). */
const LEAST_RADIUS_PX = 12;
/** Mean width and height of a name's letters. */
const LETTER_EM = 0.46;
const LINE_EM = 1.1;

type Draft = { -readonly [K in keyof Bubble]: Bubble[K] };
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Makes bubbles of the spots at a scale, the largest first; those that would overlap become one with their sum.
 * @param em Height of the letters in pixels
 */
export function bubblesOf(spots: readonly Spot[], scale: number, em: number): Bubble[] {
  let most = 1;
  for (const { area } of spots) most = Math.max(most, area.total);
  const radiusOf = (total: number) =>
    Math.max(LEAST_RADIUS_PX, em * (LEAST_RADIUS_EM + MORE_RADIUS_EM * Math.sqrt(Math.min(1, total / most))));

  let drafts = spots.map(({ area, x, y }): Draft => ({
    areas: [area],
    total: area.total,
    x: x * scale,
    y: y * scale,
    radius: radiusOf(area.total),
    named: undefined,
  }));
  for (let before = Infinity; drafts.length < before;) {
    before = drafts.length;
    drafts = merged(drafts, radiusOf);
  }
  name(drafts, em);
  return drafts;
}

function merged(drafts: readonly Draft[], radiusOf: (total: number) => number): Draft[] {
  const apart: Draft[] = [];
  for (const draft of drafts) {
    const under = apart.find(
      ({ x, y, radius }) => Math.hypot(x - draft.x, y - draft.y) < radius + draft.radius,
    );
    if (under) {
      under.areas = [...under.areas, ...draft.areas];
      under.total += draft.total;
      under.radius = radiusOf(under.total);
    } else {
      apart.push(draft);
    }
  }
  return apart.sort((a, b) => b.total - a.total);
}

/** Gives a name to every bubble whose name would lie over nothing, under it or over it, the largest first. */
function name(drafts: readonly Draft[], em: number): void {
  const taken = drafts.map(({ x, y, radius }): Box => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  for (const draft of drafts) {
    const half = (draft.areas[0]!.name.length * LETTER_EM * em) / 2;
    for (const named of ['under', 'over'] as const) {
      const top = draft.y + (named === 'under' ? draft.radius + 1 : -draft.radius - 1 - LINE_EM * em);
      const box = { left: draft.x - half, right: draft.x + half, top, bottom: top + LINE_EM * em };
      if (taken.some((other) => overlap(box, other))) continue;
      draft.named = named;
      taken.push(box);
      break;
    }
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
