import puppeteer, { type Browser, type KeyInput, type LaunchOptions, type Page } from 'puppeteer-core';
import { findBrowser } from '../kit/browser.ts';
import { findFirefox } from '../kit/firefox.ts';
import { NoBrowser } from '../kit/missing-browser.ts';
import type { Driver } from './browsers.ts';
import { keysOf, type Clip, type Look, type Place, type Tab, type TabOptions } from './tab.ts';
import type { Preference } from './visit.ts';

/** A new machine that does much else at once takes its time. */
const START_MS = 120_000;

/** What does not come back after so long comes out of the browser's cache. */
const BACK_MS = 6000;

/** Firefox takes a resident's preferences at its start. */
const PREFERENCES: Record<Preference, Record<string, number>> = {
  dark: { 'layout.css.prefers-color-scheme.content-override': 0 },
  'forced-colors': { 'browser.display.document_color_use': 2, 'ui.useAccessibilityTheme': 1 },
  'reduced-motion': { 'ui.prefersReducedMotion': 1 },
};

const FEATURES: Record<Preference, { name: string; value: string }> = {
  dark: { name: 'prefers-color-scheme', value: 'dark' },
  'forced-colors': { name: 'forced-colors', value: 'active' },
  'reduced-motion': { name: 'prefers-reduced-motion', value: 'reduce' },
};

/** Chromium or Firefox; one process for each preference where the browser needs that. */
export class PuppeteerDriver implements Driver {
  readonly name: 'Chromium' | 'Firefox';
  readonly #launch: LaunchOptions;
  readonly #running = new Map<string, Promise<Browser>>();

  private constructor(name: 'Chromium' | 'Firefox', launch: LaunchOptions) {
    this.name = name;
    this.#launch = launch;
  }

  /**
   * Finds the browser, to be started with more options where some are given.
   * @throws {NoBrowser} where there is none, or one that is too old
   */
  static async find(name: 'Chromium' | 'Firefox', more?: LaunchOptions): Promise<PuppeteerDriver> {
    const launch = await (name === 'Chromium' ? chromium() : findFirefox());
    return new PuppeteerDriver(name, { ...launch, ...more });
  }

  async version(): Promise<string> {
    const browser = await this.#browser().catch((error: Error) => {
      throw new NoBrowser(`It does not start: ${error.message}`);
    });
    return (await browser.version()).replace(/^\D*\//, '');
  }

  /** Opens a page in a context of its own. */
  async open(address: string, { width, height, prefers, scripts }: TabOptions): Promise<Tab> {
    const isFirefox = this.name === 'Firefox';
    const browser = await this.#browser(isFirefox ? prefers : undefined);
    const page = await (await browser.createBrowserContext()).newPage();
    const tab = new PuppeteerTab(page);
    try {
      if (prefers && !isFirefox) {
        const session = await page.createCDPSession();
        await session.send('Emulation.setEmulatedMedia', { features: [FEATURES[prefers]] });
      }
      await page.setViewport({ width, height });
      for (const script of scripts) await page.evaluateOnNewDocument(script);
      await page.goto(address);
      return tab;
    } catch (error) {
      await tab.close();
      throw error;
    }
  }

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

class PuppeteerTab implements Tab {
  readonly #page: Page;
  readonly #console: string[] = [];

  constructor(page: Page) {
    this.#page = page;
    page.on('console', (message) => this.#console.push(message.text()));
  }

  evaluate(look: Look | string, args: readonly unknown[] = []): Promise<unknown> {
    return this.#page.evaluate(look as (...args: unknown[]) => unknown, ...args);
  }

  async holds(condition: Look, patienceMs: number, args: readonly unknown[] = []): Promise<boolean> {
    const options = { timeout: patienceMs, polling: 40 };
    try {
      await this.#page.waitForFunction(condition as (...args: unknown[]) => unknown, options, ...args);
      return true;
    } catch (error) {
      const { name, cause } = error as Error;
      if (name !== 'TimeoutError' && (cause as Error | undefined)?.name !== 'TimeoutError') throw error;
      return false;
    }
  }

  async press(combination: string): Promise<void> {
    const { held, key } = keysOf(combination);
    const { keyboard } = this.#page;
    for (const one of held) await keyboard.down(one as KeyInput);
    await keyboard.press(key as KeyInput);
    for (const one of held) await keyboard.up(one as KeyInput);
  }

  type(text: string, pauseMs: number): Promise<void> {
    return this.#page.keyboard.type(text, { delay: pauseMs });
  }

  click({ x, y }: Place): Promise<void> {
    return this.#page.mouse.click(x, y);
  }

  async wheel({ x, y }: Place, down: number): Promise<void> {
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.wheel({ deltaY: down });
  }

  /** Not beyond the window: a page that is made taller is drawn anew, on a slow machine without the focus's ring. */
  picture(clip: Clip): Promise<string> {
    return this.#page.screenshot({ clip, captureBeyondViewport: false, encoding: 'base64' });
  }

  async back(): Promise<void> {
    // Firefox tells of no navigation where the page comes out of its cache.
    await this.#page.goBack({ timeout: BACK_MS }).catch((error: Error) => {
      if (error.name !== 'TimeoutError') throw error;
    });
  }

  setOffline(isOffline: boolean): Promise<void> {
    return this.#page.setOfflineMode(isOffline);
  }

  async console(): Promise<string[]> {
    return this.#console;
  }

  /** Looks inside each element's root: the driver's own search ends at them. */
  async offers(role: string, name: string): Promise<boolean> {
    const grounds = await this.#page.evaluateHandle(() => globalThis.a11y.all('[part=base], body > *'));
    for (const ground of (await grounds.getProperties()).values()) {
      const element = ground.asElement();
      if (element && (await element.$(`aria/${name}[role="${role}"]`))) return true;
    }
    return false;
  }

  async close(): Promise<void> {
    await this.#page.browserContext().close();
  }
}

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
