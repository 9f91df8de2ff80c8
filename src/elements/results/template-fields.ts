import { msg } from '@lit/localize';
import type { Board, OfferCard } from '../../board/state.ts';
import { httpUrl } from '../../client/sanity.ts';
import type { Formats } from '../../shared/format.ts';
import { ageText, contractFacts, payText, placeText } from '../words.ts';
import { partnerName } from './card.ts';

type Read = (offer: OfferCard, format: Formats, board: Board | undefined) => string | undefined;

/** What a page's own card can show of an offer, in the words of ours; undefined where the offer does not say. */
export const FIELDS: Readonly<Record<string, Read>> = {
  title: ({ title }) => title,
  employer: ({ employer }) => employer?.name,
  place: ({ place }) => placeText(place),
  postcode: ({ place }) => place?.postcode,
  distance: ({ distance }, format) => (distance ? format.distance(distance) : undefined),
  communes: ({ communes }, format) =>
    communes && communes > 1 ? format.plural(msg('dans # commune|dans # communes'), communes) : undefined,
  contract: (offer, format) => contractFacts(offer, format).join(' · ') || undefined,
  pay: ({ pay }, format) => payText(pay, format),
  age: ({ postedAt }, format) => ageText(postedAt, format),
  partner: ({ partners }, _, board) => partnerName(partners[0], board),
};

/** What is said of a field that an offer leaves open, where the page's own card has no words for it. */
const UNSAID: Readonly<Record<string, () => string>> = {
  employer: () => msg('Employeur non précisé'),
  place: () => msg('Lieu non précisé'),
  pay: () => msg('Salaire non précisé'),
};

/** What one offer gives to a card: texts by field, and addresses. */
export interface Values {
  readonly texts: Readonly<Record<string, string | undefined>>;
  readonly language?: string;
  /** The offer's own page on the board, and the partner's site. */
  readonly links: Readonly<Record<string, string | undefined>>;
}

export function isField(name: string): boolean {
  return Object.hasOwn(FIELDS, name);
}

export function valuesOf(offer: OfferCard, format: Formats, board: Board | undefined): Values {
  const texts = bare<string | undefined>();
  for (const [name, read] of Object.entries(FIELDS)) texts[name] = read(offer, format, board);
  const site = board?.partners.find(({ id }) => id === offer.partners[0])?.site;
  const page = board?.page && `${board.page}/offres/${encodeURIComponent(offer.id)}`;
  const links = Object.assign(bare<string | undefined>(), { page: httpUrl(page), site: httpUrl(site) });
  return { texts, language: offer.language, links };
}

/** An object without the names that every object has: those who write templates may use any. */
function bare<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/**
 * Fills a copy of a template: `data-if` keeps an element where the offer says something, `data-field` sets a text,
 * `data-href` makes a link lead to the offer's page (`page`) or the partner's site (`site`). Texts are set, never
 * read as HTML.
 */
export function filled(template: DocumentFragment, { texts, language, links }: Values): DocumentFragment {
  const copy = document.importNode(template, true);
  for (const element of copy.querySelectorAll<HTMLElement>('[data-if]')) {
    if (!texts[element.dataset.if!]) element.remove();
  }
  for (const element of copy.querySelectorAll<HTMLElement>('[data-field]')) {
    const name = element.dataset.field!;
    if (!isField(name)) continue;
    const text = texts[name];
    if (text || !element.textContent!.trim()) element.textContent = text ?? UNSAID[name]?.() ?? '';
    if (name !== 'title') continue;
    element.dir = 'auto';
    if (language) element.lang = language;
  }
  for (const link of copy.querySelectorAll('a')) {
    if (link.dataset.href === undefined) continue;
    const address = links[link.dataset.href];
    if (address) link.href = address;
    else link.removeAttribute('href');
    // Links of the same words lead from each card to another place.
    link.setAttribute('aria-label', `${link.textContent!.trim()}, ${texts.title}`);
  }
  return copy;
}
