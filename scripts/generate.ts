import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { openapiDocument } from '../endpoint/src/openapi.ts';
import { editorData } from './editor-data.ts';
import { frameworkTypes } from './framework-types.ts';
import { generateLocales } from './locales.ts';
import { describeElements } from './manifest.ts';
import { tablesOf, withTables } from './tables.ts';

/** A committed file that is made from sources; nobody edits it. */
interface Generated {
  /** From the root of the repository. */
  path: string;
  text: string;
}

const root = join(import.meta.dirname, '..');

async function generateContract(): Promise<Generated[]> {
  const contract = JSON.stringify(await openapiDocument(), null, 2);
  return [
    { path: 'endpoint/openapi.json', text: `${contract}\n` },
    { path: 'src/client/api.gen.ts', text: COMMENT_HEADER + astToString(await openapiTS(contract)) },
  ];
}

async function generateDescriptions(): Promise<Generated[]> {
  const manifest = await describeElements();
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  return [
    { path: 'custom-elements.json', text: `${JSON.stringify(manifest, null, 2)}\n` },
    { path: 'README.md', text: withTables(readme, tablesOf(manifest)) },
    ...editorData(manifest),
    ...frameworkTypes(manifest),
  ];
}

const all = [await generateContract(), await generateLocales(), await generateDescriptions()].flat();
const stale: Generated[] = [];
for (const file of all) {
  const committed = await readFile(join(root, file.path), 'utf8').catch(() => '');
  if (committed !== file.text) stale.push(file);
}

if (process.argv.includes('--check')) {
  for (const { path } of stale) {
    console.error(`${path} does not match its sources: run \`npm run generate\` and commit it.`);
  }
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const { path, text } of stale) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const written = stale.map(({ path }) => path).join(', ');
  console.log(stale.length === 0 ? 'All generated files are fresh.' : `Wrote ${written}.`);
}
