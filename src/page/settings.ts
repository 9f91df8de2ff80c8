import { languageAround } from './language.ts';
import { nearest } from './nearest.ts';
import { registry, type ScriptSettings } from './registry.ts';

export const COUNTER = 'town-jobs-counter';
export const FILTERS = 'town-jobs-filters';
/** Every element that belongs to a search, by its tag. */
export const ELEMENTS = `town-jobs,town-jobs-search,town-jobs-results,${FILTERS},town-jobs-map,${COUNTER}`;
const DEFAULT_NAME = 'default';

/** What an element learns about the page it stands on. */
export interface ElementSettings {
  /** Name of the search that the element belongs to. */
  readonly name: string;
  /** Id of the board; absent where nobody on the page names one. */
  readonly board?: string;
  /** Address of the endpoint without a final slash; absent where a bundled copy was given none. */
  readonly endpoint?: string;
  /** BCP 47 tag of the nearest `lang`, for dates, numbers and distances. */
  readonly lang: string;
}

type Setting = 'search' | 'board' | 'endpoint';

/** An element's own setting: its attribute, else a property of that name that a framework set. */
export function own(element: Element, name: string): string | undefined {
  const value: unknown = element.getAttribute(name) ?? (element as unknown as Record<string, unknown>)[name];
  return (typeof value === 'string' && value.trim()) || undefined;
}

/** The settings of an element. Own attribute, else the nearest `<town-jobs>`, else the script tag, else another element. */
export function settingsOf(element: Element): ElementSettings {
  const name = nameOf(element);
  const { script } = registry();
  const endpoint = inherited(element, 'endpoint') ?? script.endpoint ?? ofOthers(name, 'endpoint');
  return {
    name,
    board: inherited(element, 'board') ?? script.board ?? ofOthers(name, 'board'),
    endpoint: endpoint && address(endpoint),
    lang: languageAround(element),
  };
}

/** Name of the search that an element belongs to. */
export function nameOf(element: Element): string {
  return inherited(element, 'search') ?? DEFAULT_NAME;
}

/** What the parameters of a search begin with in the address of the page. */
export function prefixOf(name: string): string {
  return name === DEFAULT_NAME ? 'jobs' : name;
}

/** What the script tag says, and what it implies: its origin is the endpoint. */
export function settingsOfScript(scriptUrl: string): ScriptSettings {
  const { origin } = new URL(scriptUrl);
  for (const script of document.querySelectorAll<HTMLScriptElement>('script[src]')) {
    if (script.src === scriptUrl) {
      const { endpoint = origin, board, lang } = script.dataset;
      return { endpoint, board, lang };
    }
  }
  return { endpoint: origin };
}

function inherited(element: Element, setting: Setting): string | undefined {
  const above = () => nearest(element, 'town-jobs', (board) => own(board, setting));
  return own(element, setting) ?? above();
}

function ofOthers(name: string, setting: Setting): string | undefined {
  for (const element of document.querySelectorAll(ELEMENTS)) {
    const value = nameOf(element) === name && inherited(element, setting);
    if (value) return value;
  }
  return undefined;
}

/** An address without a final slash, relative ones resolved against the page; undefined where it is none. */
function address(text: string): string | undefined {
  try {
    return new URL(text, document.baseURI).href.replace(/\/+$/, '');
  } catch {
    return undefined;
  }
}
