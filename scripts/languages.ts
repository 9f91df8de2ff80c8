import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flawsOf, unitsOf } from './translations.ts';

const root = join(import.meta.dirname, '..');
const { targetLocales } = JSON.parse(await readFile(join(root, 'lit-localize.json'), 'utf8')) as {
  targetLocales: string[];
};

let flawed = 0;
for (const lang of targetLocales) {
  const path = `src/locales/xlf/${lang}.xlf`;
  const text = await readFile(join(root, path), 'utf8').catch(() => '');
  const units = unitsOf(text);
  const flaws = units.length ? flawsOf(text, lang) : ['no texts: run `npm run generate`.'];
  for (const flaw of flaws) console.error(`${path}: ${flaw}`);
  flawed += flaws.length;
  const untranslated = units.filter(({ target }) => !target.trim()).length;
  console.log(`${lang}: ${units.length} texts, ${untranslated} without translation`);
}
process.exitCode = flawed === 0 ? 0 : 1;
