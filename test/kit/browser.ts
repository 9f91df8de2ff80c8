import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { canRunBundledChromium, inflateBundledChromium } from './bundled-chromium.ts';

/** How to start the Chromium that was found: what Playwright's `launch` takes. */
export interface FoundBrowser {
  executablePath: string;
  /** The whole environment of the browser's process. */
  env: Record<string, string>;
  args: string[];
  chromiumSandbox: boolean;
}

/** What the search for a browser depends on; all of it can be given by a test. */
export interface Surroundings {
  env?: NodeJS.ProcessEnv;
  platform?: NodeJS.Platform;
  exists?: (path: string) => boolean;
  /** Where Playwright keeps the Chromium that it downloads. */
  playwrightPath?: string;
  canRunBundled?: boolean;
  inflate?: () => Promise<{ executablePath: string; env: Record<string, string> }>;
  isRoot?: boolean;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const APPLICATIONS: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/**
 * Finds a Chromium for the tests: the one that `CHROME_PATH` names, one of the system, the one that
 * Playwright keeps, then the one that npm brought (`CHROME_PATH=bundled` asks for that one).
 * Throws one sentence that names these ways where none is there.
 */
export async function findBrowser(surroundings: Surroundings = {}): Promise<FoundBrowser> {
  const {
    env = process.env,
    platform = process.platform,
    exists = existsSync,
    playwrightPath = pathOfPlaywright(),
    canRunBundled = canRunBundledChromium(),
    inflate = inflateBundledChromium,
    isRoot = process.getuid?.() === 0,
  } = surroundings;
  const asked = env['CHROME_PATH'];
  const own = Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

  if (asked && asked !== 'bundled') {
    if (!exists(asked)) throw new Error(`CHROME_PATH names ${asked}, but no file is there.`);
    return launch(asked, own, !isRoot);
  }

  const inPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, platform === 'win32' ? `${name}.exe` : name)));
  const installed = [...inPath, ...(APPLICATIONS[platform] ?? []), playwrightPath].find(
    (path) => path !== '' && exists(path),
  );
  if (installed && asked !== 'bundled') return launch(installed, own, !isRoot);

  if (canRunBundled) {
    const bundled = await inflate();
    // It comes without the setuid helper and the AppArmor profile that a distribution adds.
    return launch(bundled.executablePath, { ...own, ...bundled.env }, false);
  }
  throw new Error(
    'No Chromium was found for the tests: install chromium or Google Chrome, set CHROME_PATH to one, ' +
      'run `npx playwright-core install chromium`, or run on Linux x64, where npm brings one.',
  );
}

function launch(executablePath: string, env: Record<string, string>, chromiumSandbox: boolean): FoundBrowser {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return { executablePath, env, args: quiet, chromiumSandbox };
}

function pathOfPlaywright(): string {
  try {
    return chromium.executablePath();
  } catch {
    return '';
  }
}
