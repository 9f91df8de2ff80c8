import type { OfferPlace } from '../contract/index.ts';
import type { RawPlace } from '../places/places.ts';
import { Recent } from '../shared/recent.ts';
import type { Locator } from './groups.ts';

const MOST_REMEMBERED = 2000;

/** Places what a feed says once, however often the feed says it: most of a partner's jobs are in few communes. */
export class RememberedPlaces implements Locator {
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
