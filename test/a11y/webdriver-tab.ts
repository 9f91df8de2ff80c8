import { setTimeout as pause } from 'node:timers/promises';
import { Key, Origin, type Actions, type WebDriver, type WebElement } from 'selenium-webdriver';
import type { Gateway } from './gateway.ts';
import { keysOf, type Clip, type Look, type Place, type Tab } from './tab.ts';

const LOOK_MS = 40;
/** Of a call and of a page that comes. */
const LIMIT_MS = 60_000;
const SIZE_MS = 10_000;
/** What assistive technology may tell of. */
const TOLD = 'input,select,textarea,button,a[href],[role]';
const origin = Origin.VIEWPORT;

/** Keeps what the page writes to the console; runs before its own scripts. */
export function keepConsole(): void {
  const lines: string[] = [];
  Object.assign(globalThis, { consoleLines: lines });
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const write = console[name].bind(console);
    console[name] = (...said: unknown[]) => {
      lines.push(said.map(String).join(' '));
      write(...said);
    };
  }
}

/** The page in the one window of a browser that speaks classic WebDriver, until another takes its place. */
export class WebDriverTab implements Tab {
  readonly #driver: WebDriver;
  readonly #gateway: Gateway;
  #isClosed = false;

  constructor(driver: WebDriver, gateway: Gateway) {
    this.#driver = driver;
    this.#gateway = gateway;
  }

  /** Goes to a page in a window of this size. */
  async open(address: string, width: number, height: number): Promise<void> {
    await this.#window.manage().setTimeouts({ script: LIMIT_MS, pageLoad: LIMIT_MS });
    await this.#resize(width, height);
    await this.#window.get(address);
  }

  async evaluate(look: Look | string, args: readonly unknown[] = []): Promise<unknown> {
    if (typeof look === 'string') return this.#window.executeScript(look);
    return this.#call(String(look), args);
  }

  async holds(condition: Look, patienceMs: number, args: readonly unknown[] = []): Promise<boolean> {
    const began = Date.now();
    for (;;) {
      try {
        if (await this.#call(`async (...given) => !!(await (${condition})(...given))`, args)) return true;
      } catch (error) {
        // Between two documents there is none that could answer.
        if (error instanceof InPageError || Date.now() - began > patienceMs) throw error;
      }
      if (Date.now() - began > patienceMs) return false;
      await pause(LOOK_MS);
    }
  }

  async press(combination: string): Promise<void> {
    const { held, key } = keysOf(combination);
    const actions = this.#window.actions({ async: true });
    for (const one of held) actions.keyDown(keyOf(one));
    actions.sendKeys(keyOf(key));
    for (const one of held) actions.keyUp(keyOf(one));
    await actions.perform();
  }

  async type(text: string, pauseMs: number): Promise<void> {
    const actions = this.#window.actions({ async: true });
    for (const letter of text) {
      actions.sendKeys(letter);
      if (pauseMs) actions.pause(pauseMs, actions.keyboard());
    }
    await actions.perform();
  }

  async click(at: Place): Promise<void> {
    await this.#window
      .actions({ async: true })
      .move({ ...rounded(at), origin, duration: 0 })
      .click()
      .perform();
  }

  async wheel(at: Place, down: number): Promise<void> {
    const { x, y } = rounded(at);
    const actions = this.#window.actions({ async: true }) as Scrolling;
    await actions.scroll(x, y, 0, down, origin, 0).perform();
  }

  /** A part of the picture of the whole window, which is all that the driver gives. */
  async picture(clip: Clip): Promise<string> {
    const whole = await this.#window.takeScreenshot();
    const cut = async (base64: string, { x, y, width, height }: Clip) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0)!);
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(width);
      canvas.height = Math.round(height);
      canvas.getContext('2d')!.drawImage(picture, Math.round(scrollX - x), Math.round(scrollY - y));
      return canvas.toDataURL('image/png').split(',')[1];
    };
    return (await this.#call(String(cut), [whole, clip])) as string;
  }

  async back(): Promise<void> {
    await this.#window.navigate().back();
  }

  /** As a browser does it: nothing gets through, and the page is told. */
  async setOffline(isOffline: boolean): Promise<void> {
    this.#gateway.isShut = isOffline;
    const tell = (isOff: boolean) => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !isOff });
      dispatchEvent(new Event(isOff ? 'offline' : 'online'));
    };
    await this.#call(String(tell), [isOffline]);
  }

  async console(): Promise<string[]> {
    const lines = () => (globalThis as unknown as { consoleLines: string[] }).consoleLines;
    return (await this.#call(String(lines), [])) as string[];
  }

  async offers(role: string, name: string): Promise<boolean> {
    const source = `return globalThis.a11y.all(${JSON.stringify(TOLD)}).filter(globalThis.a11y.shown)`;
    for (const element of await this.#window.executeScript<WebElement[]>(source)) {
      if ((await element.getAriaRole()) !== role) continue;
      if ((await element.getAccessibleName()) === name) return true;
    }
    return false;
  }

  /** Empties what pages keep for the tab, and leaves the page. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    const forget = () => {
      localStorage.clear();
      sessionStorage.clear();
    };
    await this.#call(String(forget), []).catch(() => undefined);
    await this.#window.get('about:blank');
    this.#isClosed = true;
  }

  /** The browser, as long as this is the page in it. */
  get #window(): WebDriver {
    if (this.#isClosed) throw new Error('Another page took the place of this one.');
    return this.#driver;
  }

  async #resize(width: number, height: number): Promise<void> {
    const look = 'return [outerWidth, outerHeight, innerWidth, innerHeight]';
    const sizes = () => this.#window.executeScript<[number, number, number, number]>(look);
    const [outerWide, outerHigh, wide, high] = await sizes();
    if (wide === width && high === height) return;
    const size = { width: outerWide + width - wide, height: outerHigh + height - high };
    await this.#window
      .manage()
      .window()
      .setRect({ x: 0, y: 0, ...size });
    const fits = async () => String((await sizes()).slice(2)) === `${width},${height}`;
    const began = Date.now();
    while (!(await fits())) {
      if (Date.now() - began > SIZE_MS)
        throw new Error(`The window does not take the size ${width} × ${height}.`);
      await pause(LOOK_MS);
    }
  }

  async #call(source: string, args: readonly unknown[]): Promise<unknown> {
    const run = `const [given, done] = arguments;
      (async () => (${source})(...JSON.parse(given)))().then(
        (value) => done(JSON.stringify({ value })),
        (error) => done(JSON.stringify({ error: String(error) })),
      );`;
    const answer = await this.#window.executeAsyncScript<string>(run, JSON.stringify(args));
    const { value, error } = JSON.parse(answer) as { value?: unknown; error?: string };
    if (error !== undefined) throw new InPageError(error);
    return value;
  }
}

/** What the package's types forget. */
type Scrolling = Actions & {
  scroll(x: number, y: number, right: number, down: number, from: typeof origin, ms: number): Actions;
};

/** What a function threw in the page. */
class InPageError extends Error {}

function rounded({ x, y }: Place): Place {
  return { x: Math.round(x), y: Math.round(y) };
}

/** "ArrowDown" as WebDriver spells it; letters are themselves. */
function keyOf(key: string): string {
  const name = key.replace(/(?<=[a-z])(?=[A-Z])/, '_').toUpperCase();
  return (key.length > 1 && (Key as unknown as Record<string, string>)[name]) || key;
}
