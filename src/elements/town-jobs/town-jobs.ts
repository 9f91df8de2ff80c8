import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Board } from '../../board/state.ts';
import { define } from '../../shared/define.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { SearchElement } from '../search-element.ts';
import type { TownJobsOpenEvent } from '../events.ts';
import { heading } from '../heading.ts';
import { load } from '../lazy.ts';
import '../filters/filters.ts';
import '../results/results.ts';
import '../search/search.ts';
import { listIcon, pinIcon } from '../icons.ts';
import { freshText } from '../words.ts';
import type { Layout } from './layout.ts';
import { exported } from './parts.ts';
import { townJobsStyles } from './town-jobs.styles.ts';

/** How far off the screen the map is loaded already, so that it is there when it is scrolled to. */
const NEAR = '200px';

/**
 * The whole board: its name, the search, what narrows it, the offers as a list and on a map, one of them in full, and
 * where they come from. Its own width lays it out: filters stand beside the list where there is room, and the map too
 * where there is more; else a button shows the map in place of the list.
 *
 * @tag town-jobs
 * @slot - A link to the board's own page. It remains where the script never comes, until the first answer, and beside
 * the message where none comes.
 * @csspart name - The board's name.
 * @csspart search - The search; its own parts are reached as `search-submit` and so on.
 * @csspart filters - What narrows the search; its parts are reached as `filters-choice` and so on.
 * @csspart results - The list.
 * @csspart switch - The button that shows the map, or the list again.
 * @csspart map - The map; its parts are reached as `map-bubble` and so on.
 * @csspart offer - The offer that is open; its parts are reached as `offer-title` and so on.
 * @csspart partners - The line that names the partners.
 * @fires {TownJobsSearchEvent} town-jobs-search - Somebody searches or narrows the search; cancel it to keep the board from asking.
 * @fires {TownJobsAnswerEvent} town-jobs-answer - An answer is shown.
 * @fires {TownJobsOpenEvent} town-jobs-open - Somebody opens an offer of the list; cancel it to keep the visitor.
 * @fires {TownJobsApplyEvent} town-jobs-apply - Somebody follows the offer in full to a partner; cancel it to keep the visitor.
 */
export class TownJobs extends SearchElement {
  static override styles = [baseStyles, townJobsStyles];

  /** Level of the board's heading, 2 to 5; the offers are one deeper. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Names of the filters in their order: `contract since pay`; all usual ones without it. */
  @property() facets?: string;

  /** Leaves the map out. A page that has a map of its own needs not say so. */
  @property({ type: Boolean, attribute: 'without-map' }) withoutMap = false;

  /** Leads from a card to the partner at once, rather than to the offer in full. */
  @property({ type: Boolean, attribute: 'without-offer' }) withoutOffer = false;

  #layout?: Layout;
  readonly #near = new IntersectionObserver(
    ([entry]) => {
      if (!entry!.isIntersecting) return;
      void this.#arrange();
      load('map').catch(() => this.#layout?.show(false));
    },
    { rootMargin: NEAR },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('town-jobs-open', this.#onOpen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('town-jobs-open', this.#onOpen);
  }

  protected override render(): TemplateResult {
    const { search, state } = this.page;
    if (!search || !state) return this.base(html`<slot></slot>`);
    const { board } = state;
    const failed = !board && (state.status === 'failed' || state.status === 'offline');
    return this.base(html`
      ${
        board
          ? heading(this.headingLevel, 'name', board.name)
          : failed
            ? nothing
            : html`<div class="name"><slot></slot></div>`
      }
      <town-jobs-search part="search" exportparts=${SEARCH_PARTS} .scheme=${this.scheme}></town-jobs-search>
      ${this.#layout?.offer()}
      <town-jobs-results
        part="results"
        class=${this.#layout?.isMap ? 'mapped' : nothing}
        exportparts=${RESULTS_PARTS}
        .scheme=${this.scheme}
        .headingLevel=${this.headingLevel + 1}
        ><town-jobs-filters
          slot="filters"
          part="filters"
          exportparts=${FILTERS_PARTS}
          .scheme=${this.scheme}
          .facets=${this.facets}
        ></town-jobs-filters
        >${this.withoutMap || document.querySelector('town-jobs-map') ? nothing : this.#renderMap()}${failed ? html`<slot></slot>` : nothing}</town-jobs-results
      >
      ${board ? this.#renderFoot(board) : nothing}
    `);
  }

  protected override updated(): void {
    const { prefix, state } = this.page;
    const map = this.#inside('.map');
    // Nothing that residents can do without is asked for before the first offers are there.
    if (map && state?.answer) this.#near.observe(map);
    const isNamed =
      location.search.includes(`${prefix}-offer=`) || history.state?.[`${prefix}-view`] !== undefined;
    if (isNamed && !this.#layout) void this.#arrange();
  }

  #renderMap(): TemplateResult {
    const isMap = this.#layout?.isMap;
    return html`<button slot="switch" part="switch" class="switch screen" @click=${this.#switch}>
        ${isMap ? listIcon : pinIcon} ${isMap ? msg('Liste') : msg('Carte')}</button
      ><div slot="map" class="map">${this.#layout?.map()}</div>`;
  }

  #renderFoot({ partners, freshness }: Board): TemplateResult {
    const fresh = freshness.refreshedAt && freshText(freshness.refreshedAt, this.format);
    const names = this.format.list(partners.map(({ name }) => name));
    return html`<div class="foot">
      ${names ? html`<p part="partners">${msg(str`Partenaires : ${names}`)}</p>` : nothing}
      ${fresh ? html`<p>${msg(str`Offres ${fresh}`)}</p>` : nothing}
      ${partners.map(({ attribution }) => (attribution ? html`<p><bdi>${attribution}</bdi></p>` : nothing))}
    </div>`;
  }

  #inside(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  /** What a board needs beside its list comes when it is wanted; undefined where it does not come. */
  async #arrange(): Promise<Layout | undefined> {
    const layout = await import('./layout.ts').catch(() => undefined);
    if (layout) this.#layout ??= new layout.Layout(this, () => this.page.prefix);
    return this.#layout;
  }

  async #switch(): Promise<void> {
    (await this.#arrange())?.switch();
  }

  /** The page's own listeners come first. Once the offer's code is there, it opens by itself. */
  readonly #onOpen = async (event: TownJobsOpenEvent): Promise<void> => {
    const list = this.#inside('town-jobs-results');
    if (event.composedPath()[0] !== list || event.defaultPrevented || event.inNewTab || this.withoutOffer)
      return;
    if (document.querySelector('town-jobs-offer') || this.#inside('town-jobs-offer')?.shadowRoot) return;
    event.preventDefault();
    const layout = await this.#arrange();
    if (layout) void layout.open(event, list!);
    else location.assign(event.href);
  };
}

const SEARCH_PARTS = exported('search', 'form label input select listbox option near submit note');
const FILTERS_PARTS = exported('filters', 'toggle panel group summary on choice number fixed more clear');
const RESULTS_PARTS = exported(
  'results',
  'head count sort chip failure loosen list card title link employer place pay contract age partner more demonstration',
);

define('town-jobs', TownJobs);

declare global {
  interface HTMLElementTagNameMap {
    'town-jobs': TownJobs;
  }
}
