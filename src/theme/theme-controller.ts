import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readableRules } from './readable.ts';
import type { Theme } from './variables.ts';

export type Scheme = 'light' | 'dark' | 'auto';

/** What the theme reads from its element. */
export interface ThemedHost extends ReactiveControllerHost, HTMLElement {
  readonly scheme: Scheme;
  /** The board's own theme: variables without prefix. It is written for a light board. */
  readonly boardTheme?: Theme;
}

/** On it black and white read equally well. */
const MIDDLE_GREY = 118;
const darkPage = matchMedia('(prefers-color-scheme: dark)');
/** Each reads what its element wants, and gives back what is then to be written. */
const hosts = new Set<() => () => void>();
let observer: MutationObserver | undefined;

/**
 * Gives an element its colours: the page's variables, else the board's theme, else what is derived from the main
 * colour, in a constructed style sheet (allowed under a strict content security policy). Follows the visitor's
 * colour scheme, and classes and attributes that a page's own switch sets on `<html>` or `<body>`.
 */
export class ThemeController implements ReactiveController {
  readonly #host: ThemedHost;
  readonly #sheet = new CSSStyleSheet();
  #rules = '';
  #seen?: unknown[];

  constructor(host: ThemedHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (!hosts.size) watchPage();
    hosts.add(this.#read);
    // Before its first rendering, all that came with it are looked at together: see `hostUpdate`.
    if (this.#seen) this.#read()();
    const root = this.#host.shadowRoot!;
    if (!root.adoptedStyleSheets.includes(this.#sheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }

  hostDisconnected(): void {
    hosts.delete(this.#read);
    if (!hosts.size) unwatchPage();
  }

  hostUpdate(): void {
    const { scheme, boardTheme } = this.#host;
    // All at once, before any of them renders: one by one, each would have the page's styles computed anew.
    if (this.#seen?.[0] !== scheme || this.#seen[1] !== boardTheme) everyHost();
  }

  readonly #read = (): (() => void) => {
    const { scheme, boardTheme } = this.#host;
    this.#seen = [scheme, boardTheme];
    const dark = scheme === 'auto' ? standsInTheDark(this.#host) : scheme === 'dark';
    const rules = readableRules(this.#host, boardTheme ?? {}, dark);
    return () => {
      if (rules !== this.#rules) this.#sheet.replaceSync((this.#rules = rules));
    };
  };
}

/**
 * Whether the visitor wants it dark and the page is: its nearest ground counts, else what it says of `color-scheme`.
 * Most towns' sites are white at night, too, and a dark board on them would be a hole.
 */
function standsInTheDark(host: Element): boolean {
  if (!darkPage.matches) return false;
  const above = (element: Element) => element.parentElement ?? (element.getRootNode() as ShadowRoot).host;
  // The ground of a whole board changes with the page's: its parts look beyond it.
  const board = (host.getRootNode() as ShadowRoot).host;
  if (board?.localName === 'town-jobs') return standsInTheDark(board);
  for (let element = above(host); element; element = above(element)) {
    const ground = getComputedStyle(element).backgroundColor;
    const [r = 0, g = 0, b = 0, alpha = 1] = ground.match(/[\d.]+/g)?.map(Number) ?? [];
    if (ground.startsWith('rgb') && alpha > 0.5) return 0.2126 * r + 0.7152 * g + 0.0722 * b < MIDDLE_GREY;
  }
  return getComputedStyle(host).colorScheme.includes('dark');
}

function everyHost(): void {
  for (const write of [...hosts].map((read) => read())) write();
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
