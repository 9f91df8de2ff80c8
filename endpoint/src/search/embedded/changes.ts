import { countsOf, unpackFacts, type Facts } from './facts.ts';

const BLOCK_BYTES = 2 ** 20;
const HIDDEN = -1;

/**
 * The rows in which a generation differs from the last one. Facts stay packed, thousands of rows to a block of
 * memory: a first refresh changes a million rows.
 */
export class Changes {
  /** Entries that the columns of places and partners may need for the new facts, at most. */
  places = 0;
  partners = 0;
  /** Where the facts of a row stand: number of the block times its length, and the offset in it. */
  readonly #at = new Map<number, number>();
  readonly #blocks: Uint8Array[] = [];
  #blockEnd = BLOCK_BYTES;

  get size(): number {
    return this.#at.size;
  }

  /** Says that a row is visible with these facts, as `packFacts` gives them. */
  show(row: number, packed: Uint8Array): void {
    const { places, partners } = countsOf(packed);
    this.places += places;
    this.partners += partners;
    this.#at.set(row, this.#keep(packed));
  }

  /** Says that a row is visible no more. */
  hide(row: number): void {
    this.#at.set(row, HIDDEN);
  }

  has(row: number): boolean {
    return this.#at.has(row);
  }

  /** The rows, ascending. */
  rows(): Uint32Array {
    return Uint32Array.from(this.#at.keys()).sort();
  }

  /** The facts of a changed row; `undefined` for one that is visible no more. */
  facts(row: number): Facts | undefined {
    const at = this.#at.get(row);
    if (at === undefined || at === HIDDEN) return undefined;
    return unpackFacts(this.#blocks[Math.floor(at / BLOCK_BYTES)]!.subarray(at % BLOCK_BYTES));
  }

  #keep(packed: Uint8Array): number {
    if (this.#blockEnd + packed.length > BLOCK_BYTES) {
      this.#blocks.push(new Uint8Array(Math.max(BLOCK_BYTES, packed.length)));
      this.#blockEnd = 0;
    }
    const at = (this.#blocks.length - 1) * BLOCK_BYTES + this.#blockEnd;
    this.#blocks.at(-1)!.set(packed, this.#blockEnd);
    this.#blockEnd += packed.length;
    return at;
  }
}
