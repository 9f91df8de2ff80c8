import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { findBrowser } from '../kit/browser.ts';
import type { Preference } from './visit.ts';

/** The browsers in which every point must hold. */
export const BROWSERS = ['Chromium', 'Firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** Thrown where a browser is not on this machine: a sentence for the person at the terminal. */
export class NoBrowser extends Error {}

/** The long-term release since the summer of 2026; the one before it knows too few of the driver's commands. */
const OLDEST_FIREFOX = 153;

/** A new machine that does much else at once takes its time. */
const START_MS = 120_000;

/** Firefox takes a resident's preferences at its start. */
const PREFERENCES: Record<Preference, Record<string, number>> = {
  dark: { 'layout.css.prefers-color-scheme.content-override': 0 },
  'forced-colors': { 'browser.display.document_color_use': 2, 'ui.useAccessibilityTheme': 1 },
  'reduced-motion': { 'ui.prefersReducedMotion': 1 },
};

/** A browser on this machine; one process for each preference where the browser needs that. */
export class Driver {
  readonly name: BrowserName;
  readonly #launch: LaunchOptions;
  readonly #running = new Map<string, Promise<Browser>>();

  private constructor(name: BrowserName, launch: LaunchOptions) {
    this.name = name;
    this.#launch = launch;
  }

  /**
   * Finds the browser, to be started with more options where some are given.
   * @throws {NoBrowser} where there is none, or one that is too old
   */
  static async find(name: BrowserName, more?: LaunchOptions): Promise<Driver> {
    return new Driver(name, { ...(await (name === 'Chromium' ? chromium() : firefox())), ...more });
  }

  /**
   * The version that it says it has.
   * @throws {NoBrowser} where it does not start on this machine
   */
  async version(): Promise<string> {
    const browser = await this.#browser().catch((error: Error) => {
      throw new NoBrowser(`It does not start: ${error.message}`);
    });
    return (await browser.version()).replace(/^\D*\//, '');
  }

  /** Opens an empty page in a context of its own that prefers what the resident does. */
  async newPage(prefers?: Preference): Promise<Page> {
    const isFirefox = this.name === 'Firefox';
    const browser = await this.#browser(isFirefox ? prefers : undefined);
    const page = await (await browser.createBrowserContext()).newPage();
    if (prefers && !isFirefox) {
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features: [FEATURES[prefers]] });
    }
    return page;
  }

  /** Ends every process that was started. */
  async close(): Promise<void> {
    for (const browser of this.#running.values()) await (await browser.catch(() => undefined))?.close();
  }

  /** The browser that runs; one that ended by itself is started again. */
  async #browser(prefers?: Preference): Promise<Browser> {
    const key = prefers ?? '';
    const known = this.#running.get(key);
    if ((await known)?.connected) return known!;
    const { extraPrefsFirefox } = this.#launch;
    const launched = puppeteer.launch({
      ...this.#launch,
      timeout: START_MS,
      extraPrefsFirefox: { ...extraPrefsFirefox, ...(prefers && PREFERENCES[prefers]) },
    });
    this.#running.set(key, launched);
    return launched;
  }
}

const FEATURES: Record<Preference, { name: string; value: string }> = {
  dark: { name: 'prefers-color-scheme', value: 'dark' },
  'forced-colors': { name: 'forced-colors', value: 'active' },
  'reduced-motion': { name: 'prefers-reduced-motion', value: 'reduce' },
};

async function chromium(): Promise<LaunchOptions> {
  const { executablePath, env, args, chromiumSandbox } = await findBrowser().catch((error: Error) => {
    throw new NoBrowser(error.message);
  });
  return {
    browser: 'chrome',
    executablePath,
    env,
    args: [...args, '--lang=fr-FR', ...(chromiumSandbox ? [] : ['--no-sandbox'])],
  };
}

async function firefox(): Promise<LaunchOptions> {
  const asked = process.env['FIREFOX_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = process.platform === 'win32' ? ['firefox.exe'] : ['firefox', 'firefox-esr'];
  const usual = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const executablePath = (
    asked ? [asked] : [...usual, '/Applications/Firefox.app/Contents/MacOS/firefox']
  ).find((path) => existsSync(path));
  if (!executablePath) {
    throw new NoBrowser(
      asked
        ? `FIREFOX_PATH names ${asked}, but no file is there.`
        : 'No Firefox was found: install firefox or firefox-esr, or set FIREFOX_PATH to one.',
    );
  }
  const { stdout } = await promisify(execFile)(executablePath, ['--version']);
  const version = /[\d.]+/.exec(stdout)?.[0] ?? '0';
  if (Number.parseInt(version, 10) < OLDEST_FIREFOX) {
    throw new NoBrowser(`Firefox ${version} is too old: install ${OLDEST_FIREFOX} or a newer one.`);
  }
  return {
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: {
      'intl.accept_languages': 'fr-FR, fr',
      'layout.css.prefers-color-scheme.content-override': 1,
      // Tab reaches links and buttons on every system.
      'accessibility.tabfocus': 7,
      // Its own "/" would look like a shortcut of the page.
      'accessibility.typeaheadfind.manual': false,
    },
  };
}
