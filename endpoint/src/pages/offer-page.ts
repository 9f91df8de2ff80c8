import { html } from 'ghtml';
import type { CompiledBoard } from '../boards/board.ts';
import type { Board, Offer, OfferCard } from '../contract/index.ts';
import { boardPath, goPath } from './address.ts';
import { attributions, offerCard } from './board-page.ts';
import { descriptionHtml } from './description.ts';
import { jobPosting, postedHere } from './job-posting.ts';
import { layout, type Page } from './layout.ts';
import { contractText, dayText, hoursText, listed, payText, placeText } from './wording.ts';

/** Communes that are named; the others are counted. */
const NAMED_PLACES = 30;

const STYLES = `
main dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.35rem 1rem;margin:1rem 0}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
h1{overflow-wrap:anywhere}
.apply{display:inline-block;margin:.5rem 0;padding:.7rem 1.25rem;border-radius:.4rem;background:var(--button);color:var(--on-button);font-weight:600}
.text{max-width:42rem;overflow-wrap:anywhere}
.text ul,.text ol{padding-left:1.25rem;list-style:disc}
.text ol{list-style:decimal}
@media(max-width:30rem){main dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
@media print{.apply,.back{display:none}}`;

/**
 * One offer in full, as plain HTML: for browsers without our script, for paper and for search engines. Those are told
 * that a partner's offer stands on the partner's own site; only what was posted here is described to them (schema.org
 * JobPosting).
 *
 * @param offer With the postings of the partners that the board accepts, the leading one first.
 * @param origin Public origin of the endpoint, without a slash at its end.
 */
export function offerPage(board: CompiledBoard, described: Board, offer: Offer, origin: string): Page {
  const { title, employer, language, postings, postedAt } = offer;
  const [leading, ...others] = postings.map(({ partner }) => ({
    id: partner,
    name: described.partners.find(({ id }) => id === partner)?.name ?? partner,
  }));
  const lang = language ? html` lang="${language}"` : '';
  const place = placeOf(offer);
  const text = descriptionHtml(offer.description);
  const own = `${origin}/${postedHere(offer) ?? board.definition.id}/offres/${offer.id}`;
  const canonical = postedHere(offer) === undefined ? postings[0]!.link : own;
  return layout(board, {
    title: `${title}, ${place} – ${described.name}`,
    styles: STYLES,
    head:
      html`<link rel="canonical" href="${canonical}">
` +
      (postedHere(offer) === undefined
        ? ''
        : html`<script type="application/ld+json">!${jobPosting(offer)}</script>`),
    body: html`!${head(described)}
<main class="wide"><p class="back"><a href="${boardPath(board)}">Toutes les offres</a></p>
<h1!${lang}>${title}</h1>
<p>${employer?.name ?? 'Employeur non précisé'} – ${place}</p>
<p><a class="apply" href="${goPath(board, offer.id)}">Postuler sur ${leading!.name}</a></p>
!${others.length > 0 ? html`<p>Cette offre est aussi sur : !${others.map(({ id, name }) => html`<a href="${goPath(board, offer.id)}?partner=${encodeURIComponent(id)}">${name}</a>`).join(', ')}.</p>` : ''}
<dl>!${facts(offer).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
!${text.html ? html`<div class="text"!${lang}>!${text.html}</div>` : ''}
!${text.isCut ? html`<p>La suite de l’offre est sur ${leading!.name}.</p>` : ''}
<p class="soft">Publiée ${dayText(postedAt)} sur ${leading!.name}.</p></main>
<footer class="wide soft">!${attributions(
      described,
      postings.map(({ partner }) => partner),
    )}</footer>`,
  });
}

/** What remains of an offer that was closed: that it is gone, and open ones for the same work. */
export function closedPage(
  board: CompiledBoard,
  described: Board,
  closed: { title: string; closedAt: number },
  similar: readonly OfferCard[],
): Page {
  const names = new Set<string>();
  const cards = similar.map((offer) => offerCard(board, described, offer, names));
  const day = dayText(new Date(closed.closedAt).toISOString());
  return layout(board, {
    title: `Cette offre n’est plus en ligne – ${described.name}`,
    body: html`!${head(described)}
<main class="wide"><h1>Cette offre n’est plus en ligne</h1>
<p>L’offre « ${closed.title} » a été retirée ${day} : le poste est peut-être pourvu.</p>
!${cards.length > 0 ? html`<h2>Offres semblables</h2><ul class="offers">!${cards}</ul>` : ''}
<p><a href="${boardPath(board)}">Voir toutes les offres</a></p></main>`,
  });
}

function head({ name, demonstration }: Board): string {
  const banner = demonstration
    ? html`<p class="banner">Démonstration : ces offres sont des exemples.</p>`
    : '';
  return html`<header>!${banner}<p class="wide">${name}</p></header>`;
}

/** Name and value of all that the offer states; pay and contract also where it does not. */
function facts(offer: Offer): [string, string][] {
  const { contract, hours, schedule, pay, experience, licences, openings, places } = offer;
  const remote = offer.remote && (offer.remote === 'full' ? 'Complet' : 'Partiel');
  const lines: [string, string | undefined][] = [
    ['Contrat', contractText(contract)],
    ['Temps de travail', hours && hoursText(hours)],
    ['Horaires', schedule && listed(schedule)],
    ['Salaire', payText(pay)],
    ['Expérience', experience],
    ['Permis', licences && listed(licences)],
    ['Télétravail', remote],
    ['Postes à pourvoir', openings === undefined ? undefined : String(openings)],
    ['Communes', places.length > 1 ? placeNames(places) : undefined],
    ['Handicap', handicapText(offer)],
    ['Mise à jour', offer.updatedAt && dayText(offer.updatedAt)],
    ['Fin de l’annonce', offer.expiresAt && dayText(offer.expiresAt)],
  ];
  return lines.filter((line): line is [string, string] => Boolean(line[1]));
}

function handicapText({ adaptedEmployer, openToDisabled }: Offer): string | undefined {
  if (adaptedEmployer) return 'Entreprise adaptée';
  return openToDisabled ? 'Ouverte aux travailleurs handicapés' : undefined;
}

function placeOf({ places: [place, ...more] }: Offer): string {
  return placeText({ place, communes: more.length + 1 } as OfferCard);
}

function placeNames(places: Offer['places']): string {
  const names = places.slice(0, NAMED_PLACES).map(({ name }) => name);
  const rest = places.length - names.length;
  return listed(rest > 0 ? [...names, rest === 1 ? '1 autre' : `${rest} autres`] : names);
}
