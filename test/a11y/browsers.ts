import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { findBrowser } from '../kit/browser.ts';
import { findFirefox } from '../kit/firefox.ts';
import { NoBrowser } from '../kit/missing-browser.ts';
import type { Preference } from './visit.ts';

/** The browsers in which every point must hold. */
export const BROWSERS = ['Chromium', 'Firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

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
    return new Driver(name, { ...(await (name === 'Chromium' ? chromium() : findFirefox())), ...more });
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
