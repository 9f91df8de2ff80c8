import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { LaunchOptions } from 'puppeteer-core';
import { NoBrowser } from './missing-browser.ts';

/** The long-term release since the summer of 2026; the one before it knows too few of the driver's commands. */
const OLDEST = 153;

/**
 * Finds Firefox: the one that `FIREFOX_PATH` names, or one of the system.
 * @throws {NoBrowser} where there is none, or one that is too old
 */
export async function findFirefox(): Promise<LaunchOptions> {
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
  if (Number.parseInt(version, 10) < OLDEST) {
    throw new NoBrowser(`Firefox ${version} is too old: install ${OLDEST} or a newer one.`);
  }
  return {
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: {
      'intl.accept_languages': 'fr-FR, fr',
      'layout.css.prefers-color-scheme.content-override': 1,
      // A file of tests goes to more than the usual 50 addresses.
      'browser.sessionhistory.max_entries': 500,
      // Tab reaches links and buttons on every system.
      'accessibility.tabfocus': 7,
      // Its own "/" would look like a shortcut of the page.
      'accessibility.typeaheadfind.manual': false,
    },
  };
}
