import type { Criterion } from '../board/criteria.ts';
import { createSearch, type PageSearch } from '../board/search.ts';
import { Client } from '../client/client.ts';
import { tell } from '../shared/console.ts';
import { addressed, type AddressRules } from './address.ts';
import type { AddressKeeper } from './history.ts';
import { isOnline, onNetworkBack, watchPolicy } from './network.ts';
import { changeHistory, noteHere, withNote } from './note.ts';
import { collectPresets } from './presets.ts';
import { registry, tellMembers } from './registry.ts';
import { prefixOf, type ElementSettings } from './settings.ts';

/** Settings with which a search can be asked. */
export type CompleteSettings = ElementSettings & { readonly board: string; readonly endpoint: string };

/** One search of the page with what the page adds to it. It listens to the page only while somebody is joined. */
export class OpenSearch {
  readonly search: PageSearch;
  /** Whether it stands in the address of the page. */
  readonly isInAddress: boolean;
  readonly #rules: AddressRules;
  readonly #joined = new Set<() => void>();
  /** The query that it began with. */
  readonly #query = location.search;
  #address: AddressKeeper | undefined;
  #coming: Promise<AddressKeeper> | undefined;
  #stop: (() => void) | undefined;

  constructor({ name, board, endpoint }: CompleteSettings) {
    const { criteria: presets, locked, facets, isInAddress } = collectPresets(name);
    this.isInAddress = isInAddress;
    this.#rules = { prefix: prefixOf(name), presets, locked: new Set(Object.keys(locked) as Criterion[]) };
    this.search = createSearch({
      name,
      board,
      client: clientOf(endpoint),
      criteria: isInAddress ? addressed(this.#rules) : presets,
      locked,
      facets,
      isOnline,
      onAddress: (criteria, isMore) => this.#inAddress((address) => address.write(criteria, isMore)),
    });
    this.#stop = this.#listen();
    if (noteHere()) void this.#comeBack();
  }

  /** Counts an element in, and calls it back on each change; returns the way out. Only the first one asks. */
  join(onChange: () => void): () => void {
    this.#joined.add(onChange);
    this.#stop ??= this.#listen();
    const unsubscribe = this.search.subscribe(onChange);
    this.search.start();
    return () => {
      unsubscribe();
      this.#joined.delete(onChange);
      if (this.#joined.size) return;
      this.#stop?.();
      this.#stop = undefined;
    };
  }

  /** Remembers in this entry that the resident leaves for an offer: at once, since the page may be gone the next moment. */
  follow(offer: string): void {
    const { prefix: search } = this.#rules;
    if (this.isInAddress) changeHistory(() => history.replaceState(withNote({ search, offer }), ''));
  }

  /** The offer of the list that the resident comes back from. Known once the list is there; told once. */
  takeFollowed(): string | undefined {
    const { status, offers } = this.search.state;
    return status === 'answers' ? this.#address?.takeFollowed(offers) : undefined;
  }

  /** What keeps the address is loaded for the first act in it; the acts of that time are done in their order. */
  async #inAddress(act: (address: AddressKeeper) => void): Promise<void> {
    if (!this.isInAddress) return;
    try {
      act(this.#address ?? (await (this.#coming ??= this.#load())));
    } catch {
      // The search goes on without; the next act asks for it again.
      this.#coming = undefined;
    }
  }

  async #load(): Promise<AddressKeeper> {
    const { AddressKeeper } = await import('./history.ts');
    this.#address = new AddressKeeper(this.#rules, this.#query, (criteria) => this.search.restore(criteria));
    return this.#address;
  }

  /** Lets the elements ask once more for the offer that was followed from this entry. */
  async #comeBack(): Promise<void> {
    await this.#inAddress(() => {});
    for (const onChange of [...this.#joined]) onChange();
  }

  #listen(): () => void {
    const stop = onNetworkBack(() => this.search.networkBack());
    const look = () => {
      if (this.#address || location.search !== this.#query) void this.#inAddress((address) => address.look());
    };
    addEventListener('popstate', look);
    look();
    return () => {
      stop();
      removeEventListener('popstate', look);
    };
  }
}

/** The client of an endpoint, one for the whole page. */
export function clientOf(endpoint: string): Client {
  const { clients } = registry();
  let client = clients.get(endpoint);
  if (!client) {
    watchPolicy(clients);
    client = new Client(endpoint);
    clients.set(endpoint, client);
  }
  return client;
}

/** The search of a board and a name, if it was opened. */
export function openedSearch({ name, board }: ElementSettings): OpenSearch | undefined {
  return registry().searches.get(`${board} ${name}`);
}

/** The search of a board and a name: one a page. Criteria are collected now; elements that come later change nothing. */
export function openSearch(settings: CompleteSettings): OpenSearch {
  const opened = openedSearch(settings);
  if (opened) return opened;

  const search = new OpenSearch(settings);
  registry().searches.set(`${settings.board} ${settings.name}`, search);
  tellMembers();
  return search;
}

/** Says whether a search can be asked, and if not tells the webmaster what to add. */
export function isComplete(settings: ElementSettings): settings is CompleteSettings {
  if (!settings.board) tell('noBoard');
  if (!settings.endpoint) tell('noEndpoint');
  return Boolean(settings.board && settings.endpoint);
}
