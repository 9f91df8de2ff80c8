import type { PlaceSuggestion } from '../contract/index.ts';
import { fold } from './fold.ts';
import type { Commune, Department, Gazetteer, KnownName } from './gazetteer.ts';

/** The territory that suggestions favour. */
export interface SuggestTerritory {
  /** INSEE codes of the member communes. */
  members: ReadonlySet<string>;
  /** INSEE codes of every commune that the board shows. */
  inReach: ReadonlySet<string>;
  /** Codes of the départements of the members. */
  departments: ReadonlySet<string>;
}

/** A place that fits what was typed. The lowest tier leads, then whole names, then the most populous. */
interface Fit {
  tier: number;
  /** 0: the whole name, 1: its beginning, 2: a later word, 3: a name of before. */
  where: number;
  population: number;
  suggestion: PlaceSuggestion;
}

interface Entry {
  /** The folded name from one of its words on. */
  text: string;
  /** Whether that is its first word, or the one after its article. */
  start: boolean;
  name: KnownName;
}

/** Words that nobody begins to type a place with. */
const SMALL_WORDS = new Set('a au aux d de des du en et l la le les lez les sous sur'.split(' '));
/** The tier of all that lies outside of the territory. */
const REST = 2;
const ARTICLES = new Set(['l', 'la', 'le', 'les']);
/** A beginning that more entries share (no commune is called so) is looked up by population, which ends early. */
const MAX_RANGE = 4000;

/** Suggests communes and départements while a resident types; built once over all names. */
export class PlaceSuggester {
  readonly #gazetteer: Gazetteer;
  /** Sorted by text. */
  readonly #entries: Entry[] = [];
  readonly #ofCommune = new Map<Commune, Entry[]>();
  /** All communes, the most populous first. */
  readonly #byPopulation: Commune[];
  readonly #postcodes: string[];
  readonly #departments: { department: Department; key: string; population: number }[] = [];

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
    for (const names of gazetteer.names.values()) for (const name of names) this.#add(name);
    this.#entries.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
    this.#byPopulation = [...gazetteer.communes.values()].sort((a, b) => b.population - a.population);
    this.#postcodes = [...gazetteer.postcodes.keys()].sort();
    for (const department of gazetteer.departments.values()) {
      const communes = gazetteer.ofDepartment.get(department.code) ?? [];
      const population = communes.reduce((sum, commune) => sum + commune.population, 0);
      this.#departments.push({ department, key: fold(department.name), population });
    }
  }

  /**
   * At most `limit` places that continue what was typed: the members of the territory, the communes in reach,
   * the rest of France, other départements. A département that was typed in full stands first.
   */
  suggest(typed: string, territory: SuggestTerritory, limit: number): PlaceSuggestion[] {
    const key = fold(typed.slice(0, 100));
    if (key === '' || limit <= 0) return [];

    const fits = new Map<string, Fit>();
    const take = (fit: Fit) => {
      const known = fits.get(fit.suggestion.place);
      if (!known || order(fit, known) < 0) fits.set(fit.suggestion.place, fit);
    };
    if (/^\d+$/.test(key)) this.#byPostcode(key, territory, take);
    for (const prefix of beginnings(key)) this.#byName(prefix, territory, limit, take);
    this.#byDepartment(key, territory, take);
    return [...fits.values()]
      .sort(order)
      .slice(0, limit)
      .map(({ suggestion }) => suggestion);
  }

  #add(name: KnownName): void {
    const words = name.key.split(' ');
    const own = this.#ofCommune.get(name.commune) ?? [];
    let start = true;
    for (const [position, word] of words.entries()) {
      if (position > 0 && SMALL_WORDS.has(word)) continue;
      const entry = { text: words.slice(position).join(' '), start, name };
      this.#entries.push(entry);
      own.push(entry);
      start &&= ARTICLES.has(word);
    }
    this.#ofCommune.set(name.commune, own);
  }

  #byName(prefix: string, territory: SuggestTerritory, limit: number, take: (fit: Fit) => void): void {
    const start = lowerBound(this.#entries, (entry) => entry.text < prefix);
    const end = lowerBound(this.#entries, (entry) => entry.text < `${prefix}\uffff`);
    if (end - start <= MAX_RANGE) {
      for (const entry of this.#entries.slice(start, end))
        take(fitOf(entry, prefix, territory, this.#gazetteer));
      return;
    }
    let left = limit;
    for (const commune of this.#inOrder(territory)) {
      const entries = (this.#ofCommune.get(commune) ?? []).filter(({ text }) => text.startsWith(prefix));
      for (const entry of entries) take(fitOf(entry, prefix, territory, this.#gazetteer));
      const begins = entries.some(({ start, name }) => start && !name.former);
      if (begins && tierOf(commune, territory) === REST && --left === 0) return;
    }
  }

  /** The territory's communes, then all by population. */
  *#inOrder({ inReach, members }: SuggestTerritory): Generator<Commune> {
    for (const codes of [members, inReach]) {
      for (const insee of codes) {
        const commune = this.#gazetteer.communes.get(insee);
        if (commune) yield commune;
      }
    }
    for (const commune of this.#byPopulation) yield commune;
  }

  #byPostcode(digits: string, territory: SuggestTerritory, take: (fit: Fit) => void): void {
    const start = lowerBound(this.#postcodes, (postcode) => postcode < digits);
    for (let i = start; this.#postcodes[i]?.startsWith(digits); i++) {
      const postcode = this.#postcodes[i]!;
      for (const commune of this.#gazetteer.postcodes.get(postcode)!) {
        take({
          tier: tierOf(commune, territory),
          where: 1,
          population: commune.population,
          suggestion: suggestionOf(commune, postcode, territory, this.#gazetteer),
        });
      }
    }
  }

  #byDepartment(key: string, territory: SuggestTerritory, take: (fit: Fit) => void): void {
    for (const { department, key: name, population } of this.#departments) {
      const { code } = department;
      const whole = name === key || code.toLowerCase() === key || name === `la ${key}`;
      if (!whole && !name.startsWith(key)) continue;
      const tier = whole ? -1 : territory.departments.has(code) ? 1 : REST + 1;
      const suggestion = { place: code, name: department.name, detail: code, member: false };
      take({ tier, where: whole ? 0 : 1, population, suggestion });
    }
  }
}

/** "st" may be the beginning of Strasbourg or stand for "saint": both are looked up. */
function beginnings(key: string): string[] {
  const written = /^(.* )?(sainte?s?)$/.exec(key);
  if (!written) return [key];
  const short = { saint: 'st', sainte: 'ste', saints: 'sts', saintes: 'stes' }[written[2]!];
  return [key, `${written[1] ?? ''}${short}`];
}

function fitOf(entry: Entry, prefix: string, territory: SuggestTerritory, gazetteer: Gazetteer): Fit {
  const { commune, former, name, postcode } = entry.name;
  const suggestion = suggestionOf(commune, postcode, territory, gazetteer);
  if (former && !postcode) suggestion.detail = [suggestion.detail, name].filter(Boolean).join(' · ');
  return {
    tier: tierOf(commune, territory),
    where: former && !postcode ? 3 : entry.start ? Number(entry.text !== prefix) : 2,
    population: commune.population,
    suggestion,
  };
}

function suggestionOf(
  commune: Commune,
  postcode: string | undefined,
  territory: SuggestTerritory,
  gazetteer: Gazetteer,
): PlaceSuggestion {
  const { insee, name, postcodes } = commune;
  const member = territory.members.has(insee);
  const suggestion: PlaceSuggestion = { place: placeOf(commune, gazetteer), name, member };
  const department = gazetteer.departments.get(commune.department)?.name;
  const detail = postcode ?? (postcodes.length === 1 ? postcodes[0] : department);
  if (detail && detail !== name) suggestion.detail = detail;
  return suggestion;
}

/** The INSEE code, or the name with its postcode where five digits would be read as another's postcode. */
function placeOf({ insee, name, postcodes }: Commune, gazetteer: Gazetteer): string {
  return gazetteer.postcodes.has(insee) ? `${name} ${postcodes[0]}` : insee;
}

function tierOf({ insee }: Commune, { members, inReach }: SuggestTerritory): number {
  if (members.has(insee)) return 0;
  return inReach.has(insee) ? 1 : REST;
}

function order(a: Fit, b: Fit): number {
  return a.tier - b.tier || a.where - b.where || b.population - a.population || compare(a, b);
}

function compare(a: Fit, b: Fit): number {
  return a.suggestion.place < b.suggestion.place ? -1 : 1;
}

/** The first position that `before` does not hold for. */
function lowerBound<T>(sorted: readonly T[], before: (item: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
