import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { OfferCard } from '../../board/state.ts';
import type { GoneOffer } from '../../client/offer.ts';
import type { OfferController } from '../../page/offer-controller.ts';
import type { Formats } from '../../shared/format.ts';
import { heading } from '../heading.ts';
import { offerCard } from '../results/card.ts';

/** What became of an offer, in plain words. */
export function goneSentence({ title, closedAt }: GoneOffer, format: Formats): string {
  return title && closedAt
    ? msg(str`« ${title} » a été retirée le ${format.day(closedAt)} : le poste est peut-être pourvu.`)
    : msg('Elle a été retirée, ou son adresse n’est pas la bonne.');
}

/** Open offers for the same work; they open in the place of the closed one. */
export function similarOffers(
  { similar }: GoneOffer,
  page: OfferController,
  format: Formats,
  level: number,
): TemplateResult | typeof nothing {
  if (!similar.length) return nothing;
  const names = new Set<string>();
  const card = (offer: OfferCard) =>
    offerCard(offer, {
      format,
      level: level + 1,
      board: page.board,
      href: page.linkTo(offer.id),
      names,
      opened(event) {
        if (page.isAlone || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        page.show(offer.id, offer);
      },
    });
  return html`${heading(level, 'subtitle', msg('Offres semblables'))}
    <ul class="list">
      ${similar.map(card)}
    </ul>`;
}
