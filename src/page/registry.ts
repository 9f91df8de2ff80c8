import type { Client } from '../client/client.ts';
import { tell } from '../shared/console.ts';
import type { OpenSearch } from './open-search.ts';
import { VERSION } from './version.ts';

/** What the script tag says for the whole page. */
export interface ScriptSettings {
  /** Address of the endpoint without a final slash. */
  endpoint?: string;
  /** Id of the board of elements that name none. */
  board?: string;
  /** Language of all texts, in place of `<html lang>`. */
  lang?: string;
}

/** Something on the page that belongs to a search and looks again when searches or settings change. */
export interface Member {
  rejoin(): void;
}

/** What all elements of a page share, whichever copy of the script or bundle they came with. */
export interface Registry {
  /** Version of the first copy of the script, whose elements the page has. */
  readonly version: string;
  readonly script: ScriptSettings;
  /** One client an endpoint, so that equal requests of all searches and counters are one. */
  readonly clients: Map<string, Client>;
  readonly searches: Map<string, OpenSearch>;
  readonly members: Set<Member>;
  /** True once a second copy has said that it does nothing. */
  told: boolean;
}

const KEY = Symbol.for('town-jobs.registry.v1');

type Page = typeof globalThis & { [KEY]?: Registry };

/** The page's registry; the first call makes it. */
export function registry(): Registry {
  return ((globalThis as Page)[KEY] ??= {
    version: VERSION,
    script: {},
    clients: new Map(),
    searches: new Map(),
    members: new Set(),
    told: false,
  });
}

/**
 * Claims the page for this copy of the script. False where another copy was first, of whatever version: this one then
 * defines nothing, and says so once.
 */
export function claimPage(): boolean {
  const first = (globalThis as Page)[KEY];
  if (!first) {
    registry();
    return true;
  }
  if (!first.told) {
    first.told = true;
    tell('secondCopy', first.version, VERSION);
  }
  return false;
}

/** Lets every element look again for its search: one was opened, or settings changed. */
export function tellMembers(): void {
  for (const member of [...registry().members]) member.rejoin();
}
