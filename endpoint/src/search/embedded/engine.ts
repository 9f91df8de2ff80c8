import type { Correction, Facet, Offer, OfferCard } from '../../contract/index.ts';
import { openDatabase, type Database } from '../../shared/database.ts';
import type {
  Areas,
  CountResult,
  EngineState,
  EngineSuggestion,
  Filters,
  MapResult,
  Scope,
  SearchRequest,
  SearchResult,
} from '../engine.ts';
import type { SerialisedResult, ServingEngine } from '../serving.ts';
import { asTyped, correctedTerm } from '../typos.ts';
import { analyseQuery, type Term } from '../words/analyse.ts';
import { makeCard, type StoredCard } from './cards.ts';
import { ChoiceValues } from './choice-values.ts';
import { CHOICES, type ChoiceFacet } from './choices.ts';
import { mapOf } from './map.ts';
import type { PublishedMessage } from './message.ts';
import { countFacets, type Counted, type Counting } from './facets.ts';
import { testsOf } from './filters.ts';
import { narrow } from './narrow.ts';
import { readPublished } from './schema.ts';
import { Scopes, shows } from './scopes.ts';
import { byDistance, byRelevance } from './sort.ts';
import { Suggestions } from './suggest.ts';
import { Typos } from './typos.ts';
import { findsAny, Words, type Tiers } from './words.ts';

/** What a query found, and how its words were understood. */
interface Matched {
  /** In the order of "newest". */
  rows: Uint32Array;
  facets: SearchResult['facets'];
  tiers?: Tiers;
  cut: boolean;
  corrected?: Correction[];
}

/** Totals that are kept for a board. */
const MOST_TOTALS = 500;

const NOTHING_COUNTED: Counting = { facets: [], sinceSteps: {} };

/** The asking side of the embedded engine. */
export interface EmbeddedEngine extends ServingEngine {
  /** Switches to a generation that the writer published; gives the one in use, which the writer is to be told. */
  adopt(message: PublishedMessage): number;
}

/**
 * Opens an index for queries. The writer must have opened it before, or there is nothing to be found until
 * {@link EmbeddedEngine.adopt} brings the first generation.
 *
 * @param options.published the generation in use; without it the last one that was committed is read from the file
 * @throws {CorruptDatabase} now or at any query where the file is damaged
 */
export function openEngine({
  file,
  published,
}: {
  file: string;
  published?: PublishedMessage;
}): EmbeddedEngine {
  const db = openDatabase(file, { readOnly: true });
  return new Embedded(db, published ?? readPublished(db));
}

class Embedded implements EmbeddedEngine {
  readonly #db: Database;
  #published: PublishedMessage;
  #scopes: Scopes;
  #prepared?: ReturnType<typeof prepare>;

  constructor(db: Database, published: PublishedMessage) {
    this.#db = db;
    this.#published = published;
    this.#scopes = new Scopes(published);
  }

  adopt(message: PublishedMessage): number {
    if (message.generation >= this.#published.generation) {
      this.#published = message;
      this.#scopes = new Scopes(message);
    }
    return this.#published.generation;
  }

  async search(scope: Scope, request: SearchRequest): Promise<SearchResult> {
    const { generation } = this.#published;
    const ranked = request.sort === 'relevance';
    const found = this.#find(scope, request, ranked, {
      facets: request.facets ?? [],
      sinceSteps: request.sinceSteps ?? {},
    });
    const from = request.around?.point ?? request.distanceFrom;
    const { tiers, cut, corrected } = found;
    let rows = found.rows;
    if (ranked && tiers) rows = byRelevance(rows, tiers);
    if (request.sort === 'nearest') {
      rows = byDistance(rows, this.#published.columns, from ?? scope.centre, request.offset + request.limit);
    }
    const offers: OfferCard[] = [];
    for (const row of rows.subarray(request.offset, request.offset + request.limit)) {
      const { card } = this.#statements.card.get(row)!;
      offers.push(makeCard(JSON.parse(card) as StoredCard, scope, request.around, from));
    }
    const result: SearchResult = { generation, total: found.rows.length, offers };
    if (request.facets) result.facets = found.facets;
    if (cut) result.cut = true;
    if (corrected) result.corrected = corrected;
    return result;
  }

  async searchAsJson(scope: Scope, request: SearchRequest): Promise<SerialisedResult> {
    const result = await this.search(scope, request);
    const json = new TextEncoder().encode(JSON.stringify(result));
    return { generation: result.generation, total: result.total, json };
  }

  during(): this {
    return this;
  }

  async count(scope: Scope, filters: Filters): Promise<CountResult> {
    const { generation } = this.#published;
    if (!filters.q) return { generation, total: this.#total(scope, filters) };
    const { rows, corrected } = this.#find(scope, filters, false, NOTHING_COUNTED);
    const result: CountResult = { generation, total: rows.length };
    if (corrected) result.corrected = corrected;
    return result;
  }

  async map(scope: Scope, filters: Filters, areas?: Areas): Promise<MapResult> {
    const { generation, columns } = this.#published;
    const { rows, corrected } = this.#find(scope, filters, false, NOTHING_COUNTED);
    const board = this.#scopes.of(scope);
    const result: MapResult = { generation, ...mapOf(rows, columns, board, areas) };
    if (corrected) result.corrected = corrected;
    return result;
  }

  async suggest(scope: Scope, typed: string, limit: number): Promise<EngineSuggestion[]> {
    if (this.#published.columns.order.length === 0) return [];
    return this.#statements.suggestions.find(
      typed,
      this.#scopes.labels(scope),
      limit,
      this.#published.generation,
    );
  }

  async offer(id: string): Promise<Offer | undefined> {
    if (this.#published.columns.order.length === 0) return undefined;
    // While the writer is ahead of this engine, an id can have its old and its new row.
    for (const { row, offer } of this.#statements.offer.all(id)) {
      if (this.#published.columns.contracts[row]) return JSON.parse(offer) as Offer;
    }
    return undefined;
  }

  shows(scope: Scope, offer: Offer): boolean {
    return shows(scope, offer);
  }

  state(): EngineState {
    const { generation, publishedAt, columns } = this.#published;
    return { generation, publishedAt: publishedAt || undefined, offers: columns.order.length };
  }

  async close(): Promise<void> {
    this.#db.close();
  }

  get #statements() {
    this.#prepared ??= prepare(this.#db);
    return this.#prepared;
  }

  #find(scope: Scope, filters: Filters, ranked: boolean, counting: Counting): Matched {
    const board = this.#scopes.of(scope);
    const { rows, cells } = board;
    const { terms, cut } = analyseQuery(filters.q ?? '');
    if (terms.length === 0 || rows.length === 0) {
      return { ...this.#narrow(scope, filters, undefined, counting), cut };
    }
    const { words } = this.#statements;
    const last = this.#published.columns.contracts.length;
    let tiers = words.tiers(terms, cells, last, ranked);
    let corrected: Correction[] = [];
    if (!filters.exact && !findsAny(rows, tiers)) {
      corrected = this.#correct(terms, scope, filters.q!);
      if (corrected.length > 0) tiers = words.tiers(terms, cells, last, ranked);
    }
    tiers ??= new Uint8Array(last);
    const found = this.#narrow(scope, filters, tiers, counting);
    return { ...found, tiers, cut, corrected: corrected.length > 0 ? corrected : undefined };
  }

  #narrow(
    scope: Scope,
    filters: Filters,
    tiers: Tiers | undefined,
    counting: Counting,
  ): Pick<Matched, 'rows' | 'facets'> {
    const published = this.#published;
    const board = this.#scopes.of(scope);
    const choices =
      asksChoices(filters, counting.facets) && board.rows.length > 0 ? this.#statements.choices : undefined;
    choices?.readNewer();
    const tests = testsOf(filters, board, published, choices);
    const narrowed = narrow(board.rows, published.columns, tiers, tests, filters.around, counting.facets);
    const choiceTotals = () => this.#scopes.choices(scope);
    const counted = { scope, board, published, filters, narrowed, choices, choiceTotals };
    const isWhole = board.rows.length > 0 && narrowed.rows === board.rows;
    return {
      rows: narrowed.rows,
      facets: isWhole ? facetsOfAll(counting, counted) : countFacets(counting, counted),
    };
  }

  /** Counters ask for the same few totals all day: those of a generation are kept with its boards. */
  #total(scope: Scope, asked: Filters): number {
    const filters = { ...asked, q: undefined, exact: undefined };
    const { totals } = this.#scopes.of(scope);
    const key = JSON.stringify(filters);
    let total = totals.get(key);
    if (total === undefined) {
      total = this.#find(scope, filters, false, NOTHING_COUNTED).rows.length;
      if (totals.size >= MOST_TOTALS) totals.clear();
      totals.set(key, total);
    }
    return total;
  }

  /**
   * Replaces the terms that find nothing on the board by what they were meant to be, and says which; none where one of
   * them is near nothing, since the query finds nothing then.
   */
  #correct(terms: Term[], scope: Scope, query: string): Correction[] {
    const { words, typos } = this.#statements;
    const { rows, cells } = this.#scopes.of(scope);
    const labels = this.#scopes.labels(scope);
    const { columns } = this.#published;
    const corrected: Correction[] = [];
    const meant: Term[] = [];
    for (const term of terms) {
      if (words.finds(term, cells, rows, columns.contracts.length)) {
        meant.push(term);
        continue;
      }
      const elsewhere = words.named(term).filter((row) => columns.contracts[row]).length;
      const to = typos.meant(term, { rows, labels }, columns, elsewhere);
      if (to === undefined) return [];
      corrected.push({ from: asTyped(query, term), to });
      meant.push(correctedTerm(term, to));
    }
    terms.splice(0, terms.length, ...meant);
    return corrected;
  }
}

/** Every first page asks for the facets of the whole board: they are kept with it. */
function facetsOfAll(counting: Counting, counted: Counted): ReturnType<typeof countFacets> {
  const { facets } = counted.board;
  const key = JSON.stringify(counting);
  let known = facets.get(key);
  if (!known) {
    known = countFacets(counting, counted);
    if (facets.size >= MOST_TOTALS) facets.clear();
    facets.set(key, known);
  }
  return known;
}

function asksChoices(filters: Filters, facets: readonly Facet[]): boolean {
  return (Object.keys(CHOICES) as ChoiceFacet[]).some(
    (facet) => filters[facet]?.length || facets.includes(facet),
  );
}

/** Prepared when first needed: before the first publication the tables may not be there. */
function prepare(db: Database) {
  const words = new Words(db);
  return {
    words,
    choices: new ChoiceValues(db),
    typos: new Typos(db),
    suggestions: new Suggestions(db, words),
    card: db.prepare<{ card: string }>('SELECT card FROM search_offer WHERE row = ?'),
    offer: db.prepare<{ row: number; offer: string }>('SELECT row, offer FROM search_offer WHERE id = ?'),
  };
}
