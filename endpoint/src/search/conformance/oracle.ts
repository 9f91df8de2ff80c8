import type { Correction, FacetValue, Offer, OfferCard, OfferPlace, Point } from '../../contract/index.ts';
import {
  type ClosedFacet,
  type Facet,
  FACET_WORDS,
  FACETS,
  MOST_FACET_VALUES,
  type OpenFacet,
  UNSTATED,
} from '../../contract/vocabulary.ts';
import { parisDay } from '../../shared/paris.ts';
import type {
  Areas,
  CountResult,
  Engine,
  EngineState,
  EngineSuggestion,
  Filters,
  MapResult,
  Scope,
  SearchRequest,
  SearchResult,
} from '../engine.ts';
import {
  asTyped,
  correctedTerm,
  FEWEST_OFFERS,
  isCorrectable,
  mostEdits,
  nearness,
  spellingsOf,
  targetWords,
  type TargetWord,
} from '../typos.ts';
import { employerValue, sectorValue, tradeValue, wordsOf } from '../values.ts';
import { analyse, analyseQuery, type Term } from '../words/analyse.ts';
import { cleanTitle } from '../words/title.ts';

interface Analysed {
  offer: Offer;
  title: Set<string>;
  trade: Set<string>;
  text: Set<string>;
  employer: Set<string>;
  /** By what is shown. */
  targets: Map<string, TargetWord>;
  /** What filters find it under, whatever the board. */
  values: ReturnType<typeof valuesOf>;
  day: number;
}

/**
 * The meaning of every answer, written down as plainly as can be: a walk over all offers, nothing kept, nothing
 * clever. Other engines are held to it.
 */
export class Oracle implements Engine {
  readonly #offers: Analysed[];
  readonly #state: EngineState;

  constructor(offers: Iterable<Offer>, state: Omit<EngineState, 'offers'>) {
    this.#offers = Array.from(offers, (offer) => ({
      offer,
      title: new Set(analyse(offer.title, 'name')),
      trade: new Set(analyse(offer.trade?.label ?? '', 'name')),
      text: new Set(
        offer.description.flatMap((block) => textOf(block)).flatMap((text) => analyse(text, 'text')),
      ),
      employer: new Set(analyse(offer.employer?.name ?? '', 'employer')),
      targets: new Map(targetsOf(offer).map((target) => [target.written, target])),
      values: valuesOf(offer),
      day: parisDay(Date.parse(offer.postedAt)),
    }));
    this.#state = { ...state, offers: this.#offers.length };
  }

  async search(scope: Scope, request: SearchRequest): Promise<SearchResult> {
    const understood = this.#understand(scope, request);
    const { terms, cut, corrected } = understood;
    const asked = request.around?.point ?? request.distanceFrom;
    const from = asked ?? scope.centre;
    const found = this.#matching(scope, request, understood);
    found.sort((a, b) => {
      let first = 0;
      if (request.sort === 'relevance') first = tier(a, terms) - tier(b, terms);
      if (request.sort === 'nearest' && far(a.offer, from) !== far(b.offer, from)) {
        first = far(a.offer, from) - far(b.offer, from);
      }
      return first || b.day - a.day || (a.offer.id < b.offer.id ? -1 : 1);
    });
    const result: SearchResult = {
      generation: this.#state.generation,
      total: found.length,
      offers: found
        .slice(request.offset, request.offset + request.limit)
        .map(({ offer }) => card(offer, scope, request, asked)),
    };
    if (request.facets) result.facets = this.#facets(scope, request, understood);
    if (cut) result.cut = true;
    if (corrected.length > 0) result.corrected = corrected;
    return result;
  }

  async count(scope: Scope, filters: Filters) {
    const understood = this.#understand(scope, filters);
    const result: CountResult = {
      generation: this.#state.generation,
      total: this.#matching(scope, filters, understood).length,
    };
    if (understood.corrected.length > 0) result.corrected = understood.corrected;
    return result;
  }

  async map(scope: Scope, filters: Filters, areas?: Areas): Promise<MapResult> {
    const understood = this.#understand(scope, filters);
    const found = this.#matching(scope, filters, understood).map(({ offer }) => offer);
    const isIn = (area: string) => (place: OfferPlace) =>
      place.insee !== undefined &&
      scope.communes.has(place.insee) &&
      (areas?.get(place.insee) ?? place.insee) === area;
    const codes = [...scope.communes].map((insee) => areas?.get(insee) ?? insee);
    const result: MapResult = {
      generation: this.#state.generation,
      areas: [...new Set(codes)]
        .sort()
        .map((area): [string, number] => [area, found.filter(({ places }) => places.some(isIn(area))).length])
        .filter(([, total]) => total > 0),
      unplaced: found.filter(
        ({ places }) =>
          places.some((place) => belongs(place, scope)) &&
          !places.some(({ insee }) => insee && scope.communes.has(insee)),
      ).length,
      outside: found.filter(({ places }) => !places.some((place) => belongs(place, scope))).length,
    };
    if (understood.corrected.length > 0) result.corrected = understood.corrected;
    return result;
  }

  async suggest(scope: Scope, typed: string, limit: number): Promise<EngineSuggestion[]> {
    const { terms } = analyseQuery(typed);
    const last = terms.at(-1);
    if (!last) return [];
    last.starts ??= { token: last.name, name: last.name };
    const spellings = new Map<string, EngineSuggestion & { key: string }>();
    const add = (kind: 'title' | 'employer', text: string, tokens: string[]) => {
      const spelling = spellings.get(`${kind} ${text}`) ?? {
        kind,
        text,
        total: 0,
        key: tokens.sort().join(' '),
      };
      spelling.total++;
      spellings.set(`${kind} ${text}`, spelling);
    };
    for (const { offer } of this.#offers.filter(({ offer }) => this.shows(scope, offer))) {
      const title = cleanTitle(
        offer.title,
        offer.places.map(({ name }) => name),
      );
      const titleTokens = analyse(title, 'name');
      if (terms.every((term) => inName(new Set(titleTokens), term))) add('title', title, titleTokens);
      const employer = offer.employer?.name.trim().replace(/\s+/g, ' ');
      const employerTokens = employer ? analyse(employer, 'employer') : [];
      if (employer && terms.every((term) => inEmployer(new Set(employerTokens), term))) {
        add('employer', employer, employerTokens);
      }
    }
    const merged = new Map<string, EngineSuggestion[]>();
    for (const { kind, key, text, total } of spellings.values()) {
      merged.set(`${kind} ${key}`, [...(merged.get(`${kind} ${key}`) ?? []), { kind, text, total }]);
    }
    return [...merged.values()]
      .map((same) => {
        const [shown] = same.sort((a, b) => b.total - a.total || (a.text < b.text ? -1 : 1));
        return { ...shown!, total: same.reduce((sum, { total }) => sum + total, 0) };
      })
      .sort((a, b) => b.total - a.total || b.kind.localeCompare(a.kind) || (a.text < b.text ? -1 : 1))
      .slice(0, limit);
  }

  async offer(id: string): Promise<Offer | undefined> {
    return this.#offers.find(({ offer }) => offer.id === id)?.offer;
  }

  shows(scope: Scope, offer: Offer): boolean {
    if (scope.partners && !offer.postings.some(({ partner }) => scope.partners!.has(partner))) return false;
    if (scope.remote && offer.remote === 'full') return true;
    return offer.places.some((place) => belongs(place, scope));
  }

  state(): EngineState {
    return this.#state;
  }

  async close(): Promise<void> {}

  #matching(scope: Scope, filters: Filters, { terms }: { terms: Term[] }): Analysed[] {
    return this.#offers.filter(
      (analysed) =>
        this.shows(scope, analysed.offer) &&
        VALUED.every((facet) => {
          const asked: readonly string[] = filters[facet] ?? [];
          return (
            asked.length === 0 || values(facet, analysed, scope).some(({ value }) => asked.includes(value))
          );
        }) &&
        (filters.since === undefined || Date.parse(analysed.offer.postedAt) >= filters.since) &&
        isAround(analysed.offer, filters) &&
        tier(analysed, terms) < 4,
    );
  }

  /** The words of a query, those that find nothing on the board replaced by what they were meant to be, if all are. */
  #understand(scope: Scope, filters: Filters) {
    const { terms, cut } = analyseQuery(filters.q ?? '');
    const corrected: Correction[] = [];
    if (filters.exact) return { terms, cut, corrected };
    const board = this.#offers.filter(({ offer }) => this.shows(scope, offer));
    const understood = terms.flatMap((term) => {
      if (board.some((analysed) => tier(analysed, [term]) < 4)) return term;
      const to = isCorrectable(term) ? this.#meant(board, term) : undefined;
      if (to === undefined) return [];
      corrected.push({ from: asTyped(filters.q!, term), to });
      return correctedTerm(term, to);
    });
    return understood.length === terms.length
      ? { terms: understood, cut, corrected }
      : { terms, cut, corrected: [] };
  }

  #meant(board: Analysed[], term: Term): string | undefined {
    const whole = { tokens: term.tokens, name: term.name };
    const elsewhere = this.#offers.filter(
      ({ title, trade, employer }) =>
        inName(new Set([...title, ...trade]), whole) || inEmployer(employer, whole),
    ).length;
    const known = new Map(board.flatMap(({ targets }) => [...targets]));
    const candidates = [...known.values()].flatMap(({ written, spellings }) => {
      const total = board.filter(({ targets }) => targets.has(written)).length;
      if (total < FEWEST_OFFERS || total <= elsewhere) return [];
      const ranks = spellingsOf(term).flatMap((typed) =>
        spellings
          .map((spelling) => ({ spelling, edits: distance(typed, spelling) }))
          .filter(({ edits }) => edits <= mostEdits(typed))
          .map(({ spelling, edits }) => nearness(edits, typed, spelling)),
      );
      return ranks.length === 0 ? [] : [{ written, total, rank: Math.min(...ranks) }];
    });
    candidates.sort((a, b) => a.rank - b.rank || b.total - a.total || (a.written < b.written ? -1 : 1));
    return candidates[0]?.written;
  }

  /** Each facet from the offers that the query finds with the facet's own filter left out. */
  #facets(scope: Scope, request: SearchRequest, understood: { terms: Term[] }): SearchResult['facets'] {
    const facets: NonNullable<SearchResult['facets']> = {};
    const found = (facet: Facet) => this.#matching(scope, { ...request, [facet]: undefined }, understood);
    for (const facet of request.facets ?? []) {
      if (facet === 'since') {
        const dates = found(facet).map(({ offer }) => Date.parse(offer.postedAt));
        facets.since = Object.entries(request.sinceSteps ?? {}).map(([value, since]) => ({
          value,
          total: dates.filter((date) => date >= since).length,
        }));
        continue;
      }
      const each = found(facet).map(
        (analysed) => new Set(values(facet, analysed, scope).map(({ value }) => value)),
      );
      const total = (value: string) => each.filter((known) => known.has(value)).length;
      if (facet in FACET_WORDS) {
        facets[facet] = FACET_WORDS[facet as ClosedFacet].map((value) => ({ value, total: total(value) }));
      } else facets[facet] = this.#open(facet as OpenFacet, scope, request, each, total);
    }
    return facets;
  }

  #open(
    facet: OpenFacet,
    scope: Scope,
    request: SearchRequest,
    each: Set<string>[],
    total: (value: string) => number,
  ): FacetValue[] {
    const order = (a: FacetValue, b: FacetValue) => b.total - a.total || (a.value < b.value ? -1 : 1);
    const board = this.#offers.filter(({ offer }) => this.shows(scope, offer));
    const spelled = board.flatMap((analysed) => values(facet, analysed, scope));
    const shown = (value: string): FacetValue => {
      const label = facet === 'commune' ? scope.names?.get(value) : mostFrequent(spelled, value);
      return label === undefined ? { value, total: total(value) } : { value, total: total(value), label };
    };
    const named = [...new Set(each.flatMap((known) => [...known]))].filter((value) => value !== UNSTATED);
    const most = named.map(shown).sort(order).slice(0, MOST_FACET_VALUES);
    const asked = [...new Set(request[facet])].filter(
      (value) => value !== UNSTATED && !most.some((one) => one.value === value),
    );
    const list = [...most, ...asked.map(shown)].sort(order);
    return facet === 'partner' ? list : [...list, { value: UNSTATED, total: total(UNSTATED) }];
  }
}

/** A value as most offers spell it. */
function mostFrequent(spelled: { value: string; label?: string }[], value: string): string | undefined {
  const labels = spelled.flatMap((one) =>
    one.value === value && one.label !== undefined ? [one.label] : [],
  );
  const times = (label: string) => labels.filter((other) => other === label).length;
  return [...new Set(labels)].sort((a, b) => times(b) - times(a) || (a < b ? -1 : 1))[0];
}

/** Filters by the values of an offer: all but the date. */
const VALUED = FACETS.filter((facet) => facet !== 'since');

/** What a filter may ask for: a value, for open lists with its spelling. */
interface Named {
  value: string;
  label?: string;
}

const NOTHING: Named = { value: UNSTATED };

function valuesOf(offer: Offer) {
  const words = Object.entries(wordsOf(offer)) as [ClosedFacet, readonly string[]][];
  return {
    ...(Object.fromEntries(words.map(([facet, list]) => [facet, list.map((value) => ({ value }))])) as Record<
      ClosedFacet,
      Named[]
    >),
    trade: [tradeValue(offer) ?? NOTHING],
    sector: [sectorValue(offer) ?? NOTHING],
    employer: [employerValue(offer) ?? NOTHING],
  };
}

/** What an offer is found under in a filter; `unstated` where it says nothing. */
function values(
  facet: (typeof VALUED)[number],
  { offer, values: known }: Pick<Analysed, 'offer' | 'values'>,
  scope: Scope,
): Named[] {
  if (facet === 'commune') {
    return offer.places
      .filter((place) => belongs(place, scope))
      .map(({ insee }) => ({ value: insee ?? UNSTATED }));
  }
  if (facet === 'partner') {
    return offer.postings
      .filter(({ partner }) => !scope.partners || scope.partners.has(partner))
      .map(({ partner }) => ({ value: partner }));
  }
  return known[facet];
}

function textOf(block: Offer['description'][number]): string[] {
  const runs = [block.runs ?? [], ...(block.items ?? [])];
  return runs.map((inlines) => inlines.map(({ text }) => text).join(''));
}

function targetsOf(offer: Offer): TargetWord[] {
  const places = offer.places.map(({ name }) => name);
  const labels = [cleanTitle(offer.title, places), offer.trade?.label ?? '', offer.employer?.name ?? ''];
  return labels.flatMap(targetWords);
}

/** The whole table of edits: what is put in, left out, replaced, or exchanged with its neighbour costs one. */
function distance(from: string, to: string): number {
  const costs = Array.from({ length: from.length + 1 }, (_, row) => [row]);
  for (let column = 1; column <= to.length; column++) costs[0]![column] = column;
  for (let row = 1; row <= from.length; row++) {
    for (let column = 1; column <= to.length; column++) {
      const replaced = from[row - 1] === to[column - 1] ? 0 : 1;
      const ways = [
        costs[row - 1]![column]! + 1,
        costs[row]![column - 1]! + 1,
        costs[row - 1]![column - 1]! + replaced,
      ];
      const exchanged = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && exchanged) ways.push(costs[row - 2]![column - 2]! + 1);
      costs[row]![column] = Math.min(...ways);
    }
  }
  return costs[from.length]![to.length]!;
}

function inName(tokens: Set<string>, term: Term): boolean {
  if (term.tokens.some((token) => tokens.has(token))) return true;
  return term.starts !== undefined && [...tokens].some((token) => token.startsWith(term.starts!.token));
}

function inEmployer(tokens: Set<string>, term: Term): boolean {
  if (tokens.has(term.name)) return true;
  return term.starts !== undefined && [...tokens].some((token) => token.startsWith(term.starts!.name));
}

/** 1: all words in the title; 2: in title and trade; 3: anywhere; 4: not at all. */
function tier({ title, trade, text, employer }: Analysed, terms: Term[]): number {
  const names = new Set([...title, ...trade]);
  if (terms.every((term) => inName(title, term))) return 1;
  if (terms.every((term) => inName(names, term))) return 2;
  const anywhere = (term: Term) =>
    inName(names, term) || inEmployer(employer, term) || term.tokens.some((token) => text.has(token));
  return terms.every(anywhere) ? 3 : 4;
}

function belongs(place: OfferPlace, scope: Scope): boolean {
  if (place.insee) return scope.communes.has(place.insee);
  return place.department !== undefined && scope.departments.has(place.department);
}

function isAround({ places }: Offer, { around }: Filters): boolean {
  if (!around) return true;
  return places.some((place) => {
    if (around.department && department(place) !== around.department) return false;
    if (!around.point || around.radiusKm === undefined) return true;
    const point = onMap(place);
    return point !== undefined && kilometres(around.point, point) <= around.radiusKm;
  });
}

function department({ insee, department }: OfferPlace): string | undefined {
  if (department || !insee) return department;
  return /^9[78]/.test(insee) ? insee.slice(0, 3) : insee.slice(0, 2);
}

function onMap(place: OfferPlace): Point | undefined {
  return place.precision === 'department' || place.precision === 'none' ? undefined : place.point;
}

/** The haversine formula on the mean radius of the Earth. */
function kilometres([fromLatitude, fromLongitude]: Point, [toLatitude, toLongitude]: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(toLatitude - fromLatitude) / 2) ** 2;
  const east = Math.sin(radians(toLongitude - fromLongitude) / 2) ** 2;
  const haversine = north + Math.cos(radians(fromLatitude)) * Math.cos(radians(toLatitude)) * east;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(haversine)));
}

const shownKilometres = (from: Point, to: Point) => Math.round(kilometres(from, to) * 10) / 10;

function far({ places }: Offer, from: Point): number {
  const points = places.map(onMap).filter((point) => point !== undefined);
  return Math.min(...points.map((point) => shownKilometres(from, point)));
}

function card(offer: Offer, scope: Scope, { around }: Filters, asked: Point | undefined): OfferCard {
  const { id, title, employer, contract, hours, pay, remote, language, postedAt, places, postings } = offer;
  let choice = places.filter((place) => around?.department && department(place) === around.department);
  if (choice.length === 0 && !(asked && places.some(onMap)))
    choice = places.filter((place) => belongs(place, scope));
  if (choice.length === 0) choice = places;
  const from = asked ?? scope.centre;
  const [nearest] = choice
    .filter(onMap)
    .map((place) => ({ place, km: kilometres(from, place.point!) }))
    .sort((a, b) => a.km - b.km);
  const place = nearest?.place ?? choice[0];
  const partners = [...new Set(postings.map(({ partner }) => partner))];
  return {
    id,
    title,
    employer,
    contract,
    hours,
    pay,
    remote,
    language,
    postedAt,
    place,
    distance: asked && nearest ? shownKilometres(asked, nearest.place.point!) : undefined,
    communes: places.length > 1 ? places.length : undefined,
    partners: partners.filter((partner) => !scope.partners || scope.partners.has(partner)),
  };
}
