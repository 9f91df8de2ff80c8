import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { filtersOn } from '../../board/criteria.ts';
import type { Board, Criteria, OfferCard, SearchState, Sort } from '../../board/state.ts';
import { textsOf } from '../../locales/locales.ts';
import { nearest } from '../../page/nearest.ts';
import { define } from '../../shared/define.ts';
import { setState } from '../../shared/states.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import type { choiceLabel } from '../filters/choices.ts';
import { SearchElement } from '../search-element.ts';
import { TownJobsAnswerEvent, TownJobsOpenEvent } from '../events.ts';
import { pause } from '../pause.ts';
import { offerCard } from './card.ts';
import { resultsStyles } from './results.styles.ts';
import { countSentence, troubleSentence } from './sentences.ts';

const STATES = ['before', 'loading', 'answers', 'none', 'failed', 'offline'] as const;
/** Whether a page brings HTML of its own for the cards of a list or of its board. */
const ownsCards = (owner: Element) =>
  owner.querySelector(':scope>template') || owner.hasAttribute('template') || undefined;

/** A search that takes longer is said. */
const SLOW_MS = 1000;
/** A screen reader that takes in a new list drops what is said with it (Orca from 100 changes on). */
const SAY_AFTER_MS = 500;
/** So many cards are drawn first, as many as a phone shows: a slow one needs long for a whole list. */
const FIRST_CARDS = 3;
/** So long it can be found that something was said; then it stands in the count alone. */
const SAID_FOR_MS = 5000;

/**
 * The list of offers: how many there are, their order, a card for each, and what to do where there is none.
 *
 * @tag town-jobs-results
 * @slot - A link to the board's own page, shown until the first answer and beside a failure.
 * @slot switch - Beside the count: what shows a map in place of the list.
 * @slot map - A map: after the list, and beside it where there is room for both.
 * @slot filters - What narrows the search: between the count and the list, and beside a wide list.
 * @attr {string} template - Selector of a `<template>` of the page for the body of cards; one inside the element needs no name.
 * @csspart head - The line over the list.
 * @csspart count - The sentence that counts.
 * @csspart sort - The choice of the order.
 * @csspart chip - A criterion that can be taken away.
 * @csspart clear - The button that takes all of them away.
 * @csspart failure - What went wrong, and what to do.
 * @csspart loosen - A button that widens a search without result.
 * @csspart list - The list.
 * @csspart card - One offer.
 * @csspart title - The heading of an offer.
 * @csspart link - The link to the partner.
 * @csspart employer - Who employs.
 * @csspart place - Where.
 * @csspart pay - What is paid.
 * @csspart contract - One word about contract or hours.
 * @csspart age - When it was published.
 * @csspart partner - Where the link leads.
 * @csspart more - The button that shows more offers.
 * @csspart demonstration - The line that says that the offers are samples.
 * @cssstate before - Nothing was asked yet.
 * @cssstate loading - An answer is awaited.
 * @cssstate answers - Offers are shown.
 * @cssstate none - Nothing matches.
 * @cssstate failed - No answer came.
 * @cssstate offline - The visitor has no network.
 * @fires {TownJobsSearchEvent} town-jobs-search - Somebody widens or sorts the search; cancel it to keep the board from asking.
 * @fires {TownJobsAnswerEvent} town-jobs-answer - An answer is shown.
 * @fires {TownJobsOpenEvent} town-jobs-open - Somebody follows an offer; cancel it to keep the visitor.
 */
export class TownJobsResults extends SearchElement {
  static override styles = [baseStyles, resultsStyles];

  /** Level of the offers' headings, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  @state() private slow = false;
  @state() private widening?: Partial<typeof import('./widening.ts').widening>;

  @state() private fillCards?: typeof import('./template-cards.ts').fillCards;

  /** What the live region says; empty in between, so that an equal sentence is said again. */
  @state() private said = '';

  #timer?: ReturnType<typeof setTimeout>;
  #voice?: ReturnType<typeof setTimeout>;
  #known?: readonly unknown[];
  #sentence = '';
  #refocus = false;
  #choiceLabel?: typeof choiceLabel;
  /** How many cards may stand there. */
  #cards = FIRST_CARDS;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    clearTimeout(this.#voice);
    this.slow = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { state } = this.page;
    if (!state) return;
    setState(this.internals, state.status, STATES);
    this.#watchClock(state);
    this.#settleSentence(state);
  }

  protected override render(): TemplateResult {
    const { search, state } = this.page;
    if (!search || !state) return this.base(html`<slot></slot>`);
    const failed = state.status === 'failed' || state.status === 'offline';
    const waiting = (this.#awaitsTemplate() || !state.answer) && !failed;
    // All of it is put in the place of the skeleton, so that nothing that stands there moves.
    const list = html`
      ${
        state.board?.demonstration
          ? html`<p part="demonstration" class="demonstration">
              ${msg('Démonstration : ces offres sont des exemples.')}
            </p>`
          : nothing
      }
      ${failed ? this.#renderFailure(state) : nothing}
      ${state.status === 'none' ? this.#renderLoosening(state) : nothing}
      ${waiting ? skeleton : this.#renderList(state)}
    `;
    return this.base(html`
      <div part="head" class="head">
        <p part="count" class=${failed ? 'count wrong' : 'count'} tabindex="-1">
          ${this.#sentence}${waiting && !this.slow ? html`<slot></slot>` : nothing}
        </p>
        ${state.offers.length && !failed ? this.#renderSort(state) : nothing}
        <slot name="switch"></slot>
      </div>
      <p class="hidden" role="status">${this.said}</p>
      ${this.#renderChips(state)}
      ${
        this.querySelector('[slot=filters]')
          ? html`<div class="beside">
              <slot name="filters"></slot>
              <div>${list}</div>
              <slot name="map"></slot>
            </div>`
          : list
      }
    `);
  }

  protected override updated(): void {
    const { state } = this.page;
    this.choose('sort', state?.sort);
    if (state) this.fillCards?.(this, state, this.format);
    if (!state || state.status === 'loading') return;
    if (this.#refocus) {
      this.#refocus = false;
      if (!this.shadowRoot!.activeElement) this.#find('.count')?.focus({ preventScroll: true });
    }
    if (!this.#find('.list')) return;
    if (this.#cards === FIRST_CARDS) {
      // The frame with the first ones is drawn before.
      requestAnimationFrame(() =>
        setTimeout(() => {
          this.#cards = Infinity;
          this.requestUpdate();
        }),
      );
      return;
    }
    const followed = this.page.takeFollowed();
    if (!followed) return;
    this.#goTo(followed, 'center');
  }

  /** Whether offers wait for what fills their cards, so that nothing moves. */
  #awaitsTemplate(): boolean {
    if (this.fillCards || !nearest(this, 'town-jobs,town-jobs-results', ownsCards)) return false;
    import('./template-cards.ts').then(
      ({ fillCards }) => (this.fillCards = fillCards),
      () => (this.fillCards = () => {}),
    );
    return true;
  }

  /** Says late answers, and shows the button again once a busy endpoint has given its time. */
  #watchClock(state: SearchState): void {
    const loading = state.status === 'loading' || state.status === 'before';
    const wait = loading ? SLOW_MS : (state.failure?.retryAt ?? 0) - Date.now();
    if (!loading) this.slow = false;
    if (this.#known?.[0] === state.status && this.#known[2] === state.failure) return;
    clearTimeout(this.#timer);
    if (wait > 0) {
      this.#timer = setTimeout(() => {
        this.slow = loading;
        this.requestUpdate();
      }, wait);
    }
  }

  /** Keeps the sentence while an answer is awaited; a new one is said. */
  #settleSentence(state: SearchState): void {
    const { status, answer, failure } = state;
    const last = this.#known;
    const known = [status, answer, failure, this.slow];
    const answered = answer !== last?.[1];
    const from = answered ? state.addedFrom : undefined;
    this.#known = known;
    if (answered) {
      const added = state.offers[from ?? -1];
      if (added) void this.updateComplete.then(() => this.#goTo(added.id, 'nearest'));
      if (answer) this.dispatchEvent(new TownJobsAnswerEvent(state.total ?? 0, state.criteria));
    }
    let sentence = this.#sentence;
    // The formats, which take long to make, are made here while the first answer is awaited.
    const trouble = troubleSentence(state, this.format);
    if (trouble) sentence = trouble;
    else if (this.slow) sentence = msg('Recherche en cours…');
    else if (answer && status !== 'loading') sentence = countSentence(state, this.format);
    const news = status !== 'loading' && (answered || status !== last?.[0] || failure !== last[2]);
    if (from !== undefined) {
      this.#say(this.format.plural(msg('# offre ajoutée|# offres ajoutées'), state.offers.length - from));
    } else if (sentence !== this.#sentence || news) this.#say(sentence);
    this.#sentence = sentence;
  }

  #say(sentence: string): void {
    const later = (text: string, wait: number) => {
      this.#voice = setTimeout(() => {
        this.said = text;
        if (text) later('', SAID_FOR_MS);
      }, wait);
    };
    clearTimeout(this.#voice);
    this.said = '';
    later(sentence, SAY_AFTER_MS);
  }

  /** Brings the focus to the card of an offer. */
  #goTo(id: string, block: ScrollLogicalPosition): void {
    const link = this.#find(`[data-offer="${CSS.escape(id)}"]`);
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block });
  }

  #find(selector: string): HTMLElement | null {
    return this.shadowRoot!.querySelector<HTMLElement>(selector);
  }

  #ask(change: Partial<Criteria>): void {
    this.#refocus = true;
    this.ask(change);
  }

  #renderSort(state: SearchState): TemplateResult | typeof nothing {
    const orders: [Sort, string][] = [['newest', msg('Plus récentes')]];
    if (state.criteria.q) orders.unshift(['relevance', msg('Pertinence')]);
    if (state.place?.found) orders.push(['nearest', msg('Plus proches')]);
    if (orders.length < 2) return nothing;
    return html`<p class="sort screen">
      <label for="sort">${msg('Trier par')}</label>
      <select
        id="sort"
        part="sort"
        ?disabled=${this.page.search?.locked.has('sort')}
        @change=${(event: Event) => this.ask({ sort: (event.target as HTMLSelectElement).value as Sort })}
      >
        ${orders.map(
          ([sort, label]) => html`<option value=${sort} ?selected=${sort === state.sort}>${label}</option>`,
        )}
      </select>
    </p>`;
  }

  /** The line is there before its buttons are, so that the list below does not move. */
  #renderChips(state: SearchState): TemplateResult | typeof nothing {
    if (!filtersOn(state.criteria, this.page.search!.locked).length) return nothing;
    return html`<p class="chips">${this.#widening(state, 'chips') ?? nothing}</p>`;
  }

  /** What widens the search is loaded where it is narrow; without it, the resident is told in words. */
  #widening(state: SearchState, way: 'chips' | 'loosening'): unknown {
    const { format } = this;
    if (!this.widening) void this.#loadWidening();
    return this.widening?.[way]?.({
      state,
      locked: this.page.search!.locked,
      format,
      root: this.shadowRoot!,
      label: (facet, value) => this.#choiceLabel!(facet, value, state, format),
      ask: (change) => this.#ask(change),
    });
  }

  async #loadWidening(): Promise<void> {
    const texts = [textsOf('choices'), textsOf('widening')];
    try {
      const [choices, { widening }] = await Promise.all([
        import('../filters/choices.ts'),
        import('./widening.ts'),
        ...texts,
      ]);
      this.#choiceLabel = choices.choiceLabel;
      this.widening = widening;
    } catch {
      this.widening = {};
    }
  }

  #renderFailure({ failure, board, status }: SearchState): TemplateResult {
    const wait = (failure?.retryAt ?? 0) > Date.now();
    return html`<p part="failure" class="failure">
      ${
        wait || status === 'offline'
          ? nothing
          : html`<button class="primary" @click=${this.#retry}>${msg('Réessayer')}</button>`
      }
      ${board ? html`<a href=${board.page}>${msg('Voir les offres sur la page du service')}</a>` : html`<slot></slot>`}
    </p>`;
  }

  #retry(): void {
    this.#refocus = true;
    this.page.search?.retry();
  }

  #renderLoosening(state: SearchState): TemplateResult {
    const ways = this.#widening(state, 'loosening');
    return html`<div class="advice">
      ${!this.widening || (ways && ways !== nothing) ? ways : msg('Essayez un autre mot ou un autre lieu.')}
    </div>`;
  }

  #renderList(state: SearchState): TemplateResult | typeof nothing {
    const { offers, board, status } = state;
    if (!offers.length) return nothing;
    const names = new Set<string>();
    const failed = !!state.failure;
    const last = !failed && (state.criteria.page ?? 1) >= state.pages;
    const shown = offers.slice(0, this.#cards);
    return html`<ul
        part="list"
        class=${offers[this.#cards] ? 'list skeleton' : 'list'}
        aria-busy=${status === 'loading'}
      >
        ${shown.map((offer) => this.#renderCard(offer, board, names))}
      </ul>
      ${
        last
          ? nothing
          : html`<p class="foot">
              <button
                part="more"
                aria-disabled=${status === 'loading'}
                @click=${failed ? this.#retry : this.#more}
              >
                ${msg('Voir plus d’offres')}
              </button>
              <span class="muted"
                >${
                  troubleSentence(state, this.format) ??
                  `${this.format.number(offers.length)} / ${this.format.number(state.total ?? 0)}`
                }</span
              >
            </p>`
      }`;
  }

  #renderCard(offer: OfferCard, board: Board | undefined, names: Set<string>): TemplateResult {
    const href = this.page.search!.link(offer);
    const opened = (event: MouseEvent) => this.#open(event, offer, href);
    return offerCard(offer, { format: this.format, level: this.headingLevel, board, href, names, opened });
  }

  #more(): void {
    this.page.search?.more();
  }

  #open(event: MouseEvent, offer: OfferCard, href: string): void {
    const inNewTab = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!this.dispatchEvent(new TownJobsOpenEvent(offer, href, inNewTab))) event.preventDefault();
    else if (!inNewTab) this.page.follow(offer.id);
  }
}

/**
 * Holds the place of the first answer, so that the page below does not jump. Its bars are in the fonts of what comes:
 * a browser has them then when the answer is there, and draws the first offers sooner.
 */
const skeleton = html`<div class="skeleton" aria-hidden="true">
  ${Array(6).fill(html`<div class="card"><i class="count">&nbsp;</i><i class="title">&nbsp;</i><i class="meta">&nbsp;${pause}</i></div>`)}
</div>`;

define('town-jobs-results', TownJobsResults);

declare global {
  interface HTMLElementTagNameMap {
    'town-jobs-results': TownJobsResults;
  }
}
