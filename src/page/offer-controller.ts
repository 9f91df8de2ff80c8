import type { ReactiveControllerHost } from 'lit';
import { BoardOffer, type OfferState } from '../board/offer.ts';
import type { Board, OfferCard, Search } from '../board/state.ts';
import { Membership } from './membership.ts';
import { isOnline, onNetworkBack } from './network.ts';
import { OfferAddress } from './offer-address.ts';
import { clientOf, isComplete, openedSearch } from './open-search.ts';
import { collectPresets } from './presets.ts';
import { nameOf, own, prefixOf, settingsOf, type ElementSettings } from './settings.ts';

type Host = ReactiveControllerHost & HTMLElement;

/** An event that tells of an offer which somebody follows. */
interface OpenEvent extends Event {
  readonly offer: OfferCard;
  readonly inNewTab: boolean;
}

/** Where the resident was in the list. */
interface Return {
  readonly list: HTMLElement;
  readonly x: number;
  readonly y: number;
}

/**
 * Gives an element the offer that is open: the one that its `offer` attribute names, else the one that was opened
 * from the list of the page's search of its name, or that the address of the page names.
 */
export class OfferController extends Membership {
  #of = '';
  #offer: BoardOffer | undefined;
  #search: Search | undefined;
  #address: OfferAddress | undefined;
  #return: Return | undefined;
  #leave: (() => void) | undefined;

  constructor(host: Host) {
    super(host, ['search', 'board', 'endpoint', 'offer', 'url']);
  }

  get state(): OfferState {
    return this.#offer?.state ?? { status: 'before' };
  }

  /** Known where a search of the page knows it, else from an answer of its own. */
  get board(): Board | undefined {
    return this.#search?.state.board ?? this.state.board;
  }

  /** Whether the element shows one offer and no other, without a list. */
  get isAlone(): boolean {
    return Boolean(own(this.host, 'offer'));
  }

  /** Whether somebody opened the offer here, rather than came to the page for it. */
  get wasOpenedHere(): boolean {
    return Boolean(this.#return);
  }

  /** Kilometres from the place that the search asks for; known of offers in its list. */
  get distance(): number | undefined {
    const { id, card } = this.state;
    const listed = card ?? this.#search?.state.offers.find((offer) => offer.id === id);
    return listed?.distance;
  }

  /** The address that leads to the partner and counts the click; to the leading one without a name. */
  link(partner?: string): string {
    return this.linkTo(this.#id) + (partner ? `?partner=${encodeURIComponent(partner)}` : '');
  }

  /** The same of any offer of the board. */
  linkTo(id: string): string {
    const { board, endpoint } = this.settings;
    return clientOf(endpoint!).link(board!, id);
  }

  /** What to pass on: the page's address where it names the offer, else that of the offer's own page. */
  get sharedLink(): string {
    if (this.#address?.read()) return location.href;
    const { board, endpoint } = this.settings;
    return `${endpoint}/${encodeURIComponent(board!)}/offres/${encodeURIComponent(this.#id)}`;
  }

  /** Shows another offer. */
  show(id: string, card?: OfferCard): void {
    this.#address?.write(id);
    this.#open(id, card);
  }

  /** Shows an offer of a list, to which closing leads back. */
  openFrom(list: HTMLElement, card: OfferCard): void {
    this.#return ??= { list, x: scrollX, y: scrollY };
    this.show(card.id, card);
  }

  close(): void {
    this.#offer?.close();
    this.#address?.clear();
  }

  retry(): void {
    this.#offer?.retry();
  }

  /** Brings the focus back to the card of an offer, and the page to where it was. */
  giveBack(id: string): void {
    const { list = listOf(this.settings), x, y } = this.#return ?? {};
    this.#return = undefined;
    const root = list?.shadowRoot;
    const card = root?.querySelector<HTMLElement>(`[data-offer="${CSS.escape(id)}"]`);
    (card ?? root?.querySelector<HTMLElement>('.count'))?.focus({ preventScroll: y !== undefined });
    if (y !== undefined) scrollTo(x!, y);
  }

  protected join(settings: ElementSettings): void {
    this.leave();
    if (!isComplete(settings)) return;
    const { board, endpoint, name } = settings;
    const of = `${endpoint} ${board}`;
    if (this.#of !== of) {
      this.#of = of;
      this.#offer = new BoardOffer(clientOf(endpoint), board, isOnline, () => this.host.requestUpdate());
    }
    this.#search = openedSearch(settings)?.search;
    const stops = [
      onNetworkBack(() => this.#offer?.networkBack()),
      this.#search?.subscribe(() => this.host.requestUpdate()),
    ];
    const isInAddress = !this.isAlone && own(this.host, 'url') !== 'off' && collectPresets(name).isInAddress;
    this.#address = isInAddress ? new OfferAddress(prefixOf(name)) : undefined;
    if (!this.isAlone) {
      addEventListener('town-jobs-open', this.#onOpen as EventListener);
      addEventListener('popstate', this.#follow);
    }
    this.#leave = () => {
      for (const stop of stops) stop?.();
      removeEventListener('town-jobs-open', this.#onOpen as EventListener);
      removeEventListener('popstate', this.#follow);
    };
    this.#follow();
    this.host.requestUpdate();
  }

  /** The offer stays known, so that an element which is out of the document for a moment keeps what it shows. */
  protected leave(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  /** The offer's id; that of the one that it was merged into, once it is known. */
  get #id(): string {
    return this.state.offer?.id ?? this.state.id!;
  }

  #open(id: string, card?: OfferCard): void {
    this.#offer?.open(id, card);
    if (!this.#search && !this.board) void this.#offer?.describe();
  }

  /** Shows what the attribute or the address names, if it is another offer than that which is shown. */
  readonly #follow = (): void => {
    if (!this.isAlone && !this.#address) return;
    const wanted = own(this.host, 'offer') ?? this.#address?.read();
    if (wanted === this.state.id) return;
    if (wanted) this.#open(wanted);
    else this.#offer?.close();
  };

  /** The page's own listeners come first, and may keep the visitor from us, too. */
  readonly #onOpen = (event: OpenEvent): void => {
    const list = event.composedPath()[0] as HTMLElement;
    const { name, board } = settingsOf(list);
    const isOurs = name === this.settings.name && board === this.settings.board;
    if (!isOurs || event.defaultPrevented || event.inNewTab) return;
    event.preventDefault();
    this.openFrom(list, event.offer);
  };
}

/** The list of a search, which may stand within a board. */
function listOf({ name }: ElementSettings): HTMLElement | undefined {
  for (const element of document.querySelectorAll<HTMLElement>('town-jobs, town-jobs-results')) {
    if (nameOf(element) !== name) continue;
    const list = element.shadowRoot?.querySelector<HTMLElement>('town-jobs-results') ?? element;
    if (list.localName === 'town-jobs-results') return list;
  }
  return undefined;
}
