import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Board, OfferCard } from '../../board/state.ts';
import type { Formats } from '../../shared/format.ts';
import { heading } from '../heading.ts';
import { employerIcon, leaveIcon, pinIcon } from '../icons.ts';
import { pause } from '../pause.ts';
import { ageText, contractFacts, payText, placeText } from '../words.ts';

export interface CardSurroundings {
  readonly format: Formats;
  readonly level: number;
  readonly board?: Board;
  readonly href: string;
  /** Names of the links above: a name that leads elsewhere is told apart. */
  readonly names: Set<string>;
  opened(event: MouseEvent): void;
}

/** One offer in the list: a heading that is a link, and what helps to decide whether to follow it. */
export function offerCard(offer: OfferCard, around: CardSurroundings): TemplateResult {
  const { format, board } = around;
  const employer = offer.employer?.name;
  const place = placeText(offer.place);
  const partner = partnerName(offer.partners[0], board);
  const pay = payText(offer.pay, format);
  const age = ageText(offer.postedAt, format);
  const context = uniqueContext(
    offer.title,
    [place, employer, partner && msg(str`sur ${partner}`)],
    around.names,
  );
  const others = offer.partners.length - 1;

  return html`<li part="card" class="card">
    ${heading(
      around.level,
      'title',
      html`<a part="link" href=${around.href} data-offer=${offer.id} @click=${around.opened}
        ><span lang=${offer.language ?? nothing} dir="auto">${offer.title}</span
        ><span class="hidden">${context}</span></a
      >`,
    )}
    <slot name=${`card-${offer.id}`}>
    <p class="who">
      <span part="employer" class=${employer ? 'fact' : 'fact unsaid'}
        >${employerIcon} <span>${employer ?? msg('Employeur non précisé')}${pause}</span></span
      >
      <span part="place" class=${place ? 'fact' : 'fact unsaid'}
        >${pinIcon}
        <span
          >${place ?? msg('Lieu non précisé')}${
            !offer.distance ? nothing : html`<span class="muted"> · ${format.distance(offer.distance)}</span>`
          }${
            offer.communes && offer.communes > 1
              ? html`<span class="muted">
                  · ${format.plural(msg('dans # commune|dans # communes'), offer.communes)}</span
                >`
              : nothing
          }</span
        ></span
      >
    </p>
    <p class="facts">
      <span part="pay" class=${pay ? 'pay' : 'pay unsaid'}>${pay ?? msg('Salaire non précisé')}${pause}</span>
      ${contractFacts(offer, format).map((fact, index, { length }) => html`<span part="contract" class="label">${fact}${index + 1 < length ? pause : nothing}</span>`)}
    </p>
    </slot>
    <p class="meta">
      ${age ? html`<time part="age" datetime=${offer.postedAt}>${age}${pause}</time>` : nothing}
      ${partner ? html`<span part="partner">${msg(str`sur ${partner}`)}${others > 0 ? pause : nothing} ${leaveIcon}</span>` : nothing}
      ${
        others > 0
          ? html`<span
              >${format.plural(msg('aussi sur # autre site|aussi sur # autres sites'), others)}</span
            >`
          : nothing
      }
    </p>
  </li>`;
}

/** The partner's name; its id where the board does not say. */
export function partnerName(id: string | undefined, board: Board | undefined): string | undefined {
  return board?.partners.find((partner) => partner.id === id)?.name ?? id;
}

/** What follows the title in the link's name, so that no two links of the list have the same one. */
function uniqueContext(title: string, parts: readonly (string | undefined)[], names: Set<string>): string {
  let context = '';
  for (const part of parts) {
    if (part && (!context || names.has(title + context))) context += `, ${part}`;
  }
  let name = context;
  for (let n = 2; names.has(title + name); n++) name = `${context} (${n})`;
  names.add(title + name);
  return name;
}
