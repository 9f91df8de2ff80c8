import type { OfferPlace } from '../contract/index.ts';
import type { RawPlace } from '../places/places.ts';
import { Recent } from '../shared/recent.ts';
import type { Locator } from './groups.ts';

const MOST_REMEMBERED = 5000;
const remembered = new WeakMap<Locator, RememberedPlaces>();

/** Places as {@link RememberedPlaces}, the same for every feed that is read with them. */
export function rememberedPlaces(locator: Locator): RememberedPlaces {
  let places = remembered.get(locator);
  if (!places) {
    places = new RememberedPlaces(locator);
    remembered.set(locator, places);
  }
  return places;
}

/** Places what feeds say once, however often they say it: most jobs are in few communes. */
class RememberedPlaces implements Locator {
  readonly #locator: Locator;
  readonly #known = new Recent<string, OfferPlace>(MOST_REMEMBERED);

  constructor(locator: Locator) {
    this.#locator = locator;
  }

  locate(raw: RawPlace): OfferPlace {
    const said = JSON.stringify(raw);
    let place = this.#known.get(said);
    if (!place) {
      place = this.#locator.locate(raw);
      this.#known.set(said, place);
    }
    return { ...place };
  }
}
