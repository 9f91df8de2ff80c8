import type { LaunchOptions } from 'puppeteer-core';
import { PuppeteerDriver } from './puppeteer.ts';
import type { Tab, TabOptions } from './tab.ts';
import { WebKitDriver } from './webdriver.ts';

/** The browsers in which every point must hold. */
export const BROWSERS = ['Chromium', 'Firefox', 'WebKit'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** A browser on this machine. */
export interface Driver {
  readonly name: BrowserName;
  /**
   * The version that it says it has.
   * @throws {NoBrowser} where it does not start on this machine
   */
  version(): Promise<string>;
  /**
   * Opens a page that knows nothing of those before it.
   * @throws {CannotBeAsked} where the browser has no such preference
   */
  open(address: string, options: TabOptions): Promise<Tab>;
  /** Ends every process that was started. */
  close(): Promise<void>;
}

/**
 * Finds a browser; Chromium and Firefox are started with more options where some are given.
 * @throws {NoBrowser} where there is none, or one that is too old
 */
export async function findDriver(name: BrowserName, more?: LaunchOptions): Promise<Driver> {
  return name === 'WebKit' ? new WebKitDriver() : PuppeteerDriver.find(name, more);
}
