import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NoBrowser } from '../kit/missing-browser.ts';
import { findWebKit, startWebKit, type WebKit } from '../kit/webkit.ts';
import type { Driver } from './browsers.ts';
import { startGateway, type Gateway } from './gateway.ts';
import { CannotBeAsked, type Tab, type TabOptions } from './tab.ts';
import type { Preference } from './visit.ts';
import { keepConsole, WebDriverTab } from './webdriver-tab.ts';

/** What WebKitGTK's small browser takes or reads at its start; it has no forced colours. */
const PREFERENCES: Record<Preference, Preferring> = {
  dark: { args: ['--dark-mode'], media: '(prefers-color-scheme: dark)' },
  'forced-colors': { media: '(forced-colors: active)' },
  'reduced-motion': { setting: 'gtk-enable-animations=false', media: '(prefers-reduced-motion: reduce)' },
};

interface Preferring {
  args?: string[];
  setting?: string;
  /** How a page sees it. */
  media: string;
}

/** A browser that runs, with the only way out of it. */
interface Session {
  webkit: WebKit;
  gateway: Gateway;
  tab?: WebDriverTab;
  close(): Promise<void>;
}

/**
 * WebKit through classic WebDriver, which knows one window and no scripts before the page's own: a page takes the place
 * of the one before it, and comes through a proxy that puts the scripts in.
 */
export class WebKitDriver implements Driver {
  readonly name = 'WebKit';
  readonly #binary = findWebKit();
  readonly #running = new Map<string, Promise<Session>>();

  async version(): Promise<string> {
    const { webkit } = await this.#session().catch((error: Error) => {
      throw new NoBrowser(`It does not start: ${error.message}`);
    });
    return (await webkit.driver.getCapabilities()).getBrowserVersion() ?? '';
  }

  async open(address: string, { width, height, prefers, scripts }: TabOptions): Promise<Tab> {
    const session = await this.#session(prefers);
    const { gateway, webkit } = session;
    await session.tab?.close();
    gateway.scripts = [`(${keepConsole})()`, ...scripts];
    gateway.isShut = false;
    const tab = new WebDriverTab(webkit.driver, gateway);
    session.tab = tab;
    await tab.open(address, width, height);
    if (prefers) await check(tab, prefers);
    return tab;
  }

  async close(): Promise<void> {
    for (const session of this.#running.values()) await (await session.catch(() => undefined))?.close();
  }

  /** The browser that runs; one that ended by itself is started again. */
  async #session(prefers?: Preference): Promise<Session> {
    const key = prefers ?? '';
    const known = await this.#running.get(key)?.catch(() => undefined);
    const isThere = known?.webkit.driver.getWindowHandle().then(
      () => true,
      () => false,
    );
    if (known && (await isThere)) return known;
    await known?.close();
    const started = start(this.#binary, prefers && PREFERENCES[prefers]);
    this.#running.set(key, started);
    return started;
  }
}

/** Rejects where the page does not see what its visitor prefers. */
async function check(tab: Tab, prefers: Preference): Promise<void> {
  const { media } = PREFERENCES[prefers];
  if (await tab.evaluate((query: string) => matchMedia(query).matches, [media])) return;
  throw new CannotBeAsked(`WebKitGTK has no way to prefer this: ${prefers}.`);
}

/** Starts WebKit with settings of its own, and none of the person's who runs this. */
async function start(
  binary: string,
  { args = [], setting = '' }: Partial<Preferring> = {},
): Promise<Session> {
  const folder = await mkdtemp(join(tmpdir(), 'town-jobs-webkit-'));
  const gateway = await startGateway();
  const close = async () => {
    await gateway.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const toolkit of ['gtk-3.0', 'gtk-4.0']) {
      await mkdir(join(folder, toolkit));
      await writeFile(join(folder, toolkit, 'settings.ini'), `[Settings]\n${setting}\n`);
      await writeFile(join(folder, toolkit, 'gtk.css'), SLIM);
    }
    const webkit = await startWebKit(binary, {
      env: { XDG_CONFIG_HOME: folder },
      args,
      capabilities: { proxy: { proxyType: 'manual', httpProxy: gateway.address } },
    });
    return {
      webkit,
      gateway,
      async close() {
        await webkit.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Lets a window be as narrow as a phone. */
const SLIM = 'window * { min-width: 0; min-height: 0; margin: 0; padding: 0; }\n';
