import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSERS, findDriver, type Driver } from '../test/a11y/browsers.ts';
import { POINTS } from '../test/a11y/points/index.ts';
import { complaints, line, reportOf, type Report } from '../test/a11y/report.ts';
import { runPoint, type Result } from '../test/a11y/run.ts';
import { startWorld } from '../test/a11y/world.ts';
import { NoBrowser } from '../test/kit/missing-browser.ts';

// Checks every point of accessibility in every browser that is here, each with its planted faults:
// `npm run a11y -- --points 1,5 --browser Firefox --elements dist --out dist/accessibility.json`, or
// `--without-faults` where only the product is in question.
const ROOT = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    points: { type: 'string' },
    browser: { type: 'string' },
    'without-faults': { type: 'boolean', default: false },
    elements: { type: 'string', default: join(ROOT, 'dist') },
    out: { type: 'string', default: join(ROOT, 'dist/accessibility.json') },
  },
});
const numbers = values.points?.split(',').map(Number);
const points = POINTS.filter(({ number }) => !numbers || numbers.includes(number)).map((point) =>
  values['without-faults'] ? { ...point, faults: [] } : point,
);
const names = BROWSERS.filter(
  (name) => !values.browser || name.toLowerCase() === values.browser.toLowerCase(),
);
if (points.length === 0 || names.length === 0) {
  console.error(
    `Name points from 1 to ${POINTS.length}, and one browser of ${BROWSERS.join(', ')}, or none for all.`,
  );
  process.exit(2);
}

const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const script = await readFile(join(values.elements, 'town-jobs.js'), 'utf8').catch(() => '');
if (!script) {
  console.error('The elements are not built yet: run "npm run build".');
  process.exit(2);
}
const has = (part: string) => script.includes(part);

const browsers: Report['browsers'] = {};
const drivers: Driver[] = [];
for (const name of names) {
  try {
    const driver = await findDriver(name);
    browsers[name] = await driver.version();
    drivers.push(driver);
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    browsers[name] = null;
    console.log(`${name} is not run. ${error.message}`);
  }
}

const world = await startWorld(values.elements);
const results: Result[] = [];
try {
  const began = Date.now();
  console.log(
    `    ${BROWSERS.map((name) => `${name} ${browsers[name] ?? ''}`.slice(0, 16).padEnd(18)).join('')}`,
  );
  await Promise.all(
    drivers.map(async (driver) => {
      const corner = await world.corner(driver);
      for (const point of points) {
        results.push(await runPoint(point, driver, corner, has));
        const own = results.filter((result) => result.point === point);
        if (own.length < drivers.length) continue;
        console.log(line(point, own));
      }
    }),
  );
  console.log(`${Math.round((Date.now() - began) / 1000)} s`);
} finally {
  for (const driver of drivers) await driver.close();
  await world.close();
}

const report = reportOf(points, results, { version, date: new Date().toISOString(), browsers });
await mkdir(dirname(values.out), { recursive: true });
await writeFile(values.out, `${JSON.stringify(report, undefined, 2)}\n`);
console.log(`The result for machines: ${values.out}`);

for (const point of points) {
  const wrong = complaints(results.filter((result) => result.point === point));
  for (const complaint of wrong) console.log(`failed  ${point.number}  ${complaint}`);
}
const count = (outcome: Result['outcome']) => results.filter((result) => result.outcome === outcome).length;
const faults = results.flatMap((result) => result.faults);
const missed = faults.filter(({ caught }) => !caught).length;
console.log(`${faults.length - missed} of ${faults.length} planted faults caught`);
console.log(
  `${count('passed')} passed, ${count('failed') + missed} failed, ${count('inapplicable')} skipped`,
);
process.exitCode = drivers.length > 0 && count('failed') + missed === 0 ? 0 : 1;
