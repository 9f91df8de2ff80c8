import { contractName, escapeXml, frenchDay } from './formats/writing.ts';
import { PARTNERS } from './partners.ts';
import type { DemoBlock, DemoPartner, DemoPosting } from './posting.ts';

const HOME_OFFERS = 30;

/** A partner's home page: its newest offers. */
export function homePage(partner: DemoPartner, postings: readonly DemoPosting[]): string {
  const newest = postings
    .toSorted((a, b) => b.postedAt.getTime() - a.postedAt.getTime())
    .slice(0, HOME_OFFERS);
  const items = newest.map(
    (posting) =>
      `<li><a href="/${partner}/offre/${encodeURIComponent(posting.reference)}">${escapeXml(posting.title || 'Sans titre')}</a></li>`,
  );
  return page(partner, PARTNERS[partner].name, `<h1>Dernières offres</h1><ul>${items.join('')}</ul>`);
}

/** An offer on its partner's site, where a resident's click lands. */
export function offerPage(posting: DemoPosting, source: string | null): string {
  const { partner, title, employer, places, payText, pay, description } = posting;
  const where = places
    .map((place) => `${place.written}${place.postcode ? ` (${place.postcode})` : ''}`)
    .join(', ');
  const money = payText ?? (pay ? `À partir de ${pay.min} €` : 'Salaire non précisé');
  const facts: [string, string][] = [
    ['Employeur', employer?.name ?? 'Non communiqué'],
    ['Lieu', where],
    ['Contrat', contractName(posting)],
    ['Salaire', money],
    ['Publiée le', frenchDay(posting.postedAt)],
    ['Référence', posting.reference],
  ];
  const came = source
    ? `<p class="note">Vous venez de : <strong>${escapeXml(source)}</strong> (paramètre utm_source).</p>`
    : '';
  return page(
    partner,
    title,
    `<p><a href="/${partner}/">Toutes les offres</a></p>
<h1>${escapeXml(title)}</h1>
<dl>${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${escapeXml(value)}</dd></div>`).join('')}</dl>
${description.map(block).join('\n')}
<section><h2>Postuler</h2><p>${PARTNERS[partner].name} est un site imaginé pour la démonstration : aucune candidature n’est reçue ici.</p>${came}</section>`,
  );
}

/** The page of an address that leads nowhere. */
export function missingPage(partner: DemoPartner): string {
  return page(
    partner,
    'Page introuvable',
    '<h1>Page introuvable</h1><p>Cette offre n’existe pas ou n’existe plus.</p>',
  );
}

function block(part: DemoBlock): string {
  if (part.kind === 'ul')
    return `<ul>${part.items.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</ul>`;
  if (part.kind === 'heading') return `<h2>${escapeXml(part.text)}</h2>`;
  return `<p>${escapeXml(part.text)}</p>`;
}

function page(partner: DemoPartner, title: string, main: string): string {
  const { name, claim, colour } = PARTNERS[partner];
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)} – ${name}</title>
<style>
:root{color-scheme:light dark;--ink:#1d1f24;--paper:#fff;--ground:#f3f3f6;--line:#c9cad2}
@media (prefers-color-scheme:dark){:root{--ink:#ecedf2;--paper:#1d1f26;--ground:#121319;--line:#41434e}}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.6 system-ui,sans-serif}
a{color:inherit}
header{background:${colour};color:#fff;padding:1rem}
header p{margin:0 auto;max-width:46rem}
header .name{font-size:1.35rem;font-weight:700}
main{max-width:46rem;margin:1.5rem auto;padding:1rem 1.5rem;background:var(--paper);border-radius:.5rem;box-sizing:border-box;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font-size:1.15rem}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.75rem;padding:1rem;border:1px solid var(--line);border-radius:.5rem}
dt{font-size:.875rem}
dd{margin:0;font-weight:600}
section{margin-top:2rem;padding:1rem;border-left:.35rem solid ${colour};background:var(--ground)}
:focus-visible{outline:3px solid currentColor;outline-offset:2px}
</style>
</head>
<body>
<header><p class="name">${name}</p><p>${claim}</p></header>
<main>${main}</main>
</body>
</html>
`;
}
