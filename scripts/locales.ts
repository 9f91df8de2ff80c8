import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { extractMessagesFromProgram } from '@lit/localize-tools/lib/program-analysis.js';
import ts from 'typescript';
import { splitTexts, type Uses } from './locale-modules.ts';

const root = join(import.meta.dirname, '..');
const draft = join(root, 'node_modules/.cache/town-jobs/locales');
const folders = { xlf: 'src/locales/xlf', generated: 'src/locales/generated' };

/** What lit-localize.json says. */
interface Config {
  inputFiles: string[];
  targetLocales: string[];
  output: object;
  interchange: object;
}

/**
 * Extracts the texts of the elements and makes the modules of their translations, in a folder of its own.
 * Returns what `src/locales` should hold, by path from the root; translations that stand there are kept. What is
 * loaded when it is needed and asks for texts of its own (`textsOf`) gets a module for them in each language.
 */
export async function generateLocales(): Promise<{ path: string; text: string }[]> {
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await cp(join(root, folders.xlf), join(draft, 'xlf'), { recursive: true });
  const config = JSON.parse(await readFile(join(root, 'lit-localize.json'), 'utf8')) as Config;
  await localize(config);
  const uses = await roomsOfTexts(config.inputFiles);

  const files: { path: string; text: string }[] = [];
  const add = (folder: string, name: string, text: string) => files.push({ path: `${folder}/${name}`, text });
  for (const file of await readdir(join(draft, 'xlf'))) {
    add(folders.xlf, file, await readFile(join(draft, 'xlf', file), 'utf8'));
  }
  for (const file of await readdir(join(draft, 'generated'))) {
    const text = await readFile(join(draft, 'generated', file), 'utf8');
    const locale = config.targetLocales.find((code) => file === `${code}.ts`);
    if (!locale) add(folders.generated, file, text);
    else for (const [name, part] of splitTexts(locale, text, uses)) add(folders.generated, name, part);
  }
  return files;
}

/** The ids of the texts that each room has for itself: the folder or the file of the name that `textsOf` is given. */
async function roomsOfTexts(inputFiles: readonly string[]): Promise<Uses> {
  const sources = ts.sys.readDirectory(root, ['.ts'], [], [...inputFiles]);
  const texts = await Promise.all(sources.map((source) => readFile(source, 'utf8')));
  const rooms = texts.flatMap((text) => [...text.matchAll(/\btextsOf\('(\w+)'\)/g)].map(([, room]) => room!));
  const uses = new Map(rooms.sort().map((room) => [room, new Set<string>()]));
  const program = ts.createProgram(sources, { allowImportingTsExtensions: true, noEmit: true });
  const elsewhere = new Set<string>();
  for (const source of sources) {
    const file = program.getSourceFile(source)!;
    const room = rooms.find((name) => new RegExp(`/elements/(\\w+/)?${name}(\\.ts$|/)`).test(source));
    const { messages } = extractMessagesFromProgram({
      getSourceFiles: () => [file],
      getTypeChecker: () => program.getTypeChecker(),
    } as unknown as ts.Program);
    for (const { name } of messages) (uses.get(room ?? '') ?? elsewhere).add(name);
  }
  for (const ids of uses.values()) for (const id of elsewhere) ids.delete(id);
  return uses;
}

/** Runs lit-localize over the sources, with what it writes in the draft. */
async function localize({ inputFiles, output, interchange, ...config }: Config): Promise<void> {
  const up = relative(draft, root);
  await writeFile(
    join(draft, 'lit-localize.json'),
    JSON.stringify({
      ...config,
      inputFiles: inputFiles.map((pattern) => `${up}/${pattern}`),
      output: { ...output, outputDir: './generated', localeCodesModule: './generated/locale-codes.ts' },
      interchange: { ...interchange, xliffDir: './xlf' },
    }),
  );
  const tool = join(root, 'node_modules/@lit/localize-tools/bin/lit-localize.js');
  for (const command of ['extract', 'build']) {
    await promisify(execFile)(process.execPath, [tool, command], { cwd: draft });
  }
}
