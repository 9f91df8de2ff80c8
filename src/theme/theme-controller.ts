import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { tell } from '../shared/console.ts';
import { hexOf, luminance, parseColour, type Rgb } from './colour.ts';
import { COLOUR_ROLES, derivePalette, toldOf, type ColourRole } from './contrast.ts';
import { privateName, VARIABLES, type Variable } from './variables.ts';

export type Scheme = 'light' | 'dark' | 'auto';

/** What the theme reads from its element. */
export interface ThemedHost extends ReactiveControllerHost, HTMLElement {
  readonly scheme: Scheme;
  /** The board's own theme: variables without prefix. It is written for a light board. */
  readonly boardTheme?: Readonly<Record<string, string>>;
}

const PREFIX = '--town-jobs-';
const NAMES = Object.keys(VARIABLES) as Variable[];
const darkPage = matchMedia('(prefers-color-scheme: dark)');
const sheets = new Map<string, CSSStyleSheet>();
const hosts = new Set<() => void>();
let observer: MutationObserver | undefined;

/**
 * Gives an element its colours: the page's variables, else the board's theme, else what is derived from the main
 * colour, in one constructed style sheet (allowed under a strict content security policy). Follows the visitor's
 * colour scheme, and classes and attributes that a page's own switch sets on `<html>` or `<body>`.
 */
export class ThemeController implements ReactiveController {
  readonly #host: ThemedHost;
  #sheet?: CSSStyleSheet;
  #seen?: unknown[];

  constructor(host: ThemedHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (!hosts.size) watchPage();
    hosts.add(this.#apply);
    this.#apply();
  }

  hostDisconnected(): void {
    hosts.delete(this.#apply);
    if (!hosts.size) unwatchPage();
  }

  hostUpdate(): void {
    const { scheme, boardTheme } = this.#host;
    if (this.#seen?.[0] !== scheme || this.#seen[1] !== boardTheme) this.#apply();
  }

  readonly #apply = (): void => {
    const { scheme, boardTheme } = this.#host;
    this.#seen = [scheme, boardTheme];
    const root = this.#host.shadowRoot!;
    const style = getComputedStyle(this.#host);
    const page: Partial<Record<Variable, string>> = {};
    for (const name of NAMES) {
      const value = style.getPropertyValue(PREFIX + name).trim();
      if (value) page[name] = value;
    }
    const sheet = sheetFor(
      page,
      boardTheme ?? {},
      scheme === 'auto' ? standsInTheDark(this.#host) : scheme === 'dark',
    );
    if (sheet === this.#sheet) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((other) => other !== this.#sheet), sheet];
    this.#sheet = sheet;
  };
}

/**
 * Whether the visitor wants it dark and the page is: its nearest ground counts, else what it says of `color-scheme`.
 * Most towns' sites are white at night, too, and a dark board on them would be a hole.
 */
function standsInTheDark(host: Element): boolean {
  if (!darkPage.matches) return false;
  const above = (element: Element) => element.parentElement ?? (element.getRootNode() as ShadowRoot).host;
  for (let element = above(host); element; element = above(element)) {
    const ground = getComputedStyle(element).backgroundColor;
    const [r = 0, g = 0, b = 0, alpha = 1] = ground.match(/[\d.]+/g)?.map(Number) ?? [];
    if (ground.startsWith('rgb') && alpha > 0.5) return luminance([r, g, b]) < 0.18;
  }
  return getComputedStyle(host).colorScheme.includes('dark');
}

function sheetFor(
  page: Partial<Record<Variable, string>>,
  board: Readonly<Record<string, string>>,
  dark: boolean,
): CSSStyleSheet {
  const key = NAMES.map((name) => `${page[name]}|${board[name]}`).join('|') + dark;
  let sheet = sheets.get(key);
  if (!sheet) {
    sheets.set(key, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(rules(page, board, dark));
  }
  return sheet;
}

function rules(
  page: Partial<Record<Variable, string>>,
  board: Readonly<Record<string, string>>,
  dark: boolean,
): string {
  const given: Partial<Record<ColourRole, Rgb>> = {};
  for (const role of COLOUR_ROLES) {
    const name = `color-${role}` as const;
    const fromBoard = !dark || role === 'primary' ? board[name] : undefined;
    const colour = readColour(page[name]) ?? readColour(fromBoard);
    if (colour) given[role] = colour;
  }
  const main = given.primary ?? parseColour(VARIABLES['color-primary'])!;
  const result = derivePalette({ ...given, primary: main }, dark);
  for (const replaced of result.replaced) tell('contrast', ...toldOf(replaced));

  let always = '';
  for (const name of NAMES) {
    const value = page[name] ? undefined : board[name];
    if (value && !name.startsWith('color-') && !/[;{}]/.test(value))
      always += `${privateName(name)}:${value};`;
  }
  let colours = `color-scheme:${result.dark ? 'dark' : 'light'};`;
  for (const role of COLOUR_ROLES) colours += `--_${role}:${hexOf(result.palette[role])};`;
  // Paper is white: there the defaults of the static sheet stand.
  return `.base{${always}}@media screen{.base{${colours}}}`;
}

/** Any CSS colour as it appears on the screen; undefined where it is none or lets through what lies behind it. */
function readColour(text: string | undefined): Rgb | undefined {
  if (!text || !CSS.supports('color', text)) return undefined;
  const simple = parseColour(text);
  if (simple) return simple;
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return undefined;
  pen.fillStyle = text;
  pen.fillRect(0, 0, 1, 1);
  const [r, g, b, alpha] = pen.getImageData(0, 0, 1, 1).data;
  return alpha === 255 ? [r!, g!, b!] : undefined;
}

function everyHost(): void {
  for (const apply of hosts) apply();
}

function watchPage(): void {
  darkPage.addEventListener('change', everyHost);
  observer = new MutationObserver(everyHost);
  for (const element of [document.documentElement, document.body]) {
    if (element) observer.observe(element, { attributes: true });
  }
}

function unwatchPage(): void {
  darkPage.removeEventListener('change', everyHost);
  observer?.disconnect();
}
