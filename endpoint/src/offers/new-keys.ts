/** Keys with the numbers of the postings that have them, in memory until they are written. Most keys have one posting. */
export class NewKeys {
  readonly #numbers = new Map<number, number | number[]>();

  /** How many keys there are. */
  get size(): number {
    return this.#numbers.size;
  }

  add(keys: readonly number[], number: number): void {
    for (const key of keys) {
      const known = this.#numbers.get(key);
      if (known === undefined) this.#numbers.set(key, number);
      else if (typeof known === 'number') this.#numbers.set(key, [known, number]);
      else known.push(number);
    }
  }

  /** The oldest postings of a key, at most so many. */
  numbers(key: number, most: number): readonly number[] {
    const known = this.#numbers.get(key);
    if (known === undefined) return [];
    return typeof known === 'number' ? [known] : known.slice(0, most);
  }

  /**
   * Takes a posting out.
   *
   * @returns false where it was never added
   */
  remove(keys: readonly number[], number: number): boolean {
    let found = false;
    for (const key of keys) {
      const known = this.#numbers.get(key);
      if (known === undefined) continue;
      const left = [known].flat().filter((one) => one !== number);
      if (left.length === [known].flat().length) continue;
      found = true;
      if (left.length === 0) this.#numbers.delete(key);
      else this.#numbers.set(key, left);
    }
    return found;
  }

  /** Pairs of key and number in their order, so many at a time; nothing is left afterwards. */
  *drain(most: number): Generator<[key: number, number: number][], void, void> {
    const keys = Float64Array.from(this.#numbers.keys()).sort();
    let pairs: [number, number][] = [];
    for (const key of keys) {
      for (const number of [this.#numbers.get(key)!].flat()) pairs.push([key, number]);
      if (pairs.length < most) continue;
      yield pairs;
      pairs = [];
    }
    if (pairs.length > 0) yield pairs;
    this.clear();
  }

  clear(): void {
    this.#numbers.clear();
  }
}
