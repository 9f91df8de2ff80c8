import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { keepView, viewKey } from '../../page/keep-view.ts';
import type { Scheme } from '../../theme/theme-controller.ts';
import type { TownJobsOpenEvent } from '../events.ts';
import { load } from '../lazy.ts';
import type { TownJobsOffer } from '../offer/offer.ts';
import { exported } from './parts.ts';

const MAP_PARTS = exported('map', 'view bubble tools notes table');
const OFFER_PARTS = exported('offer', 'offer close title apply share print facts text subtitle');

/** The board that it is the layout of. */
type Host = LitElement & { scheme: Scheme; headingLevel: number; withoutOffer: boolean };

/** What a board shows beside its list, once it is wanted: the map, and one offer in full. */
export class Layout implements ReactiveController {
  /** Whether a board that has no room for both shows the map in place of the list. */
  isMap = false;

  readonly #host: Host;
  readonly #prefix: () => string | undefined;

  /** @param prefix What its parameters begin with in the address of the page; undefined where it is left alone. */
  constructor(host: Host, prefix: () => string | undefined) {
    this.#host = host;
    this.#prefix = prefix;
    host.addController(this);
    host.requestUpdate();
  }

  hostConnected(): void {
    addEventListener('popstate', this.#follow);
    this.#follow();
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#follow);
  }

  map(): TemplateResult {
    return html`<town-jobs-map
      part="map"
      exportparts=${MAP_PARTS}
      scheme=${this.#host.scheme}
    ></town-jobs-map>`;
  }

  /** Nothing where the page has one of its own, or wants none. */
  offer(): TemplateResult | typeof nothing {
    const { scheme, headingLevel, withoutOffer } = this.#host;
    if (withoutOffer || document.querySelector('town-jobs-offer')) return nothing;
    return html`<town-jobs-offer
      part="offer"
      exportparts=${OFFER_PARTS}
      scheme=${scheme}
      heading-level=${headingLevel + 1}
    ></town-jobs-offer>`;
  }

  /** Opens an offer for which its code comes late; later ones it opens by itself. */
  async open({ offer, href }: TownJobsOpenEvent, list: HTMLElement): Promise<void> {
    try {
      await load('offer');
      await customElements.whenDefined('town-jobs-offer');
      await this.#host.updateComplete;
      this.#inside<TownJobsOffer>('town-jobs-offer')!.openFrom(list, offer);
    } catch {
      location.assign(href);
    }
  }

  /** Shows the map in place of the list, or the list again. */
  switch(): void {
    const prefix = this.#prefix();
    this.show(!this.isMap);
    if (prefix) keepView(prefix, this.isMap);
  }

  /** Shows map or list; what had the focus and is no longer seen gives it to the button. */
  show(isMap: boolean): void {
    this.isMap = isMap;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      let focus = this.#host.shadowRoot!.activeElement;
      while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
      if (focus?.getClientRects().length === 0) this.#inside('.switch')?.focus();
    });
  }

  /** Shows what this entry of the history names. */
  readonly #follow = (): void => {
    const prefix = this.#prefix();
    if (!prefix) return;
    const { state } = history as { state: Record<string, unknown> | null };
    this.show(state?.[viewKey(prefix)] !== undefined);
    if (new URLSearchParams(location.search).has(`${prefix}-offer`)) load('offer').catch(() => {});
  };

  #inside<Inside extends HTMLElement>(selector: string): Inside | null {
    return this.#host.shadowRoot!.querySelector<Inside>(selector);
  }
}
