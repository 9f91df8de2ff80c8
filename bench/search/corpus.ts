import {
  CONTRACT_KINDS,
  CONTRACT_NATURES,
  type Offer,
  type OfferPlace,
} from '../../endpoint/src/contract/index.ts';
import type { Commune, Places } from '../../endpoint/src/places/places.ts';
import { Random } from '../../endpoint/src/search/conformance/random.ts';
import { Texts } from './texts.ts';
import { Vocabulary } from './words.ts';

/** "Today" of the bench, and so the newest day of its offers. */
export const NOW_MS = Date.parse('2026-11-22T14:00:00Z');
const DAY_MS = 86_400_000;
const PARTNERS = 400;
const OLDEST_DAYS = 60;
const SEED = 20_261_122;
/** Shares of all offers. */
const SPRAYED = 0.02;
const WITHOUT_COMMUNE = 0.03;
const WITH_EMPLOYER = 0.57;
const CARRIED_TWICE = 0.1;

const SCHEDULES = [
  'journée',
  'matin',
  'soirée',
  'nuit',
  'week-end',
  'équipes',
  'horaires décalés',
  'avec coupure',
];
const EXPERIENCES = ['Débutant accepté', '1 an', '2 ans', '3 ans', '5 ans', 'Expérience exigée de 2 An(s)'];

/**
 * A country's offers, each made from its number alone: nothing is kept, so that a million need no more memory than one,
 * and any of them can be made again. Places follow the population, texts and trades the rules of {@link Texts}.
 */
export class Corpus {
  readonly places: Places;
  readonly vocabulary: Vocabulary;
  readonly texts: Texts;
  readonly #communes: Commune[] = [];
  /** Inhabitants of a commune and of all before it. */
  readonly #inhabitants: number[] = [];

  constructor(places: Places) {
    this.places = places;
    this.vocabulary = new Vocabulary(new Random(SEED));
    this.texts = new Texts(this.vocabulary);
    let inhabitants = 0;
    for (const commune of places.communes()) {
      if (!commune.point || commune.population === 0) continue;
      inhabitants += commune.population;
      this.#communes.push(commune);
      this.#inhabitants.push(inhabitants);
    }
  }

  id(number: number): string {
    return `bench${number.toString(36).padStart(6, '0')}`;
  }

  /** @param edition another one is what the partner sends of the same offer later: new text, new day */
  offer(number: number, edition = 0): Offer {
    const random = new Random(Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(edition + SEED, 0x85ebca6b));
    const writing = this.texts.draw(random);
    const { trade } = writing;
    const commune = this.commune(random);
    const kind = random.chance(0.55) ? 'cdi' : random.pick(CONTRACT_KINDS);
    const offer: Offer = {
      id: this.id(number),
      title: this.texts.title(random, writing, commune.name),
      description: this.texts.description(random, writing),
      places: this.#placesOf(random, commune),
      contract: random.chance(0.08) ? { kind, nature: random.pick(CONTRACT_NATURES) } : { kind },
      postedAt: postedAt(random),
      postings: random.some(partners, random.chance(CARRIED_TWICE) ? 2 : 1).map((partner) => ({
        partner,
        reference: String(number),
        link: `https://${partner}.example/${number}`,
      })),
    };
    if (random.chance(0.9)) offer.trade = { code: trade.rome, label: trade.label };
    if (random.chance(WITH_EMPLOYER)) offer.employer = { name: this.texts.employer(random, writing) };
    if (random.chance(0.7)) offer.hours = { time: random.chance(0.8) ? 'full' : 'part' };
    if (random.chance(0.4)) offer.schedule = random.some(SCHEDULES, 1 + random.int(2));
    if (random.chance(0.6)) offer.experience = random.pick(EXPERIENCES);
    if (random.chance(0.5)) offer.pay = payOf(random, trade.hourly);
    if (random.chance(trade.remote ? 0.3 : 0.02)) offer.remote = random.chance(0.2) ? 'full' : 'partial';
    if (random.chance(0.5) && trade.naf) offer.sector = { code: trade.naf.naf, label: trade.naf.label };
    if (random.chance(0.1)) offer.openToDisabled = true;
    return offer;
  }

  /** A commune, the likelier the more people live there. */
  commune(random: Random): Commune {
    const wanted = random.next() * this.#inhabitants.at(-1)!;
    let [low, high] = [0, this.#inhabitants.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#inhabitants[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return this.#communes[low]!;
  }

  #placesOf(random: Random, commune: Commune): OfferPlace[] {
    const drawn = random.next();
    if (drawn < WITHOUT_COMMUNE) {
      const { name } = this.places.department(commune.department)!;
      return [{ name, department: commune.department, precision: 'department' }];
    }
    if (drawn > SPRAYED + WITHOUT_COMMUNE) return [placeOf(commune)];
    const around = this.places.within(commune.point!, 30).filter(({ point }) => point);
    return [commune, ...random.some(around, 2 + random.int(40))].map(placeOf);
  }
}

const partners = Array.from({ length: PARTNERS }, (_, number) => `partner-${number}`);

function placeOf({ insee, name, postcodes, department, point }: Commune): OfferPlace {
  return { insee, name, postcode: postcodes[0], department, point, precision: 'commune' };
}

/** Most offers are young. */
function postedAt(random: Random): string {
  const days = OLDEST_DAYS * random.next() ** 2;
  return new Date(NOW_MS - Math.floor(days * DAY_MS)).toISOString();
}

function payOf(random: Random, [low, high]: readonly [number, number]): Offer['pay'] {
  const hourly = low + (high - low) * random.next();
  const monthly = Math.round(hourly * 151.67);
  return random.chance(0.5)
    ? { text: `${hourly.toFixed(2)} € brut/h`, min: hourly, period: 'hour', comparable: monthly }
    : { text: `${monthly} € brut/mois`, min: monthly, period: 'month', comparable: monthly };
}
