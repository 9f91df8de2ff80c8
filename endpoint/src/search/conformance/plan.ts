import type { Offer } from '../../contract/index.ts';
import { makeOffer } from './corpus.ts';
import { Random } from './random.ts';
import type { Publication } from '../engine.ts';

/** One offer in so many changes with a generation, and one in so many of those is withdrawn by it. */
const CHANGES = 10;
const WITHDRAWN = 4;

/** What every generation holds, known from its number alone: who looks after a kill needs no record of it. */
export class Plan {
  /** How many offers there are at most. */
  readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  /** Writes what changes with a generation. */
  write(generation: number, publication: Publication): void {
    for (const write of this.writes(generation)) write(publication);
  }

  /** What changes with a generation, offer by offer. */
  *writes(generation: number): Generator<(publication: Publication) => void> {
    for (let number = 0; number < this.size; number++) {
      if (!changes(number, generation)) continue;
      if (isWithdrawn(number, generation)) yield ({ withdraw }) => withdraw(idOf(number));
      else yield ({ put }) => put(offerOf(number, generation));
    }
  }

  /** The offers that a generation shows. */
  offers(generation: number): Map<string, Offer> {
    const offers = new Map<string, Offer>();
    for (let number = 0; number < this.size && generation > 0; number++) {
      let version = generation;
      while (!changes(number, version)) version--;
      if (!isWithdrawn(number, version)) offers.set(idOf(number), offerOf(number, version));
    }
    return offers;
  }
}

function changes(number: number, generation: number): boolean {
  return generation === 1 || chance(number, generation).int(CHANGES) === 0;
}

function isWithdrawn(number: number, version: number): boolean {
  return version > 1 && chance(version, number).int(WITHDRAWN) === 0;
}

function idOf(number: number): string {
  return `offer${number}`;
}

function offerOf(number: number, version: number): Offer {
  return JSON.parse(JSON.stringify(makeOffer(chance(number, version), idOf(number)))) as Offer;
}

function chance(a: number, b: number): Random {
  return new Random(Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b));
}
