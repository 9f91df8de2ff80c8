import { html } from 'ghtml';
import type { CompiledBoard } from '../boards/board.ts';
import {
  type Board,
  type Correction,
  type Loosening,
  type OfferCard,
  type OffersAnswer,
  type OffersQuery,
} from '../contract/index.ts';
import { goPath, listPath, offerPath } from './address.ts';
import { feedHead, feedLinks } from './feed-links.ts';
import { officeLinks } from './office-links.ts';
import { searchForm } from './search-form.ts';
import { layout, type Page } from './layout.ts';
import { contractText, countSentence, dayText, hoursText, payText, placeText, quoted } from './wording.ts';

/** Pages beside the current one that the list links to. */
const PAGES_AROUND = 2;

/** A board's own page: the list and a form, as plain HTML for any browser, old or blocked. */
export function boardPage(
  board: CompiledBoard,
  described: Board,
  query: OffersQuery,
  answer: OffersAnswer,
): Page {
  const { name, territory } = described;
  const position = answer.page > 1 ? `, page ${answer.page}` : '';
  const names = new Set<string>();
  return layout(board, {
    title: `${countSentence(answer.total)}${position} – ${name}`,
    head: feedHead(board, query),
    body: html`<a class="skip" href="#offres">Aller aux offres</a>
<header>!${described.demonstration ? html`<p class="banner">Démonstration : ces offres sont des exemples.</p>` : ''}
<div class="wide"><h1>${name}</h1>
<p class="soft">${reachText(territory)}</p>
!${searchForm(board, described, query, answer)}</div></header>
<main class="wide" id="offres"><h2>${countSentence(answer.total)}</h2>
!${notes(board, query, answer)}
!${answer.offers.length > 0 ? html`<ul class="offers">!${answer.offers.map((offer) => offerCard(board, described, offer, names))}</ul>` : ''}
!${pages(board, query, answer)}
!${feedLinks(board, query)}</main>
!${foot(board, described)}`,
  });
}

/** "Le Pays de Saint-Omer et 50 km alentour." */
function reachText({ name, nearby }: Board['territory']): string {
  const start = name.charAt(0).toUpperCase() + name.slice(1);
  return nearby > 0 ? `${start} et ${nearby} km alentour.` : `${start}.`;
}

function notes(
  board: CompiledBoard,
  query: OffersQuery,
  { place, cut, corrected, total, loosen = [] }: OffersAnswer,
): string {
  const unknown =
    place && !place.found
      ? html`<p>Aucune commune connue ne s’appelle « ${place.asked} » : tout le territoire est affiché.</p>`
      : '';
  const shortened = cut ? html`<p>La recherche était longue : seuls ses dix premiers mots comptent.</p>` : '';
  const said = unknown + shortened + (corrected ? correctionNote(board, query, corrected) : '');
  if (total > 0) return said;
  const ways = loosen.map(({ criterion, to, total: count }) => {
    const href = listPath(board, { ...query, page: 1, [criterion]: to });
    return html`<li><a href="${href}">${looseningText(criterion, to)}</a> (${countSentence(count)})</li>`;
  });
  return said + (ways.length > 0 ? html`<p>Pour en trouver :</p><ul>!${ways}</ul>` : '');
}

/** "Résultats pour « infirmier » au lieu de « infrimier » — chercher exactement « infrimier »." */
function correctionNote(board: CompiledBoard, query: OffersQuery, corrected: readonly Correction[]): string {
  const meant = quoted(corrected.map(({ to }) => to));
  const typed = quoted(corrected.map(({ from }) => from));
  const href = listPath(board, { ...query, page: 1, exact: '1' });
  return html`<p>Résultats pour ${meant} au lieu de ${typed} — <a href="${href}">chercher exactement ${typed}</a></p>`;
}

function looseningText(criterion: Loosening['criterion'], to: number | undefined): string {
  if (criterion === 'radius') return `Chercher jusqu’à ${to} km`;
  if (criterion === 'since' && to !== undefined) return `Voir les offres des ${to} derniers jours`;
  return LOOSEN[criterion];
}

const LOOSEN: Record<Exclude<Loosening['criterion'], 'radius'>, string> = {
  q: 'Chercher sans le mot-clé',
  place: 'Chercher dans tout le territoire',
  contract: 'Voir tous les contrats',
  nature: 'Voir tous les types de contrats',
  hours: 'Voir tous les temps de travail',
  schedule: 'Voir tous les horaires',
  experience: 'Voir toutes les expériences',
  pay: 'Voir tous les salaires',
  remote: 'Voir les offres avec ou sans télétravail',
  trade: 'Voir tous les métiers',
  sector: 'Voir tous les secteurs',
  commune: 'Voir toutes les communes',
  employer: 'Voir tous les employeurs',
  partner: 'Voir tous les sites partenaires',
  since: 'Voir toutes les dates',
  disabled: 'Voir toutes les offres, ouvertes ou non aux travailleurs handicapés',
};

/**
 * One offer of a list: its title leads to the partner, "Détails" to its own page. `names` are those of the offers
 * above: no two links of a list may be heard alike.
 */
export function offerCard(
  board: CompiledBoard,
  { partners }: Board,
  offer: OfferCard,
  names: Set<string>,
): string {
  const [leading, ...others] = offer.partners.map(
    (id) => partners.find((partner) => partner.id === id)?.name ?? id,
  );
  const also =
    others.length === 0
      ? ''
      : others.length === 1
        ? ', aussi sur 1 autre site'
        : `, aussi sur ${others.length} autres sites`;
  const place = placeText(offer);
  const context = contextOf(offer.title, [place, offer.employer?.name, `sur ${leading}`], names);
  const facts = [
    contractText(offer.contract),
    offer.hours ? hoursText(offer.hours) : '',
    payText(offer.pay),
  ].filter(Boolean);
  const title = offer.language
    ? html`<span lang="${offer.language}">${offer.title}</span>`
    : html`${offer.title}`;
  return html`<li><h3><a href="${goPath(board, offer.id)}">!${title}<span class="heard">${context}</span></a></h3>
<p>${offer.employer?.name ?? 'Employeur non précisé'} – ${place}</p>
<p class="facts">!${facts.map((fact) => html`<span>${fact}</span>`)}</p>
<p class="soft">Publiée ${dayText(offer.postedAt)} sur ${leading}${also} · <a href="${offerPath(board, offer.id)}" aria-label="Détails : ${offer.title}${context}">Détails</a></p></li>`;
}

/** What is heard after a title: as much as tells it from its like. */
function contextOf(title: string, parts: readonly (string | undefined)[], names: Set<string>): string {
  let context = '';
  for (const part of parts) if (part && (!context || names.has(title + context))) context += `, ${part}`;
  let heard = context;
  for (let n = 2; names.has(title + heard); n++) heard = `${context} (${n})`;
  names.add(title + heard);
  return heard;
}

function pages(board: CompiledBoard, query: OffersQuery, { page, pages: last }: OffersAnswer): string {
  if (last < 2) return '';
  const shown = new Set([1, last]);
  for (let n = page - PAGES_AROUND; n <= page + PAGES_AROUND; n++) if (n >= 1 && n <= last) shown.add(n);
  const links = [...shown]
    .toSorted((a, b) => a - b)
    .map((n) =>
      n === page
        ? html`<li><span aria-current="page">${n}</span></li>`
        : html`<li><a href="${listPath(board, { ...query, page: n })}" aria-label="Page ${n}">${n}</a></li>`,
    );
  return html`<nav aria-label="Pages de résultats"><ul>!${links}</ul></nav>`;
}

/** The sentences that the licences of partners ask for; of all partners, or of some by id. */
export function attributions({ partners }: Board, ids?: readonly string[]): string {
  return partners
    .flatMap(({ id, attribution }) =>
      attribution && (ids?.includes(id) ?? true) ? html`<p>${attribution}</p>` : [],
    )
    .join('');
}

function foot(board: CompiledBoard, described: Board): string {
  const { partners, freshness } = described;
  const names = partners.map((partner) => html`<a href="${partner.site}">${partner.name}</a>`).join(', ');
  const fresh = freshness.refreshedAt
    ? html`<p>Offres mises à jour ${dayText(freshness.refreshedAt)}.</p>`
    : '';
  return html`<footer class="wide soft"><p>Les offres viennent de : !${names}.</p>!${attributions(described)}!${fresh}!${officeLinks(board)}</footer>`;
}
