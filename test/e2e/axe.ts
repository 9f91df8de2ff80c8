import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
}

/**
 * The rules of axe that the page breaks, as "rule: places"; shadow roots are looked into. A context with a strict
 * content-security policy needs `bypassCSP`.
 */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ path: script });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const found = (await axe.run()).violations;
    return found.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => JSON.stringify(target)).join(' ')}`,
    );
  });
}

/** The same on a narrow and a wide screen, each light and dark. Resizes the page. */
export async function violationsOnEveryScreen(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await rendered(page);
      for (const broken of await violations(page)) found.push(`${width} px, ${colorScheme}: ${broken}`);
    }
  }
  return found;
}

/** Resolves once the page has drawn what happened to it: media queries tell scripts of a change with the next frame. */
export function rendered(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}
