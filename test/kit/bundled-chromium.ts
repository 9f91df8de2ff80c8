import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** True where the Chromium of `@sparticuz/chromium` runs: it is built for Linux on x64 alone. */
export function canRunBundledChromium(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Inflates the Chromium that npm brought into `node_modules/.cache`, once for each version, with the
 * libraries and the fonts that a bare machine lacks. `env` is what its process needs to find them.
 */
export async function inflateBundledChromium(): Promise<{
  executablePath: string;
  env: Record<string, string>;
}> {
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../..');
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const cache = join(root, 'node_modules/.cache/town-jobs');
  const folder = join(cache, `chromium-${version}`);
  if (!(await exists(folder))) await inflateInto(folder, join(packageFolder, 'bin'), cache);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

/** Fills a folder of its own and renames it last, so that runners beside each other never see half a browser. */
async function inflateInto(folder: string, packed: string, cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'inflating-'));
  const executable = join(draft, 'chromium');
  await Promise.all([
    pipeline(
      createReadStream(join(packed, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(executable),
    ),
    untar(join(packed, 'al2023.tar.br'), join(draft, 'al2023')),
    untar(join(packed, 'fonts.tar.br'), join(draft, 'fonts')),
    untar(join(packed, 'swiftshader.tar.br'), draft),
  ]);
  await chmod(executable, 0o755);
  await writeFile(join(draft, 'fonts/fonts.conf'), fontsConf(folder));
  await rename(draft, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(draft, { recursive: true });
  });
}

async function untar(archive: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const inflated = join(folder, 'inflated.tar');
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(inflated));
  await run('tar', ['-xof', inflated, '-C', folder]);
  await rm(inflated);
}

/** The bundle's own file names folders of another system. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts/cache</cachedir>
</fontconfig>
`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
