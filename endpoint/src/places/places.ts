import { join } from 'node:path';
import type { MultiPolygon, OfferPlace, PlaceSuggestion, Point } from '../contract/index.ts';
import { cached } from './cache.ts';
import { type PopulatedPlace, populatedVersion, readPopulatedPlaces } from './coordinates.ts';
import { byPopulation, type Commune, type Department, type Epci, Gazetteer } from './gazetteer.ts';
import { fold } from './fold.ts';
import { CommuneGrid } from './grid.ts';
import { type KeptPlaces, outlineKey, readKept, withKept } from './kept.ts';
import { locate } from './locate.ts';
import { type Official, readOfficial } from './official.ts';
import type { RawPlace } from './reading.ts';
import { PlaceSuggester, type SuggestTerritory } from './suggest.ts';
import { understand, type Understood } from './understand.ts';

export type { Commune, Department, Epci, RawPlace, SuggestTerritory, Understood };

/** Every commune of France: finds them by code, name and distance, and places what feeds and residents write. */
export class Places {
  readonly #gazetteer: Gazetteer;
  readonly #grid: CommuneGrid;
  readonly #outlines: KeptPlaces['outlines'];
  #suggester: PlaceSuggester | undefined;
  /** Changes with every update of the places; empty where none was made. */
  readonly revision: string;

  /** @param kept what `town-jobs places update` took last */
  constructor(gazetteer: Gazetteer, kept?: Pick<KeptPlaces, 'outlines' | 'takenAt'>) {
    this.#gazetteer = gazetteer;
    this.#outlines = kept?.outlines ?? {};
    this.revision = kept?.takenAt ?? '';
    this.#grid = new CommuneGrid(gazetteer.communes.values());
  }

  /**
   * Reads the npm packages that hold the communes and their points, and the exact ones of `town-jobs places update`.
   * @param dataFolder where both are kept; the points of the packages, so that the next start need not look for them in
   * 32 MB
   */
  static async load(dataFolder?: string): Promise<Places> {
    const official = await readOfficial();
    const populated = await Places.populated(dataFolder);
    return Places.of(official, populated, dataFolder === undefined ? undefined : await readKept(dataFolder));
  }

  /** The populated places of the packages, looked for once where a data folder can keep them. */
  static populated(dataFolder?: string): Promise<PopulatedPlace[]> {
    if (dataFolder === undefined) return readPopulatedPlaces();
    return cached(join(dataFolder, 'points.json'), populatedVersion(), readPopulatedPlaces);
  }

  /** The places of the packages, those of an update before them. */
  static of(official: Official, populated: readonly PopulatedPlace[], kept?: KeptPlaces): Places {
    if (!kept) return new Places(new Gazetteer(official, populated));
    const centres = new Map(kept.communes.map(({ code, centre }) => [code, centre]));
    return new Places(new Gazetteer(withKept(official, kept), populated, centres), kept);
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

  /** The outline of these communes together, where `town-jobs places update` drew it. */
  outline(insees: Iterable<string>): MultiPolygon | undefined {
    return this.#outlines[outlineKey(insees)];
  }

  /** The communes of exactly this name, however it is spelt; the largest first. */
  named(name: string): Commune[] {
    const known = this.#gazetteer.names.get(fold(name)) ?? [];
    return [...new Set(known.flatMap(({ commune, former }) => (former ? [] : commune)))].sort(byPopulation);
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
