import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { findDriver } from '../test/a11y/browsers.ts';
import { NoBrowser } from '../test/kit/missing-browser.ts';
import { missingPackages, startDesktop } from '../test/a11y/orca/desktop.ts';
import { journey } from '../test/a11y/orca/journey.ts';
import { Reader, type Moment } from '../test/a11y/orca/reader.ts';
import { startSpeech } from '../test/a11y/orca/speech.ts';
import { startWorld } from '../test/a11y/world.ts';

// Walks through the board with the screen reader Orca in Firefox on a screen that nobody sees, compares what it says
// with what the page shows, and keeps all that it said: `npm run orca -- --out test/a11y/orca/transcript.txt`.
const ROOT = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { out: { type: 'string', default: join(ROOT, 'dist/orca.txt') } },
});
const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };

const missing = missingPackages();
if (missing.length > 0) {
  console.log(`Orca: not run. Install ${missing.join(', ')} (names of Debian's packages).`);
  process.exit(0);
}

const closing: (() => Promise<void>)[] = [];
try {
  const speech = await startSpeech();
  closing.push(() => speech.close());
  const desktop = await startDesktop(speech.address);
  closing.push(() => desktop.close());
  const driver = await findDriver('Firefox', { headless: false, env: desktop.env, args: ['--kiosk'] });
  closing.push(() => driver.close());
  const world = await startWorld(join(ROOT, 'dist'));
  closing.push(() => world.close());

  // The screen reader first: it must be there to hear of the window.
  const reader = new Reader(desktop, speech);
  reader.begin('The screen reader starts');
  desktop.startOrca();
  await reader.hears(/\S/);
  reader.begin('The page comes');
  const corner = await world.corner(driver);
  const visit = await corner.open('une-balise', {}, []);
  await desktop.focusWindow('firefox');
  await reader.hears(/Trouver un emploi/);

  const about = `Orca ${desktop.orca} in Firefox ${await driver.version()}, in French`;
  let record = `What ${about}, says of town-jobs ${version}, ${new Date().toISOString().slice(0, 10)}\n`;
  let failed = 0;
  console.log(about);
  for (const { title, go } of journey) {
    const from = reader.moments.length;
    const problem = await go(reader, visit).then(
      () => undefined,
      (error: Error) => error.message,
    );
    if (problem) failed++;
    console.log(problem ? `failed  ${title}: ${problem}` : `passed  ${title}`);
    record += `\n== ${title}\n${reader.moments.slice(from).map(lines).join('\n')}\n`;
  }
  await mkdir(dirname(values.out), { recursive: true });
  await writeFile(values.out, record);
  console.log(`What it said: ${values.out}`);
  console.log(`${journey.length - failed} passed, ${failed} failed, 0 skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof NoBrowser)) throw error;
  console.log(`Orca: not run. ${error.message}`);
} finally {
  for (const close of closing.reverse()) await close();
}

function lines({ act, said }: Moment): string {
  return [`[${act}]`, ...said.map((text) => `    ${text}`)].join('\n');
}
