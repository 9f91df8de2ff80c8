import { join } from 'node:path';
import type { OfferPlace, PlaceSuggestion, Point } from '../contract/index.ts';
import { cached } from './cache.ts';
import { populatedVersion, readPopulatedPlaces } from './coordinates.ts';
import { type Commune, type Department, type Epci, Gazetteer } from './gazetteer.ts';
import { CommuneGrid } from './grid.ts';
import { locate } from './locate.ts';
import { readOfficial } from './official.ts';
import type { RawPlace } from './reading.ts';
import { PlaceSuggester, type SuggestTerritory } from './suggest.ts';
import { understand, type Understood } from './understand.ts';

export type { Commune, Department, Epci, RawPlace, SuggestTerritory, Understood };

/** Every commune of France: finds them by code, name and distance, and places what feeds and residents write. */
export class Places {
  readonly #gazetteer: Gazetteer;
  readonly #grid: CommuneGrid;
  #suggester: PlaceSuggester | undefined;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
    this.#grid = new CommuneGrid(gazetteer.communes.values());
  }

  /**
   * Reads the npm packages that hold the communes and their points.
   * @param cacheFolder where the points are kept, so that the next start need not look for them in 32 MB
   */
  static async load(cacheFolder?: string): Promise<Places> {
    const official = await readOfficial();
    const populated = cacheFolder
      ? await cached(join(cacheFolder, 'points.json'), populatedVersion(), readPopulatedPlaces)
      : await readPopulatedPlaces();
    return new Places(new Gazetteer(official, populated));
  }

  /** All communes of today. */
  communes(): Iterable<Commune> {
    return this.#gazetteer.communes.values();
  }

  /**
   * The commune of an INSEE code. Codes of merged communes give the one of today, those of arrondissements of
   * Paris, Lyon and Marseille their city.
   */
  commune(insee: string): Commune | undefined {
    return this.#gazetteer.commune(insee);
  }

  epci(code: string): Epci | undefined {
    return this.#gazetteer.epcis.get(code);
  }

  department(code: string): Department | undefined {
    return this.#gazetteer.departments.get(code);
  }

  /** The communes whose centre lies within so many kilometres of a point, in no order. */
  within(point: Point, km: number): Commune[] {
    return this.#grid.within(point, km);
  }

  /** Places what a feed says; never throws and never guesses among homonyms. */
  locate(raw: RawPlace): OfferPlace {
    return locate(this.#gazetteer, this.#nearby, raw);
  }

  /** What a resident's words in the box for the place mean, communes of `prefer` before others. */
  understand(text: string, prefer: ReadonlySet<string> = new Set()): Understood | undefined {
    return understand(this.#gazetteer, this.#nearby, text, prefer);
  }

  /** The places that continue what was typed, those of the territory first. The first call builds an index. */
  suggest(typed: string, territory: SuggestTerritory, limit: number): PlaceSuggestion[] {
    this.#suggester ??= new PlaceSuggester(this.#gazetteer);
    return this.#suggester.suggest(typed, territory, limit);
  }

  readonly #nearby = (point: Point, km: number) => this.within(point, km);
}
