import type { Offer } from '../../contract/index.ts';
import { Oracle } from './oracle.ts';

/** What each generation shows, by its number, with the linear scan over it. */
export class History {
  readonly #offers = new Map<number, Offer[]>();
  readonly #oracles = new Map<number, Oracle>();

  keep(generation: number, offers: Iterable<Offer>): void {
    this.#offers.set(generation, [...offers]);
    this.#oracles.delete(generation);
  }

  /** Those of the generations from one to another, both included, that were kept. */
  oracles(first: number, last: number): Oracle[] {
    const known = [...this.#offers.keys()].filter((generation) => generation >= first && generation <= last);
    return known.map((generation) => this.#oracle(generation));
  }

  #oracle(generation: number): Oracle {
    const oracle = this.#oracles.get(generation) ?? new Oracle(this.#offers.get(generation)!, { generation });
    this.#oracles.set(generation, oracle);
    return oracle;
  }
}
