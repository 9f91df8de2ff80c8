import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Board, OfferCard } from '../../board/state.ts';
import type { FullOffer } from '../../client/offer.ts';
import { OfferController } from '../../page/offer-controller.ts';
import { textsOf } from '../../locales/locales.ts';
import { define } from '../../shared/define.ts';
import { setState } from '../../shared/states.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { TownJobsElement } from '../element.ts';
import { heading } from '../heading.ts';
import { partnerName } from '../results/card.ts';
import { resultsStyles } from '../results/results.styles.ts';
import { failureSentence } from '../results/sentences.ts';
import { employerIcon, pinIcon } from '../icons.ts';
import { pause } from '../pause.ts';
import { ageText, contractFacts, payText, placeText } from '../words.ts';
import { TownJobsApplyEvent } from './apply-event.ts';
import { descriptionText } from './description.ts';
import { offerFacts } from './facts.ts';
import { goneSentence, similarOffers } from './gone.ts';
import { offerStyles } from './offer.styles.ts';
import { Sharing } from './sharing.ts';

const STATES = ['before', 'loading', 'answers', 'closed', 'failed', 'offline'] as const;

/**
 * One offer in full: what it states, its text, and the way to apply on the partner's site. It shows nothing until an
 * offer of the list is opened, or the address of the page names one.
 *
 * @tag town-jobs-offer
 * @slot - A link or a text for the time before the script has come.
 * @attr {string} search - Name of the search whose offers it opens; `default` without it.
 * @attr {'off'} url - `off` leaves the address of the page alone.
 * @csspart offer - The frame around the offer.
 * @csspart close - The button that leads back to the list.
 * @csspart title - The heading.
 * @csspart apply - The link to the partner.
 * @csspart share - The button that passes the offer on.
 * @csspart print - The button that prints the offer alone.
 * @csspart facts - What the offer states.
 * @csspart text - The partner's text.
 * @csspart subtitle - A heading within the text, or over similar offers.
 * @csspart card - One similar offer; its parts are those of the list's cards.
 * @cssstate before - No offer is open.
 * @cssstate loading - An answer is awaited.
 * @cssstate answers - An offer is shown.
 * @cssstate closed - The offer is no longer there.
 * @cssstate failed - No answer came.
 * @cssstate offline - The visitor has no network.
 * @fires {TownJobsApplyEvent} town-jobs-apply - Somebody follows the offer to a partner; cancel it to keep the visitor.
 */
export class TownJobsOffer extends TownJobsElement {
  static override styles = [baseStyles, resultsStyles, offerStyles];

  /** Id of the one offer that it shows, whatever else is on the page. */
  @property() offer?: string;

  /** Level of the offer's heading, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  readonly #page = new OfferController(this);
  readonly #sharing = new Sharing(this);
  #shown?: string;
  #wantsFocus = false;

  get boardTheme(): Readonly<Record<string, string>> | undefined {
    return this.#page.board?.theme;
  }

  protected get nearestLang(): string {
    return this.#page.settings.lang;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { id, status } = this.#page.state;
    setState(this.internals, status, STATES);
    if (id !== this.#shown) this.#sharing.reset();
  }

  protected override render(): unknown {
    const { id, status, card, offer, gone } = this.#page.state;
    if (!id) return this.#page.isAlone ? this.base(html`<slot></slot>`) : nothing;
    const known = offer ?? card;
    const title = gone ? msg('Cette offre n’est plus en ligne') : (known?.title ?? msg('Offre d’emploi'));
    return this.base(html`<section
      part="offer"
      class=${known || gone ? 'offer' : 'offer waiting'}
      aria-label=${title}
      aria-busy=${status === 'loading'}
      @keydown=${this.#onKey}
    >
      ${
        this.#page.isAlone
          ? nothing
          : html`<button part="close" class="close" @click=${this.close}>${msg('Retour à la liste')}</button>`
      }
      ${
        status === 'loading' && !known
          ? nothing
          : heading(
              this.headingLevel,
              'title',
              html`<span lang=${(!gone && known?.language) || nothing} dir="auto">${title}</span>`,
            )
      }
      <p role="status" class="said">${this.#status}</p>
      ${gone ? similarOffers(gone, this.#page, this.format, this.headingLevel + 1) : nothing} ${known && !gone ? this.#renderOffer(known, offer) : nothing}
      ${
        status === 'failed'
          ? html`<p class="screen">
              <button class="primary" @click=${this.#retry}>${msg('Réessayer')}</button>
            </p>`
          : nothing
      }
    </section>`);
  }

  protected override updated(): void {
    const { id } = this.#page.state;
    const before = this.#shown;
    if (id !== before) {
      this.#shown = id;
      // Somebody who has begun to use the page is not torn away by a link that came with its address.
      this.#wantsFocus = Boolean(id) && !this.#page.isAlone && (this.#page.wasOpenedHere || isFocusFree());
      if (before && !id && isFocusFree()) this.#page.giveBack(before);
    }
    if (this.#wantsFocus) this.#focusTitle();
    // Who types before the title comes goes on typing.
    if (this.#wantsFocus) addEventListener('input', this.#keepOut, { once: true });
  }

  /** Opens an offer of the board by its id, and closes the one before. */
  open(id: string): void {
    this.#page.show(id);
  }

  /** Opens an offer of a list: as a click on its card does. */
  openFrom(list: HTMLElement, card: OfferCard): void {
    this.#page.openFrom(list, card);
  }

  /** Closes the offer and leads back to the list. */
  close(): void {
    this.#page.close();
  }

  readonly #keepOut = () => (this.#wantsFocus = false);

  #focusTitle(): void {
    const title = this.shadowRoot!.querySelector<HTMLElement>('.title');
    if (!title) return;
    this.#wantsFocus = false;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    const { top } = title.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) this.scrollIntoView({ block: 'start' });
  }

  get #status(): string {
    const { status, failure, card, gone } = this.#page.state;
    if (status === 'offline') {
      return msg('Vous êtes hors ligne. La recherche reprendra au retour de la connexion.');
    }
    if (status === 'failed') return failureSentence(failure!, this.format);
    if (gone) return goneSentence(gone, this.format);
    return status === 'loading' && !card ? msg('Chargement de l’offre…') : this.#sharing.said;
  }

  #renderOffer(known: OfferCard, offer: FullOffer | undefined): TemplateResult {
    const { format } = this;
    const { board, distance } = this.#page;
    const employer = known.employer?.name;
    const place = placeText(known.place);
    const pay = payText(known.pay, format);
    const age = ageText(known.postedAt, format);
    const [partner, ...others] = known.partners;
    const facts = offer ? offerFacts(offer, format) : [];
    return html`
      <p class="who">
        <span class=${employer ? 'fact' : 'fact unsaid'}
          >${employerIcon} <span>${employer ?? msg('Employeur non précisé')}${pause}</span></span
        >
        <span class=${place ? 'fact' : 'fact unsaid'}
          >${pinIcon}
          <span
            >${place ?? msg('Lieu non précisé')}${distance ? html`<span class="muted"> · ${format.distance(distance)}</span>` : nothing}</span
          ></span
        >
      </p>
      <p class="facts">
        <span class=${pay ? 'pay' : 'pay unsaid'}>${pay ?? msg('Salaire non précisé')}${pause}</span>
        ${contractFacts(known, format).map((fact, index, { length }) => html`<span class="label">${fact}${index + 1 < length ? pause : nothing}</span>`)}
      </p>
      ${this.#renderActions(known, partner, board)}
      ${
        others.length
          ? html`<p class="others">
              ${msg('Aussi sur :')}
              ${others.map((id, index) => html`${index ? ', ' : ''}${this.#renderApply(known, id, partnerName(id, board)!, false)}`)}
            </p>`
          : nothing
      }
      ${
        facts.length
          ? html`<dl part="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
          : nothing
      }
      ${
        offer?.description.length
          ? html`<div part="text" class="text" lang=${known.language ?? nothing} dir="auto">
              ${descriptionText(offer.description, this.headingLevel + 1)}
            </div>`
          : nothing
      }
      <p class="meta">
        ${age ? html`<time datetime=${known.postedAt}>${age}${pause}</time>` : nothing}
        ${partner ? html`<span>${msg(str`sur ${partnerName(partner, board)}`)}</span>` : nothing}
        <bdi class="paper">${this.#page.sharedLink}</bdi>
      </p>
    `;
  }

  #renderActions(known: OfferCard, partner: string | undefined, board: Board | undefined): TemplateResult {
    const name = partnerName(partner, board);
    return html`<div class="actions screen">
        ${this.#renderApply(known, undefined, name ? msg(str`Postuler sur ${name}`) : msg('Postuler'), true)}
        <button part="share" @click=${this.#share}>${msg('Partager')}</button>
        <button part="print" @click=${this.#print}>${msg('Imprimer')}</button>
      </div>
      ${this.#sharing.render()}`;
  }

  /** A link to a partner; its name tells the offer, too, which beside others of its kind is not seen from the text. */
  #renderApply(
    { id, title }: OfferCard,
    partner: string | undefined,
    label: string,
    isMain: boolean,
  ): TemplateResult {
    const href = this.#page.link(partner);
    const apply = (event: Event) => {
      const to = partner ?? this.#page.state.offer?.partners[0];
      if (!this.dispatchEvent(new TownJobsApplyEvent(id, to, href))) event.preventDefault();
    };
    return html`<a
      part=${isMain ? 'apply' : nothing}
      class=${isMain ? 'primary apply' : nothing}
      href=${href}
      @click=${apply}
      >${label}<span class="hidden"> : ${title}</span></a
    >`;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !this.#page.isAlone) this.close();
  }

  #retry(): void {
    this.#wantsFocus = !this.#page.isAlone;
    this.#page.retry();
  }

  #share(): void {
    const { offer, card } = this.#page.state;
    void this.#sharing.share((offer ?? card)!.title, this.#page.sharedLink);
  }

  #print(): void {
    const whole = () => print();
    import('./print.ts').then(({ printAlone }) => printAlone(this), whole);
  }
}

/** Whether nothing on the page has the focus. */
function isFocusFree(): boolean {
  const { activeElement, body } = document;
  return !activeElement || activeElement === body;
}

define('town-jobs-offer', TownJobsOffer, textsOf('offer'));

declare global {
  interface HTMLElementTagNameMap {
    'town-jobs-offer': TownJobsOffer;
  }
}
