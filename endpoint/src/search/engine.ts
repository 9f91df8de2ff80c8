import type {
  ContractWord,
  Correction,
  DisabledWord,
  ExperienceWord,
  Facet,
  FacetValue,
  HoursWord,
  NatureWord,
  Offer,
  OfferCard,
  PayBand,
  Point,
  RemoteWord,
  ScheduleWord,
  Sort,
} from '../contract/index.ts';

/** A board's view, compiled once: which offers it may ever show. It always applies, whatever a query says. */
export interface Scope {
  /** Id of the board; engines may cache what they derive from a scope under `id` and `revision`. */
  id: string;
  revision: string;
  /** INSEE codes of every commune in reach: the members and those within the board's distance of a member. */
  communes: ReadonlySet<string>;
  /** Names of communes by their INSEE codes, for the labels of a facet. */
  names?: ReadonlyMap<string, string>;
  /** Codes of the départements of the member communes: offers known by their département alone join these boards. */
  departments: ReadonlySet<string>;
  /** Ids of the partners that the board accepts; absent means all. */
  partners?: ReadonlySet<string>;
  /** Whether fully remote offers from anywhere are shown. */
  remote: boolean;
  /** From where "nearest" counts when no place is asked for. */
  centre: Point;
}

/** Where a resident looks: around a point, or in a département as a whole. */
export interface Around {
  /** Without `radiusKm` it narrows nothing: it is where distances count from. */
  point?: Point;
  /** One place of the offer must lie within; it need not be the place that brings the offer into the scope. */
  radiusKm?: number;
  /** One place of the offer must lie in this département, by its code. */
  department?: string;
}

/** What a resident filters by; every key narrows. */
export interface Filters {
  /** Raw words; the engine's analysis is that of the index. */
  q?: string;
  /**
   * True where no word may be corrected. Else a word of 4 letters or more that finds nothing in the scope, whatever
   * the other filters, is taken for a typo of the nearest word of its titles, trades and employers: one edit from 4
   * letters, two from 8, with another first letter only where nothing else fits; the most frequent of the nearest,
   * then the first by its letters. A target stands in at least two offers of the scope, and in more than the typed
   * word in the whole index: "plombier" is no typo where plumbers are wanted in the next town. Where a word finds
   * nothing and is near nothing, the query finds nothing, and none of its words is corrected.
   */
  exact?: boolean;
  around?: Around;
  /** An offer passes a filter by one of its words or values; an empty list narrows nothing. */
  contract?: ContractWord[];
  nature?: NatureWord[];
  hours?: HoursWord[];
  schedule?: ScheduleWord[];
  experience?: ExperienceWord[];
  pay?: PayBand[];
  remote?: RemoteWord[];
  disabled?: DisabledWord[];
  /** Values as `search/values.ts` makes them, or `unstated`; one that no offer has finds nothing. */
  trade?: string[];
  sector?: string[];
  employer?: string[];
  /**
   * INSEE codes: one place of the offer must lie there, in the scope. `unstated` is a place in the scope of which the
   * département alone is known.
   */
  commune?: string[];
  /** Ids: one of them must carry the offer. A partner that the scope does not accept carries nothing. */
  partner?: string[];
  /** The first instant that counts, in ms since the epoch (the caller knows the day in Europe/Paris). */
  since?: number;
}

export interface SearchRequest extends Filters {
  /**
   * `newest`: by the calendar day of publication in Europe/Paris, the newest first, then by id. `relevance`: all words
   * in the title, then in title and trade, then anywhere, each part in the order of `newest`; without words the same
   * as `newest`. `nearest`: by the distance that cards show (0.1 km), then as `newest`; from the place asked for, else
   * from the centre of the scope; offers without a place on the map come last.
   */
  sort: Sort;
  /** From 0. */
  offset: number;
  limit: number;
  facets?: Facet[];
  /** For the `since` facet: the first instants to count from, keyed by their value. */
  sinceSteps?: Record<string, number>;
  /** Places offers at a distance without narrowing (a département was asked for, or nothing). */
  distanceFrom?: Point;
}

export interface SearchResult {
  generation: number;
  total: number;
  offers: OfferCard[];
  /**
   * Facets that were asked for. Of a closed list every word in its order, also those that no offer has. Of an open one
   * the `MOST_FACET_VALUES` most frequent values and those that are filtered by, by total, then by value; `unstated`
   * last, always, but for partners. A trade, sector or employer is labelled as most offers of the scope spell it, of
   * several such spellings by the first; a commune as the scope names it.
   */
  facets?: Partial<Record<Facet, FacetValue[]>>;
  /** True where words were cut to the limits of the contract. */
  cut?: boolean;
  /** What was taken for typos, in the order of the words; absent where nothing was. */
  corrected?: Correction[];
}

export interface CountResult {
  generation: number;
  total: number;
  /** As in {@link SearchResult}. */
  corrected?: Correction[];
}

/** Codes of areas by the INSEE codes of the communes that lie in them. */
export type Areas = ReadonlyMap<string, string>;

/** Where the offers of a query lie; each counts at least once. */
export interface MapResult {
  generation: number;
  /**
   * Codes of areas with the offers that have a place in a commune of the scope within them, by code; an offer counts
   * once in each of its areas, whatever the place that was asked for.
   */
  areas: [code: string, total: number][];
  /** Offers of the scope that are known by their département alone. */
  unplaced: number;
  /** Offers that lie nowhere in the scope: the fully remote ones. */
  outside: number;
  /** As in {@link SearchResult}. */
  corrected?: Correction[];
}

export interface EngineSuggestion {
  text: string;
  kind: 'title' | 'employer';
  total: number;
}

export interface EngineState {
  /** 0 until something was published. */
  generation: number;
  /** ms since the epoch of the last publication. */
  publishedAt?: number;
  offers: number;
}

/** What a publication writes; nothing is seen before it is committed, all of it is seen afterwards. */
export interface Publication {
  /** @param described the words of its description, see `describedWords`, where they are known already */
  put(offer: Offer, described?: string): void;
  withdraw(id: string): void;
}

/** The writing side; exactly one exists for an index. */
export interface EngineWriter {
  /** Runs `source` and commits what it put and withdrew as one generation; throws away all of it if it throws. */
  publish(source: (publication: Publication) => void | Promise<void>): Promise<EngineState>;
  state(): EngineState;
  close(): Promise<void>;
}

/** The asking side. Every engine gives the same answers: the conformance suite holds them to a linear scan. */
export interface Engine {
  search(scope: Scope, request: SearchRequest): Promise<SearchResult>;
  count(scope: Scope, filters: Filters): Promise<CountResult>;
  /** Counts what `search` finds by commune, or by `areas`, in which every commune of the scope must lie. */
  map(scope: Scope, filters: Filters, areas?: Areas): Promise<MapResult>;
  /** Titles and employers of the scope that continue what was typed, the most frequent first. */
  suggest(scope: Scope, typed: string, limit: number): Promise<EngineSuggestion[]>;
  /** One open offer by its id, whatever the board. */
  offer(id: string): Promise<Offer | undefined>;
  /** Whether the scope shows this offer. */
  shows(scope: Scope, offer: Offer): boolean;
  state(): EngineState;
  close(): Promise<void>;
}
