import { type ClosedFacet, FACET_WORDS } from '../../contract/vocabulary.ts';
import type { Columns } from './message.ts';

/** Where a column keeps the words of a closed filter: one bit each, the first word the lowest. */
export interface Field {
  facet: ClosedFacet;
  column: 'contracts' | 'traits';
  shift: number;
  words: readonly string[];
}

/** Every closed filter's place in the columns. */
export const FIELDS: readonly Field[] = [
  ...fieldsOf('contracts', ['contract', 'nature']),
  ...fieldsOf('traits', ['hours', 'schedule', 'experience', 'pay', 'remote', 'disabled']),
];

function fieldsOf(column: Field['column'], facets: ClosedFacet[]): Field[] {
  let shift = 0;
  return facets.map((facet) => {
    const words = FACET_WORDS[facet];
    shift += words.length;
    return { facet, column, shift: shift - words.length, words };
  });
}

/** The bits of some words in the column of their field; words that the field does not know have none. */
export function bitsOf({ words, shift }: Field, some: readonly string[]): number {
  let bits = 0;
  for (const word of some) if (words.includes(word)) bits |= 1 << (shift + words.indexOf(word));
  return bits;
}

/** Both columns' bits of an offer, from its words in each field. */
export function packWords(
  words: Readonly<Record<ClosedFacet, readonly string[]>>,
): Record<Field['column'], number> {
  const bits = { contracts: 0, traits: 0 };
  for (const field of FIELDS) bits[field.column] |= bitsOf(field, words[field.facet]);
  return bits;
}

/** How many of some rows carry each word of a field, in its order. */
export function countWords(
  { column, shift, words }: Field,
  rows: Uint32Array,
  columns: Pick<Columns, 'contracts' | 'traits'>,
): number[] {
  const mask = (1 << words.length) - 1;
  const sets =
    column === 'contracts'
      ? countNarrow(rows, columns.contracts, shift, mask)
      : countWide(rows, columns.traits, shift, mask);
  return words.map((_, word) => sets.reduce((sum, total, set) => ((set >> word) & 1 ? sum + total : sum), 0));
}

/** Rows by the set of their words; one function for each kind of array, which keeps both fast. */
function countNarrow(rows: Uint32Array, column: Uint16Array, shift: number, mask: number): Uint32Array {
  const sets = new Uint32Array(mask + 1);
  for (let index = 0; index < rows.length; index++) sets[(column[rows[index]!]! >>> shift) & mask]!++;
  return sets;
}

function countWide(rows: Uint32Array, column: Uint32Array, shift: number, mask: number): Uint32Array {
  const sets = new Uint32Array(mask + 1);
  for (let index = 0; index < rows.length; index++) sets[(column[rows[index]!]! >>> shift) & mask]!++;
  return sets;
}
