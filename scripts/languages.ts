import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../src/locales/xlf');
const files = existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith('.xlf')) : [];

let missing = 0;
for (const name of files.sort()) {
  const text = await readFile(join(folder, name), 'utf8');
  const units = text.match(/<trans-unit\b[\s\S]*?<\/trans-unit>/g) ?? [];
  const untranslated = units.filter((unit) => !/<target\b[^>]*>[\s\S]*?\S[\s\S]*?<\/target>/.test(unit));
  for (const unit of untranslated) {
    const source = /<source\b[^>]*>([\s\S]*?)<\/source>/.exec(unit)?.[1] ?? unit;
    console.error(`src/locales/xlf/${name}: no translation of "${source.trim()}".`);
  }
  missing += untranslated.length;
  console.log(`${name}: ${units.length} texts, ${untranslated.length} without translation`);
}
process.exitCode = missing === 0 ? 0 : 1;
