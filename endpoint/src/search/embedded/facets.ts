import type { FacetValue } from '../../contract/index.ts';
import { type Facet, MOST_FACET_VALUES, UNSTATED } from '../../contract/vocabulary.ts';
import type { Filters, Scope } from '../engine.ts';
import { countWords, FIELDS } from './bits.ts';
import type { ChoiceValues } from './choice-values.ts';
import { CHOICES, type ChoiceFacet } from './choices.ts';
import { communeNumber, type PublishedMessage } from './message.ts';
import type { Narrowed } from './narrow.ts';
import type { ScopeRows } from './scopes.ts';
import { countChoices, countCommunes, countPartners, countPosted } from './totals.ts';

/** What an answer counts beside its offers. */
export interface Counting {
  facets: readonly Facet[];
  sinceSteps: Readonly<Record<string, number>>;
}

/** What facets are counted over. */
export interface Counted {
  scope: Scope;
  board: ScopeRows;
  published: PublishedMessage;
  filters: Filters;
  narrowed: Narrowed;
  /** Absent where there is no index yet. */
  choices: ChoiceValues | undefined;
  /** Offers of the board by the number of a choice. */
  choiceTotals(): Uint32Array;
}

/** The values of the asked facets, as the contract describes them. */
export function countFacets(
  { facets, sinceSteps }: Counting,
  counted: Counted,
): Partial<Record<Facet, FacetValue[]>> {
  const answer: Partial<Record<Facet, FacetValue[]>> = {};
  for (const facet of facets) answer[facet] = valuesOf(facet, sinceSteps, counted);
  return answer;
}

function valuesOf(facet: Facet, sinceSteps: Counting['sinceSteps'], counted: Counted): FacetValue[] {
  const { columns } = counted.published;
  if (facet === 'since') {
    const steps = Object.entries(sinceSteps);
    const totals = sum(counted, facet, (rows) =>
      countPosted(
        rows,
        columns.posted,
        Float64Array.from(steps, ([, since]) => since),
      ),
    );
    return steps.map(([value], step) => ({ value, total: totals[step]! }));
  }
  if (facet === 'commune') return communeValues(counted);
  if (facet === 'partner') return partnerValues(counted);
  if (facet in CHOICES) return choiceValues(facet as ChoiceFacet, counted);
  const field = FIELDS.find((one) => one.facet === facet)!;
  const totals = sum(counted, facet, (rows) => Uint32Array.from(countWords(field, rows, columns)));
  return field.words.map((value, word) => ({ value, total: totals[word]! }));
}

/** Counts what passes all filters, and what fails the facet's own alone. */
function sum({ narrowed }: Counted, facet: Facet, count: (rows: Uint32Array) => Uint32Array): Uint32Array {
  const totals = count(narrowed.rows);
  const missed = narrowed.missed.get(facet);
  if (missed) count(missed).forEach((total, index) => (totals[index]! += total));
  return totals;
}

function communeValues(counted: Counted): FacetValue[] {
  const { scope, board, published, filters } = counted;
  const totals = sum(counted, 'commune', (rows) => countCommunes(rows, published.columns, board));
  const unstated = totals[0]!;
  totals[0] = 0;
  const values = mostFrequent(
    totals,
    (place) => board.codes[place]!,
    (insee) => board.communes[communeNumber(insee)]!,
    filters.commune,
  );
  return [
    ...values.map(({ value, total }) => withLabel(value, total, scope.names?.get(value))),
    { value: UNSTATED, total: unstated },
  ];
}

function partnerValues(counted: Counted): FacetValue[] {
  const { board, published, filters } = counted;
  const { columns, partners } = published;
  const totals = sum(counted, 'partner', (rows) => countPartners(rows, columns, partners.length));
  for (let number = 0; number < totals.length; number++)
    if (board.accepted?.[number] === 0) totals[number] = 0;
  const values = mostFrequent(
    totals,
    (number) => partners[number]!,
    (id) => partners.indexOf(id),
    filters.partner,
  );
  return values.map(({ value, total }) => ({ value, total }));
}

function choiceValues(facet: ChoiceFacet, counted: Counted): FacetValue[] {
  const { published, filters, choices } = counted;
  const column = published.columns[CHOICES[facet]];
  const end = choices?.end ?? 1;
  const totals = sum(counted, facet, (rows) => countChoices(rows, column, end));
  const unstated = totals[0]!;
  totals[0] = 0;
  for (let number = 1; number < end; number++) {
    const group = choices!.group(number);
    if (group === number || totals[number] === 0) continue;
    totals[group]! += totals[number]!;
    totals[number] = 0;
  }
  const values = mostFrequent(
    totals,
    (number) => choices!.value(number),
    (value) => choices?.find(facet, value) ?? 0,
    filters[facet],
  );
  const labels = choices?.labels(
    values.map(({ number }) => number),
    counted.choiceTotals(),
  );
  return [
    ...values.map(({ value, total, number }) => withLabel(value, total, labels?.get(number))),
    { value: UNSTATED, total: unstated },
  ];
}

function withLabel(value: string, total: number, label: string | undefined): FacetValue {
  return label === undefined ? { value, total } : { value, total, label };
}

interface Frequent {
  value: string;
  total: number;
  number: number;
}

/**
 * The values with the most offers, by total, then by value, and those that are asked for, whether any offer has them
 * or not. One that has no offer is not listed otherwise; nor are offers that say nothing.
 */
function mostFrequent(
  totals: Uint32Array,
  valueOf: (number: number) => string,
  numberOf: (value: string) => number,
  asked: readonly string[] = [],
): Frequent[] {
  const list: Frequent[] = [];
  let least = 1;
  for (let number = 0; number < totals.length; number++) {
    const total = totals[number]!;
    if (total < least) continue;
    const one = { value: valueOf(number), total, number };
    let at = list.length;
    while (at > 0 && compare(one, list[at - 1]!) < 0) at--;
    if (at === MOST_FACET_VALUES) continue;
    list.splice(at, 0, one);
    if (list.length > MOST_FACET_VALUES) list.pop();
    if (list.length === MOST_FACET_VALUES) least = list.at(-1)!.total;
  }
  for (const value of asked) {
    if (value === UNSTATED || list.some((one) => one.value === value)) continue;
    const number = numberOf(value);
    list.push({ value, total: totals[number] ?? 0, number });
  }
  return list.sort(compare);
}

function compare(a: Frequent, b: Frequent): number {
  return b.total - a.total || (a.value < b.value ? -1 : 1);
}
