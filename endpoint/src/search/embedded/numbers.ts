/** So many names and their numbers are kept in memory; a town has few of them, a country hundreds of thousands. */
const MOST_KNOWN = 100_000;

/** Hands out numbers that nothing uses, small ones first: engines keep tables of as many entries as the largest. */
export class FreeNumbers {
  /** The smallest last. */
  readonly #free: number[] = [];
  #next: number;

  /** @param taken lists of the numbers in use */
  constructor(...taken: readonly Uint32Array[]) {
    this.#next = Math.max(0, ...taken.map(largest)) + 1;
    const isTaken = new Uint8Array(this.#next);
    for (const numbers of taken) for (const number of numbers) isTaken[number] = 1;
    for (let number = this.#next - 1; number > 0; number--)
      if (isTaken[number] === 0) this.#free.push(number);
  }

  take(): number {
    return this.#free.pop() ?? this.#next++;
  }
}

/** Those of some numbers that no visible row carries in any of the columns. */
export function notCarried(
  numbers: Uint32Array,
  columns: readonly Uint32Array[],
  visible: Uint32Array,
): Uint32Array {
  const carried = new Uint8Array(largest(numbers) + 1);
  for (const column of columns) for (const row of visible) carried[column[row]!] = 1;
  return numbers.filter((number) => carried[number] === 0);
}

/** Remembers a number by its name, within bounds. */
export function keep(known: Map<string, number>, name: string, number: number): void {
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, number);
}

function largest(numbers: Uint32Array): number {
  let most = 0;
  for (const number of numbers) if (number > most) most = number;
  return most;
}
