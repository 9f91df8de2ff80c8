/** A sentence that a live region was given. */
export interface Heard {
  text: string;
  /** Tag of the element whose region it is; empty outside of elements. */
  host: string;
  /** The region came into the page with its text: screen readers often stay silent then. */
  born: boolean;
  /** It interrupts. */
  alert: boolean;
}

/** What checks and faults use inside the page. */
export interface InPage {
  /** Elements that match, in the document and in every open shadow root, in document order. */
  all<Found extends Element = HTMLElement>(selector: string): Found[];
  /** Where the focus is, through shadow roots. */
  focused(): HTMLElement | null;
  /** Whether it takes place on the screen. */
  shown(element: Element): boolean;
  /** Visible words of an element: no hidden ones, one space between. */
  words(element: Element): string;
  /** Accessible name as a label, `aria-label` or the content give it. */
  name(element: Element): string;
  /** Contrast of two CSS colours after WCAG, 1 to 21. */
  contrast(one: string, other: string): number;
  /** The first opaque colour behind an element. */
  ground(element: Element): string;
  /** What live regions said since the page began, or since somebody emptied it. */
  heard: Heard[];
  /** Calls `change` for the document and each shadow root, now and after each change in it. */
  everyRoot(change: (root: Document | ShadowRoot) => void): void;
  /** Sets an attribute of the page itself before its scripts run. */
  mark(name: string, value: string): void;
  /** Adds a style sheet to the document and to each shadow root. */
  style(css: string): void;
}

declare global {
  var a11y: InPage;
}

/** Sets `a11y` up; runs in the page before its own scripts, so it uses nothing from outside. */
export function setUpPage(): void {
  type Root = Document | ShadowRoot;
  const REGIONS = '[role=status],[role=alert],[role=log],[aria-live]:not([aria-live=off])';
  const roots = new Set<Root>();
  const changes: ((root: Root) => void)[] = [];
  const heard: Heard[] = [];

  const say = (region: Element, born: boolean) => {
    const text = region.textContent!.replaceAll(/\s+/g, ' ').trim();
    if (!text || region.matches('[aria-live=off]') || !region.checkVisibility()) return;
    const root = region.getRootNode();
    const host = root instanceof ShadowRoot ? root.host.localName : '';
    const alert = region.matches('[role=alert],[aria-live=assertive]');
    heard.push({ text, host, born, alert });
  };
  const listen = (records: readonly MutationRecord[]) => {
    const changed = new Set<Element>();
    const born = new Set<Element>();
    for (const { target, addedNodes, type } of records) {
      if (type === 'attributes') continue;
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest(REGIONS);
      if (region) changed.add(region);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(REGIONS)) born.add(node);
        for (const inner of node.querySelectorAll(REGIONS)) born.add(inner);
      }
    }
    for (const region of born) say(region, true);
    for (const region of changed) if (!born.has(region)) say(region, false);
  };
  const watch = (root: Root) => {
    roots.add(root);
    const what = { subtree: true, childList: true, characterData: true, attributes: true };
    const observer = new MutationObserver((records) => {
      listen(records);
      for (const change of changes) change(root);
      // A change must not call for itself.
      observer.takeRecords();
    });
    observer.observe(root, what);
    for (const change of changes) change(root);
  };

  watch(document);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    watch(root);
    return root;
  };

  const shown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return (
      width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    );
  };
  const words = (element: Element): string => {
    const found: string[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (shown(node.parentElement!)) found.push(node.textContent!);
    }
    return found.join(' ').replaceAll(/\s+/g, ' ').trim();
  };

  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const pixel = (colour: string): readonly number[] => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (colour: string) => {
    const [r, g, b] = pixel(colour).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };

  globalThis.a11y = {
    heard,
    contrast(one, other) {
      const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (light! + 0.05) / (dark! + 0.05);
    },
    ground(element) {
      for (let at: Element | null = element; at;) {
        const { backgroundColor } = getComputedStyle(at);
        if (pixel(backgroundColor)[3] === 255) return backgroundColor;
        const root: Node = at.getRootNode();
        at = at.assignedSlot ?? at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
      }
      return 'Canvas';
    },
    shown,
    words,
    all<Found extends Element>(selector: string) {
      const found: Found[] = [];
      const look = (root: ParentNode) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.matches(selector)) found.push(element as Found);
          if (element.shadowRoot) look(element.shadowRoot);
        }
      };
      look(document);
      return found;
    },
    focused() {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active === document.body ? null : (active as HTMLElement | null);
    },
    name(element) {
      const labels = (element as HTMLInputElement).labels;
      const name =
        element.getAttribute('aria-label') ||
        (labels?.length ? [...labels].map((label) => label.textContent).join(' ') : element.textContent);
      return (name ?? '').replaceAll(/\s+/g, ' ').trim();
    },
    everyRoot(change) {
      changes.push(change);
      for (const root of roots) change(root);
    },
    mark(name, value) {
      globalThis.a11y.everyRoot(() => {
        const page = document.documentElement as HTMLElement | null;
        if (page && page.getAttribute(name) !== value) page.setAttribute(name, value);
      });
    },
    style(css) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      globalThis.a11y.everyRoot((root) => {
        if (!root.adoptedStyleSheets.includes(sheet)) {
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        }
      });
    },
  };
}
