import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { preview } from 'vite';
import { findDriver } from '../test/a11y/browsers.ts';
import { axe } from '../test/a11y/eyes.ts';
import { openPage } from '../test/a11y/world.ts';

// Lays axe over every story of the static build; in each, it must see a fault that is planted then.
const BUILT = join(import.meta.dirname, '../storybook-static');

interface Story {
  id: string;
  type: 'story' | 'docs';
}

const index = await readFile(join(BUILT, 'index.json'), 'utf8').catch(() => {
  console.error('The stories are not built yet: run "npm run stories:build".');
  process.exit(2);
});
const { entries } = JSON.parse(index) as { entries: Record<string, Story> };
const stories = Object.values(entries).filter(({ type }) => type === 'story');

/** Whether the story stands: elements have rendered, and nothing changed for some looks. */
function isStill(): boolean {
  const LOOKS = 5;
  const memory = globalThis as unknown as { last?: string; looks?: number };
  const text = globalThis.a11y
    .all('[part=base]')
    .map((base) => `${base.childElementCount} ${base.textContent}`)
    .join();
  memory.looks = text && text === memory.last ? (memory.looks ?? 0) + 1 : 0;
  memory.last = text;
  return memory.looks >= LOOKS;
}

const server = await preview({
  configFile: false,
  logLevel: 'silent',
  build: { outDir: BUILT },
  preview: { port: 0, host: '127.0.0.1' },
});
const driver = await findDriver('Chromium');
let failed = 0;
try {
  const [address] = server.resolvedUrls!.local;
  for (const { id } of stories) {
    const visit = await openPage(driver, `${address}iframe.html?id=${id}&viewMode=story`, { until: '' });
    // Hundreds of modules: a busy machine takes its time.
    visit.patienceMs = 30_000;
    await visit.until(() => globalThis.a11y.all('[part=base]').length > 0, `the story ${id} does not come`);
    await visit.until(isStill, `the story ${id} does not come to rest`);
    const found = await axe(visit);
    await visit.run(() => {
      globalThis.a11y.all('[part=base]')[0]!.append(document.createElement('button'));
    });
    const sees = (await axe(visit, ['button-name'])).length > 0;
    if (!sees) found.push('axe does not see a planted fault');
    if (found.length > 0) failed++;
    for (const complaint of found) console.log(`${id}: ${complaint}`);
    await visit.close();
  }
} finally {
  await driver.close();
  await server.close();
}
console.log(`axe over ${stories.length} stories: ${failed} with faults`);
process.exitCode = failed === 0 && stories.length > 0 ? 0 : 1;
