import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { Visit } from './visit.ts';

/** Room around an element in which its focus ring is looked for, in CSS pixels. */
const AROUND_PX = 8;

/** A picture of an element and what is close around it. */
export interface Picture {
  base64: string;
  /** Perimeter of the element, in CSS pixels. */
  perimeter: number;
}

/** Takes a picture of the first shown element that matches, as it is; it must be in view. */
export async function look(visit: Visit, selector: string, index = 0): Promise<Picture> {
  const box = await visit.run(
    (wanted, at) => {
      const element = globalThis.a11y.all(wanted).filter(globalThis.a11y.shown)[at]!;
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + scrollX, y: y + scrollY, width, height };
    },
    selector,
    index,
  );
  const clip = {
    x: Math.max(0, box.x - AROUND_PX),
    y: Math.max(0, box.y - AROUND_PX),
    width: box.width + 2 * AROUND_PX,
    height: box.height + 2 * AROUND_PX,
  };
  return { base64: await visit.tab.picture(clip), perimeter: 2 * (box.width + box.height) };
}

/** How many pixels changed between two pictures by a contrast of 3 to 1 or more. */
export function changedPixels(visit: Visit, before: Picture, after: Picture): Promise<number> {
  return visit.run(
    async (one, other) => {
      const pixels = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0)!);
        const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = document.createElement('canvas');
        canvas.width = picture.width;
        canvas.height = picture.height;
        const pen = canvas.getContext('2d')!;
        pen.drawImage(picture, 0, 0);
        return pen.getImageData(0, 0, canvas.width, canvas.height).data;
      };
      const light = (data: Uint8ClampedArray, at: number) => {
        const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!].map((value) => {
          const part = value / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b! + 0.05;
      };
      const [a, b] = [await pixels(one), await pixels(other)];
      let changed = 0;
      for (let at = 0; at < Math.min(a.length, b.length); at += 4) {
        const [x, y] = [light(a, at), light(b, at)];
        if (Math.max(x, y) / Math.min(x, y) >= 3) changed++;
      }
      return changed;
    },
    before.base64,
    after.base64,
  );
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let axeSource: string | undefined;

interface Axe {
  run(
    context: Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
}

/** Rules about whole pages: a story is a part of one, or shows several boards. */
const OF_PAGES = [
  'region',
  'landmark-one-main',
  'landmark-unique',
  'page-has-heading-one',
  'bypass',
  'document-title',
];

/**
 * What axe finds wrong inside elements (on the whole page where it has none), as "rule: where": with these rules, or
 * with all that are not about whole pages.
 */
export async function axe(visit: Visit, rules?: readonly string[]): Promise<string[]> {
  axeSource ??= await readFile(axeFile, 'utf8');
  // A copy of our own: the page may bring one and be at work with it.
  if (!(await visit.run(() => 'ownAxe' in globalThis))) {
    // In one go: between two, the page's own copy may take its place.
    await visit.tab.evaluate(`${axeSource};void (globalThis.ownAxe = globalThis.axe)`);
  }
  return visit.run(
    async (values, ofPages) => {
      const { ownAxe: tool } = globalThis as unknown as { ownAxe: Axe };
      const options = {
        resultTypes: ['violations'],
        ...(values && { runOnly: { type: 'rule', values } }),
        rules: Object.fromEntries(values ? [] : ofPages.map((id) => [id, { enabled: false }])),
      };
      const { violations } = await tool.run(document, options);
      const hasElements = !!document.querySelector(
        ':is(town-jobs, town-jobs-results):not(#storybook-root *)',
      );
      return violations.flatMap(({ id, nodes }) =>
        nodes
          .map(({ target }) => JSON.stringify(target))
          .filter((target) => !hasElements || target.includes('town-jobs'))
          .map((target) => `${id}: ${target}`),
      );
    },
    rules && [...rules],
    OF_PAGES,
  );
}
