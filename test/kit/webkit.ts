import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import { NoBrowser } from './missing-browser.ts';
import { freePort, missingPrograms, Processes, startScreen } from './processes.ts';

/** Programs that are needed, and the packages of Debian and Ubuntu that bring them. */
const PACKAGES = { WebKitWebDriver: 'webkit2gtk-driver', Xvfb: 'xvfb' } as const;

/** Where distributions put the browser that the driver starts. */
const LIBRARIES = ['/usr/lib', '/usr/libexec'];

/** WebKit, the engine of Safari, on a screen that nobody sees. */
export interface WebKit {
  driver: WebDriver;
  close(): Promise<void>;
}

/**
 * Where WebKitGTK's small browser is.
 * @throws {NoBrowser} where it or what drives it is not on this machine
 */
export function findWebKit(): string {
  const missing = missingPrograms(Object.keys(PACKAGES)) as (keyof typeof PACKAGES)[];
  if (missing.length > 0) {
    throw new NoBrowser(
      `No WebKit was found: install ${missing.map((name) => PACKAGES[name]).join(' and ')}.`,
    );
  }
  const folders = LIBRARIES.filter((library) => existsSync(library)).flatMap((library) => [
    library,
    ...readdirSync(library).map((name) => join(library, name)),
  ]);
  const found = folders
    .flatMap((folder) => ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((name) => join(folder, name, 'MiniBrowser')))
    .find((path) => existsSync(path));
  if (!found) throw new NoBrowser('WebKitWebDriver is there, but the browser that it drives is not.');
  return found;
}

/** More of what the browser is started with. */
export interface WebKitOptions {
  env?: Record<string, string>;
  /** More of the browser's own options. */
  args?: string[];
  /** More of WebDriver's capabilities. */
  capabilities?: Record<string, unknown>;
}

/** Starts the browser that `findWebKit` found. */
export async function startWebKit(binary: string, more: WebKitOptions = {}): Promise<WebKit> {
  const processes = new Processes();
  try {
    const env = { ...process.env, ...more.env, DISPLAY: await startScreen(processes), LANG: 'C.UTF-8' };
    const port = await freePort();
    processes.start('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], env);
    const options = { binary, args: ['--automation', ...(more.args ?? [])] };
    const address = `http://127.0.0.1:${port}`;
    await untilAnswers(`${address}/status`);
    const driver = await new Builder()
      .usingServer(address)
      .withCapabilities(
        new Capabilities({
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': options,
          ...more.capabilities,
        }),
      )
      .build();
    return {
      driver,
      async close() {
        await driver.quit().catch(() => undefined);
        await processes.end();
      },
    };
  } catch (error) {
    await processes.end();
    throw error;
  }
}

const LOOK_MS = 50;
const START_MS = 60_000;

async function untilAnswers(address: string): Promise<void> {
  const began = Date.now();
  for (;;) {
    const answers = await fetch(address).then(
      () => true,
      () => false,
    );
    if (answers) return;
    if (Date.now() - began > START_MS) throw new Error('WebKitWebDriver does not answer.');
    await pause(LOOK_MS);
  }
}
