import {
  CLOSED_FACETS,
  type CountQuery,
  type Facets,
  OPEN_FACETS,
  type UnderstoodPlace,
  UNSTATED,
} from '../contract/index.ts';
import { FACET_NAMES, wordName } from '../pages/facet-names.ts';

const either = new Intl.ListFormat('fr-FR', { type: 'disjunction' });
const numbers = new Intl.NumberFormat('fr-FR');

/** What a search asked for, as far as its answer understood it. */
export interface Asked {
  query: CountQuery;
  place?: UnderstoodPlace;
  /** Kilometres. */
  radius?: number;
  /** Of the answer: where the values of open filters have their names. */
  facets?: Facets;
}

/** A search in words: "Offres d’emploi : infirmier, à 20 km d’Arques, CDI". */
export function searchTitle({ query, place, radius, facets }: Asked): string {
  const parts: string[] = [];
  if (query.q?.trim()) parts.push(query.q.trim());
  if (place?.found) parts.push(whereText(place, radius));
  for (const facet of CLOSED_FACETS) {
    const words = query[facet]?.split(',') ?? [];
    if (words.length === 0) continue;
    const said = words.map((word) =>
      word === UNSTATED && facet !== 'contract' ? unstatedText(facet) : wordName(facet, word),
    );
    parts.push(either.format(said));
  }
  for (const facet of OPEN_FACETS) {
    const values = query[facet]?.split(',') ?? [];
    if (values.length === 0) continue;
    const said = values.map((value) =>
      value === UNSTATED
        ? unstatedText(facet)
        : (facets?.[facet]?.find((known) => known.value === value)?.label ?? value),
    );
    parts.push(either.format(said));
  }
  if (query.since !== undefined)
    parts.push(query.since === 1 ? 'publiées depuis 1 jour' : `publiées depuis ${query.since} jours`);
  return parts.length > 0 ? `Offres d’emploi : ${parts.join(', ')}` : 'Offres d’emploi';
}

function unstatedText(facet: keyof typeof FACET_NAMES): string {
  return `${FACET_NAMES[facet]} : non précisé`;
}

function whereText({ name, department }: UnderstoodPlace, radius: number | undefined): string {
  if (department) return `${name} (${department})`;
  if (name === undefined) return `à ${numbers.format(radius ?? 0)} km d’un point`;
  return radius ? `à ${numbers.format(radius)} km ${ofCommune(name)}` : `à ${name}`;
}

/** "d’Arques", "de Lille", "du Touquet-Paris-Plage", "des Attaques". */
export function ofCommune(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  return /^[aeiouyhœæ]/i.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`;
}
