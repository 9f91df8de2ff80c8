import { type Facet, OPEN_FACETS, UNSTATED } from '../../contract/vocabulary.ts';
import type { Filters } from '../engine.ts';
import { bitsOf, FIELDS } from './bits.ts';
import type { ChoiceValues } from './choice-values.ts';
import { CHOICES, type ChoiceFacet } from './choices.ts';
import { communeNumber, type Columns, type PublishedMessage } from './message.ts';
import type { ScopeRows } from './scopes.ts';

/** A filter that is ready for all rows: it marks those that fail it. */
export interface Test {
  facet: Facet;
  /**
   * @param failed bits of the filters that a row fails, by its index in `rows`
   * @param bit the place of this filter's bit
   */
  mark(rows: Uint32Array, failed: Uint16Array, bit: number): void;
}

/** The filters of a query over closed lists, values, partners and dates; words and places are not among them. */
export function testsOf(
  filters: Filters,
  board: ScopeRows,
  { columns, partners }: PublishedMessage,
  choices: ChoiceValues | undefined,
): Test[] {
  const tests: Test[] = [];
  for (const field of FIELDS) {
    const words = filters[field.facet];
    if (!words?.length) continue;
    const bits = bitsOf(field, words);
    const { facet } = field;
    if (field.column === 'contracts') {
      tests.push({ facet, mark: (...args) => markNarrow(columns.contracts, bits, ...args) });
    } else tests.push({ facet, mark: (...args) => markWide(columns.traits, bits, ...args) });
  }
  for (const facet of OPEN_FACETS) {
    const values = filters[facet];
    if (!values?.length) continue;
    if (facet === 'commune') {
      const wanted = wantedCommunes(values, board);
      tests.push({ facet, mark: (...args) => markCommunes(columns, board, wanted, ...args) });
    } else if (facet === 'partner') {
      const wanted = Uint8Array.from(partners, (id, number) =>
        values.includes(id) && board.accepted?.[number] !== 0 ? 1 : 0,
      );
      tests.push({ facet, mark: (...args) => markPartners(columns, wanted, ...args) });
    } else {
      const wanted = wantedChoices(facet, values, choices);
      tests.push({ facet, mark: (...args) => markChoices(columns[CHOICES[facet]], wanted, ...args) });
    }
  }
  const { since } = filters;
  if (since !== undefined) {
    tests.push({ facet: 'since', mark: (...args) => markPosted(columns.posted, since, ...args) });
  }
  return tests;
}

/** 1 for the place of each commune in the board's list that is asked for; under 0 for offers without a commune. */
function wantedCommunes(values: readonly string[], { codes, communes }: ScopeRows): Uint8Array {
  const wanted = new Uint8Array(codes.length);
  for (const value of values) {
    const place = communes[communeNumber(value)]!;
    if (place !== 0) wanted[place] = 1;
  }
  if (values.includes(UNSTATED)) wanted[0] = 1;
  return wanted;
}

/** 1 for the number of each spelling of what is asked for; that of 0 for offers that say nothing. */
function wantedChoices(
  facet: ChoiceFacet,
  values: readonly string[],
  choices: ChoiceValues | undefined,
): Uint8Array {
  const wanted = new Uint8Array(choices?.end ?? 1);
  if (values.includes(UNSTATED)) wanted[0] = 1;
  const groups = new Set(values.map((value) => choices?.find(facet, value) ?? 0));
  for (let number = 1; number < wanted.length; number++) {
    const group = choices!.group(number);
    if (group !== 0 && groups.has(group)) wanted[number] = 1;
  }
  return wanted;
}

/** 1 for 0, and 0 for other sets of bits: without a branch, which no processor could foresee here. */
function isZero(bits: number): number {
  return (bits - 1) >>> 31;
}

function markNarrow(
  column: Uint16Array,
  bits: number,
  rows: Uint32Array,
  failed: Uint16Array,
  bit: number,
): void {
  for (let index = 0; index < rows.length; index++) {
    failed[index]! |= isZero(column[rows[index]!]! & bits) << bit;
  }
}

function markWide(
  column: Uint32Array,
  bits: number,
  rows: Uint32Array,
  failed: Uint16Array,
  bit: number,
): void {
  for (let index = 0; index < rows.length; index++) {
    failed[index]! |= isZero(column[rows[index]!]! & bits) << bit;
  }
}

function markChoices(
  column: Uint32Array,
  wanted: Uint8Array,
  rows: Uint32Array,
  failed: Uint16Array,
  bit: number,
): void {
  for (let index = 0; index < rows.length; index++) {
    failed[index]! |= (wanted[column[rows[index]!]!]! ^ 1) << bit;
  }
}

function markPosted(
  column: Float64Array,
  since: number,
  rows: Uint32Array,
  failed: Uint16Array,
  bit: number,
): void {
  for (let index = 0; index < rows.length; index++) {
    failed[index]! |= Number(column[rows[index]!]! < since) << bit;
  }
}

function markPartners(
  { partnerAt, partner }: Columns,
  wanted: Uint8Array,
  rows: Uint32Array,
  failed: Uint16Array,
  bit: number,
): void {
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const end = partnerAt[row + 1]!;
    let at = partnerAt[row]!;
    while (at < end && wanted[partner[at]!] !== 1) at++;
    failed[index]! |= Number(at === end) << bit;
  }
}

function markCommunes(
  { placeAt, commune, department }: Columns,
  { communes, departments }: ScopeRows,
  wanted: Uint8Array,
  rows: Uint32Array,
  failed: Uint16Array,
  bit: number,
): void {
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const end = placeAt[row + 1]!;
    let at = placeAt[row]!;
    for (; at < end; at++) {
      const place = communes[commune[at]!]!;
      if (wanted[place] !== 1) continue;
      if (place !== 0 || (commune[at] === 0 && departments.has(department[at]!))) break;
    }
    failed[index]! |= Number(at === end) << bit;
  }
}
