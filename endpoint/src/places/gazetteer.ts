import type { Point } from '../contract/index.ts';
import type { PopulatedPlace } from './coordinates.ts';
import { meanPoint } from './distance.ts';
import { fold } from './fold.ts';
import type { Official, OfficialCommune } from './official.ts';

/** A commune of today; the arrondissements of Paris, Lyon and Marseille are part of theirs. */
export interface Commune {
  /** INSEE code. */
  insee: string;
  name: string;
  /** Its folded name. */
  key: string;
  /** Ascending; several communes may share one. */
  postcodes: readonly string[];
  /** Code of the département. */
  department: string;
  /** Code of the intercommunality (EPCI). */
  epci?: string;
  population: number;
  point?: Point;
  /** `commune`: the point is its own; `approximate`: derived from its neighbours; `none`: it has no point. */
  precision: 'commune' | 'approximate' | 'none';
}

/** An intercommunality. */
export interface Epci {
  code: string;
  name: string;
  /** INSEE codes of the communes. */
  members: readonly string[];
}

export interface Department {
  code: string;
  name: string;
  /** Code of the region. */
  region?: string;
}

/** A name under which a commune is known. */
export interface KnownName {
  commune: Commune;
  /** In its official spelling. */
  name: string;
  key: string;
  /** The postcode of an arrondissement. */
  postcode?: string;
  /** True for the name of a commune that has merged, of an arrondissement or of a village. */
  former: boolean;
}

/** All communes of France with the ways to find them. */
export class Gazetteer {
  readonly communes = new Map<string, Commune>();
  readonly epcis = new Map<string, Epci>();
  readonly departments = new Map<string, Department>();
  readonly ofDepartment = new Map<string, Commune[]>();
  /** By folded name. */
  readonly names = new Map<string, KnownName[]>();
  /** The largest commune first. */
  readonly postcodes = new Map<string, Commune[]>();
  /** By folded name. */
  readonly departmentNames = new Map<string, Department>();
  /** Codes of regions by folded name. */
  readonly regionNames = new Map<string, string>();
  /** Communes of today by the codes of what became part of them. */
  readonly #successors = new Map<string, Commune>();

  /** @param centres the exact points of communes, by INSEE code */
  constructor(
    official: Official,
    populated: readonly PopulatedPlace[],
    centres: ReadonlyMap<string, Point> = new Map(),
  ) {
    for (const row of official.communes) this.#addCommune(row);
    for (const row of official.communes) this.#addFormer(row);
    for (const { code, nom, membres } of official.epcis) {
      const members = membres.map((member) => member.code).filter((insee) => this.communes.has(insee));
      this.epcis.set(code, { code, name: nom, members });
      for (const insee of members) this.communes.get(insee)!.epci = code;
    }
    for (const { code, nom, region } of official.departments) {
      const department = { code, name: nom, region };
      this.departments.set(code, department);
      this.departmentNames.set(fold(nom), department);
    }
    for (const { code, nom } of official.regions) this.regionNames.set(fold(nom), code);
    for (const communes of this.postcodes.values()) communes.sort(byPopulation);
    this.#placeOwn(populated);
    this.#placeExactly(centres);
    this.#placeDerived();
  }

  /** The commune of today for an INSEE code of today, of an arrondissement or of a merged commune. */
  commune(insee: string): Commune | undefined {
    return this.communes.get(insee) ?? this.#successors.get(insee);
  }

  #addCommune({ type, code, nom, departement, codesPostaux, population }: OfficialCommune): void {
    if (type !== 'commune-actuelle') return;
    const commune: Commune = {
      insee: code,
      name: nom,
      key: fold(nom),
      postcodes: [...(codesPostaux ?? [])].sort(),
      department: departement,
      population: population ?? 0,
      precision: 'none',
    };
    this.communes.set(code, commune);
    for (const postcode of commune.postcodes) append(this.postcodes, postcode, commune);
    append(this.ofDepartment, departement, commune);
    this.#addName({ commune, name: nom, key: commune.key, former: false });
  }

  #addFormer({ type, code, nom, commune, chefLieu, codesPostaux, anciensCodes }: OfficialCommune): void {
    const today = this.communes.get(commune ?? chefLieu ?? code);
    if (!today) return;
    for (const former of anciensCodes ?? []) this.#successors.set(former, today);
    if (type === 'commune-actuelle') return;
    this.#successors.set(code, today);
    const key = fold(nom);
    if (key !== today.key) {
      this.#addName({ commune: today, name: nom, key, postcode: codesPostaux?.[0], former: true });
    }
  }

  #addName(name: KnownName): void {
    append(this.names, name.key, name);
  }

  /**
   * Gives each commune the point of its main place: of its own name, a seat rather than a quarter, the
   * largest. The other villages become names of it: many are communes whose names no official list keeps.
   */
  #placeOwn(populated: readonly PopulatedPlace[]): void {
    const best = new Map<Commune, { place: PopulatedPlace; rank: number }>();
    for (const place of populated) {
      const commune = this.commune(place.insee);
      if (!commune) continue;
      const key = fold(place.name);
      const names = (this.names.get(key) ?? []).filter((name) => name.commune === commune);
      if (names.length === 0 && place.feature !== 'PPLX') {
        this.#addName({ commune, name: place.name, key, former: true });
      }
      const rank =
        (names.some(({ former }) => !former) ? 4 : 0) +
        (place.feature.startsWith('PPLA') || place.feature === 'PPLC' ? 2 : 0) +
        (place.feature === 'PPLX' ? 0 : 1);
      const known = best.get(commune);
      const better =
        !known || rank > known.rank || (rank === known.rank && place.population > known.place.population);
      if (better) best.set(commune, { place, rank });
    }
    for (const [commune, { place }] of best) {
      commune.point = place.point;
      commune.precision = 'commune';
    }
  }

  #placeExactly(centres: ReadonlyMap<string, Point>): void {
    for (const [insee, point] of centres) {
      const commune = this.communes.get(insee);
      if (!commune) continue;
      commune.point = point;
      commune.precision = 'commune';
    }
  }

  /** Small communes have no point of their own: they get the mean of their postcode, else of their EPCI. */
  #placeDerived(): void {
    const placed = [...this.communes.values()].filter(({ point }) => point);
    const byPostcode = new Map<string, Point[]>();
    const byEpci = new Map<string, Point[]>();
    for (const { point, postcodes, epci } of placed) {
      for (const postcode of postcodes) append(byPostcode, postcode, point!);
      if (epci) append(byEpci, epci, point!);
    }
    for (const commune of this.communes.values()) {
      if (commune.point) continue;
      const near = commune.postcodes.flatMap((postcode) => byPostcode.get(postcode) ?? []);
      commune.point = meanPoint(near) ?? meanPoint(byEpci.get(commune.epci ?? '') ?? []);
      if (commune.point) commune.precision = 'approximate';
    }
  }
}

/** Orders communes from the largest to the smallest. */
export function byPopulation(a: Commune, b: Commune): number {
  return b.population - a.population || (a.insee < b.insee ? -1 : 1);
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
