import { createSearch, type PageSearch } from '../board/search.ts';
import { Client } from '../client/client.ts';
import { tell } from '../shared/console.ts';
import { AddressKeeper } from './history.ts';
import { isOnline, onNetworkBack, watchPolicy } from './network.ts';
import { collectPresets } from './presets.ts';
import { registry, tellMembers } from './registry.ts';
import { prefixOf, type ElementSettings } from './settings.ts';

/** Settings with which a search can be asked. */
export type CompleteSettings = ElementSettings & { readonly board: string; readonly endpoint: string };

/** One search of the page with what the page adds to it. It listens to the page only while somebody is joined. */
export class OpenSearch {
  readonly search: PageSearch;
  readonly #address: AddressKeeper | undefined;
  #joined = 0;
  #stop: (() => void) | undefined;

  constructor({ name, board, endpoint }: CompleteSettings) {
    const { criteria: presets, locked, facets, isInAddress } = collectPresets(name);
    if (isInAddress) {
      const prefix = prefixOf(name);
      const keys = new Set(Object.keys(locked) as (keyof typeof locked)[]);
      this.#address = new AddressKeeper({ prefix, presets, locked: keys }, (criteria) =>
        this.search.restore(criteria),
      );
    }
    this.search = createSearch({
      name,
      board,
      client: clientOf(endpoint),
      criteria: this.#address?.read() ?? presets,
      locked,
      facets,
      isOnline,
      onAddress: (criteria, intent) => this.#address?.write(criteria, intent),
    });
    this.#stop = this.#listen();
  }

  /** Whether it stands in the address of the page. */
  get isInAddress(): boolean {
    return Boolean(this.#address);
  }

  /** Counts an element in, and calls it back on each change; returns the way out. Only the first one asks. */
  join(onChange: () => void): () => void {
    this.#joined++;
    this.#stop ??= this.#listen();
    const unsubscribe = this.search.subscribe(onChange);
    this.search.start();
    return () => {
      unsubscribe();
      if (--this.#joined > 0) return;
      this.#stop?.();
      this.#stop = undefined;
    };
  }

  /** Remembers that the resident leaves for an offer. */
  follow(offer: string): void {
    this.#address?.follow(offer);
  }

  /** The offer of the list that the resident comes back from. Known once the list is there; told once. */
  takeFollowed(): string | undefined {
    const { status, offers } = this.search.state;
    const offer = status === 'answers' ? this.#address?.takeFollowed() : undefined;
    for (const { id } of offers) {
      if (id === offer) return id;
    }
    return undefined;
  }

  #listen(): () => void {
    const stop = onNetworkBack(() => this.search.networkBack());
    this.#address?.listen();
    return () => {
      stop();
      this.#address?.stop();
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
