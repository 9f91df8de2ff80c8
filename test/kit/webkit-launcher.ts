import type { BrowserLauncher } from '@web/test-runner';
import { By, Key, Origin, type WebDriver } from 'selenium-webdriver';
import { findWebKit, startWebKit, type WebKit } from './webkit.ts';

/** Where the runner's commands are carried out: the part of Playwright's page that they use. */
interface Page {
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  keyboard: Record<'type' | 'press' | 'down' | 'up', (keys: string) => Promise<void>>;
  mouse: {
    click(x: number, y: number): Promise<void>;
    move(x: number, y: number): Promise<void>;
    up(): Promise<void>;
  };
}

/** How large pages are before a test says so, in CSS pixels. */
const VIEWPORT = { width: 800, height: 600 };

/** Runs browser tests in WebKit, one file after the other. */
export function webkitLauncher(): BrowserLauncher {
  const path = findWebKit();
  let webkit: WebKit | undefined;
  let active: string | undefined;

  return {
    name: 'WebKit',
    // The runner's commands know how to use such a page.
    type: 'playwright',
    concurrency: 1,
    async initialize() {
      webkit = await startWebKit(path);
    },
    async startSession(id, url) {
      const { driver } = webkit!;
      active = id;
      // Its window cannot be as narrow as a phone; a frame in it can.
      await driver.get(new URL('/?mode=iframe', url).href);
      await driver.executeScript(
        (address: string, width: number, height: number) => {
          const frame = document.createElement('iframe');
          const size = { width: `${width}px`, height: `${height}px` };
          Object.assign(frame.style, { position: 'fixed', inset: '0 auto auto 0', border: '0', ...size });
          frame.src = address;
          document.body.append(frame);
        },
        url,
        VIEWPORT.width,
        VIEWPORT.height,
      );
      await driver.switchTo().frame(driver.findElement(By.css('iframe')));
    },
    isActive: (id) => id === active,
    getBrowserUrl: () => webkit!.driver.executeScript<string>('return location.href'),
    async stopSession() {
      active = undefined;
      await webkit!.driver.switchTo().defaultContent();
      await webkit!.driver.get('about:blank');
      return {};
    },
    async startDebugSession() {
      throw new Error('WebKit is driven without a window that can be seen.');
    },
    async stop() {
      await webkit?.close();
    },
    getPage: () => pageOf(webkit!.driver),
  } as BrowserLauncher;
}

function pageOf(driver: WebDriver): Page {
  const origin = Origin.VIEWPORT;
  return {
    async setViewportSize({ width, height }) {
      await driver.executeScript(
        (wide: number, high: number) => {
          const frame = globalThis.frameElement as HTMLIFrameElement;
          Object.assign(frame.style, { width: `${wide}px`, height: `${high}px` });
        },
        width,
        height,
      );
    },
    keyboard: {
      type: (text) => driver.actions().sendKeys(text).perform(),
      press: (key) => driver.actions().sendKeys(keyOf(key)).perform(),
      down: (key) => driver.actions().keyDown(keyOf(key)).perform(),
      up: (key) => driver.actions().keyUp(keyOf(key)).perform(),
    },
    mouse: {
      click: (x, y) => driver.actions().move({ x, y, origin, duration: 0 }).click().perform(),
      move: (x, y) => driver.actions().move({ x, y, origin, duration: 0 }).perform(),
      up: () => driver.actions().release().perform(),
    },
  };
}

/** "ArrowDown" as WebDriver spells it; letters are themselves. */
function keyOf(key: string): string {
  const name = key.replace(/(?<=[a-z])(?=[A-Z])/, '_').toUpperCase();
  return (Key as unknown as Record<string, string>)[name] ?? key;
}
