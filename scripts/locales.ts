import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');
const draft = join(root, 'node_modules/.cache/town-jobs/locales');
const folders = { xlf: 'src/locales/xlf', generated: 'src/locales/generated' };

/**
 * Extracts the texts of the elements and makes the modules of their translations, in a folder of its own.
 * Returns what `src/locales` should hold, by path from the root; translations that stand there are kept.
 */
export async function generateLocales(): Promise<{ path: string; text: string }[]> {
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await cp(join(root, folders.xlf), join(draft, 'xlf'), { recursive: true });
  const config = JSON.parse(await readFile(join(root, 'lit-localize.json'), 'utf8')) as {
    inputFiles: string[];
    output: object;
    interchange: object;
  };
  const up = relative(draft, root);
  await writeFile(
    join(draft, 'lit-localize.json'),
    JSON.stringify({
      ...config,
      inputFiles: config.inputFiles.map((pattern) => `${up}/${pattern}`),
      output: {
        ...config.output,
        outputDir: './generated',
        localeCodesModule: './generated/locale-codes.ts',
      },
      interchange: { ...config.interchange, xliffDir: './xlf' },
    }),
  );
  const tool = join(root, 'node_modules/@lit/localize-tools/bin/lit-localize.js');
  for (const command of ['extract', 'build']) {
    await promisify(execFile)(process.execPath, [tool, command], { cwd: draft });
  }

  const files: { path: string; text: string }[] = [];
  for (const [name, folder] of Object.entries(folders)) {
    for (const file of await readdir(join(draft, name))) {
      files.push({ path: `${folder}/${file}`, text: await readFile(join(draft, name, file), 'utf8') });
    }
  }
  return files;
}
