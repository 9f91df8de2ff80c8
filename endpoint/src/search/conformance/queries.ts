import type { Point } from '../../contract/index.ts';
import { CLOSED_FACETS, FACET_WORDS, FACETS, SINCE_DAYS, SORTS } from '../../contract/vocabulary.ts';
import { startOfParisDay } from '../../shared/paris.ts';
import type { Filters, Scope, SearchRequest } from '../engine.ts';
import { NOW_MS, PARTNERS, TOWNS } from './corpus.ts';
import type { Random } from './random.ts';

const omer: Point = [50.7481, 2.2607];
const near = TOWNS.slice(0, 9).map(({ insee }) => insee);

const NAMES = new Map(TOWNS.slice(0, 12).map(({ insee, name }) => [insee, name]));

/** Boards that differ in everything that a scope can say. */
export const SCOPES: Scope[] = [
  { id: 'omer', communes: new Set(near), departments: new Set(['62']), remote: false },
  { id: 'remote', communes: new Set(near.slice(0, 3)), departments: new Set(['59']), remote: true },
  { id: 'far', communes: new Set(['97411']), departments: new Set<string>(), remote: false },
  {
    id: 'partners',
    communes: new Set(TOWNS.map(({ insee }) => insee)),
    departments: new Set(['62', '59', '974']),
    remote: true,
    partners: new Set([PARTNERS[1], PARTNERS[3]]),
  },
  {
    id: 'nobody',
    communes: new Set(near),
    departments: new Set(['62']),
    remote: true,
    partners: new Set(['unknown']),
  },
].map((scope) => ({ ...scope, revision: '1', centre: omer, names: NAMES }));

/** Départements, as areas of a map. */
export const AREAS = new Map(TOWNS.map(({ insee, department }) => [insee, department]));

/** What residents type, also half way, and what they do not. */
const WORDS =
  `infirmière|infirmier|INFIRMIERS|infirm|ide|aide-soignante|aide soignant|as|vendeuse|vendeus|vend|vente|
boulangère|boulanger artois|la poste|poste|pl|poids lourd|poids|chauffeur pl permis|directrice|directeur de crèche|dir|
agent d'entretien|agente entretien|chargée d’affaires|serveuse|hôte|hotesse accueil|oenologue|œno|c++|c#|c|
technicien maintenance caces|commercial|commerciaux|permis b|caces 1|travail de nuit|mairie|mairie saint-omer|saint|arc|
recherche|h/f|de la|بائع|با|vendeur nuit équipe|infirmière infirmière|zzz|z|a|e|"*^-NEAR(|a AND b|title:vendeur|🦄|
vendeur 🦄|\0|\ud800|vendeur\0se|{title} : x|'|--|un deux trois quatre cinq six sept huit neuf dix onze douze treize`
    .split('|')
    .map((words) => words.replace(/^\n/, ''));

/** Words that are worth a typo, from titles, trades, employers and from texts alone. */
const MISTYPED =
  'infirmière infirmier vendeuse vendeur boulangère boulanger chauffeur conducteur crèche directrice agent entretien affaires serveur hôte accueil œnologue métier maintenance technicienne commerciaux préparateur commandes poste mairie artois arc hôpital poids véhicules mutuelle plombier pompier développeur caces'.split(
    ' ',
  );
const LETTERS = "abcdeéèilmnoprstuvœ1-'";

/** A word as a resident mistypes it: letters put in, left out, replaced or exchanged, at most three times. */
function mistype(random: Random, word: string): string {
  const letters = [...word];
  for (let edits = random.pick([0, 1, 1, 2, 2, 3]); edits > 0; edits--) {
    const at = random.int(letters.length + 1);
    const ways = [
      () => letters.splice(at, 0, random.pick([...LETTERS])),
      () => letters.splice(at, 1),
      () => letters.splice(at, 1, random.pick([...LETTERS])),
      () => letters.splice(at, 2, ...letters.slice(at, at + 2).toReversed()),
    ];
    random.pick(ways)();
  }
  return letters.join('');
}

/** One to three words, most of them mistyped. */
function makeTypos(random: Random): string {
  const typo = mistype(random, random.pick(MISTYPED));
  const others = random.pick([
    [],
    [],
    [],
    [random.pick(MISTYPED)],
    [mistype(random, random.pick(MISTYPED)), random.pick(WORDS)],
  ]);
  return random.some([typo, ...others], 3).join(' ');
}

/** A word half typed. */
function makePrefix(random: Random): string {
  const word = random.pick(MISTYPED);
  return word.slice(0, 1 + random.int(word.length));
}

/** What a resident may have typed: words of every kind, half words, typos. */
export function makeWords(random: Random): string {
  const way = random.next();
  if (way < 0.5) return random.pick(WORDS);
  return way < 0.85 ? makeTypos(random) : makePrefix(random);
}

/** Values of the open filters: frequent and rare ones, other boards' and none's. */
const VALUES = {
  trade: ['J1506', 'J1501', 'N4101', 'boulanger', 'aide-soignant', 'vendeur', 'Z9999', 'unstated'],
  sector: [
    '87.10A',
    '84.11Z',
    'administration-publique',
    'sante-social',
    'commerce-de-detail',
    'x',
    'unstated',
  ],
  employer: ['la-poste', 'mairie-de-saint-omer', 'arc', 'garage-n-7', 'unstated-', 'LA-POSTE', 'unstated'],
  commune: [...TOWNS.map(({ insee }) => insee), '75056', '00000', '2B999', 'unstated'],
  partner: [...PARTNERS, 'nobody', 'unstated'],
};

/** One to three values in up to four filters; sometimes an empty list. */
function makeChoices(random: Random): Filters {
  const closed = CLOSED_FACETS.map((facet) => [facet, FACET_WORDS[facet] as readonly string[]] as const);
  const chosen = random.some(
    [...closed, ...Object.entries(VALUES)],
    random.pick([0, 0, 0, 1, 1, 2, 2, 3, 4]),
  );
  return Object.fromEntries(
    chosen.map(([facet, values]) => [facet, random.some(values, random.pick([0, 1, 1, 2, 3, 5]))]),
  );
}

function makeFilters(random: Random): Filters {
  const filters: Filters = {};
  if (random.chance(0.5)) filters.q = makeWords(random);
  if (random.chance(0.1)) filters.exact = true;
  Object.assign(filters, makeChoices(random));
  if (random.chance(0.3)) filters.since = startOfParisDay(NOW_MS, random.pick(SINCE_DAYS));
  if (random.chance(0.5)) {
    const point = random.chance(0.8)
      ? (random.pick(TOWNS).point ?? omer)
      : ([50 + random.next(), 2 + random.next()] as Point);
    const department = random.pick(['62', '59', '974', '2A', '99']);
    const radiusKm = random.chance(0.5)
      ? random.next() * 80
      : random.pick([0, 5, 10, 20, 30, 50, 100, 1e308]);
    if (random.chance(0.7)) filters.around = { point, radiusKm };
    else filters.around = random.chance(0.7) ? { department } : { department, point, radiusKm: 50 };
  }
  return filters;
}

/** One search as boards ask it, and stranger ones. */
export function makeRequest(random: Random): SearchRequest {
  const request: SearchRequest = {
    ...makeFilters(random),
    sort: random.pick(SORTS),
    offset: random.pick([0, 0, 0, 7, 20, 100, 980, 1e9]),
    limit: random.pick([1, 5, 20, 20, 100]),
  };
  if (random.chance(0.4)) {
    const filtered = FACETS.filter((facet) => request[facet] !== undefined && random.chance(0.7));
    const others = random.some(FACETS, random.pick([1, 2, 5, FACETS.length]));
    request.facets = [...new Set([...filtered, ...others])];
  }
  if (request.facets) {
    request.sinceSteps = Object.fromEntries(SINCE_DAYS.map((days) => [days, startOfParisDay(NOW_MS, days)]));
  }
  if (random.chance(0.2)) request.distanceFrom = random.pick(TOWNS).point ?? omer;
  return request;
}
