import Type, { type Static } from 'typebox';
import { Board, Freshness } from './board.ts';
import { OfferCard, oneOf, Point, ref } from './offer.ts';
import {
  CONTRACT_WORDS,
  DISABLED_WORDS,
  EXPERIENCE_WORDS,
  FACETS,
  HOURS_WORDS,
  MAP_LEVELS,
  MAX_RADIUS_KM,
  MAX_VALUE_LENGTH,
  MOST_FACET_VALUES,
  NATURE_WORDS,
  PAGE_WINDOW,
  PAY_BANDS,
  REMOTE_WORDS,
  SCHEDULE_WORDS,
  SORTS,
} from './vocabulary.ts';

/** A comma-separated list of words from a closed list. */
function listOf(words: readonly string[], description: string) {
  const word = `(${words.join('|')})`;
  return Type.String({
    pattern: `^${word}(,${word})*$`,
    description: `${description} Comma-separated: ${words.join(', ')}.`,
  });
}

/** A comma-separated list of values as the facet of that name gives them; a value that no offer has finds nothing. */
function valuesOf(description: string, value = `[\\p{L}\\p{N}.:-]{1,${MAX_VALUE_LENGTH}}`) {
  return Type.String({
    maxLength: 1000,
    pattern: `^${value}(,${value})*$`,
    description: `${description} Comma-separated values as the facet gives them.`,
  });
}

const criteria = {
  q: Type.Optional(
    Type.String({
      maxLength: 1000,
      description: 'Words of a job, an employer or a text; cut to 200 characters and 10 terms, and said.',
    }),
  ),
  exact: Type.Optional(oneOf(['1'], 'Look for the words as they are: a typo is not corrected.')),
  place: Type.Optional(
    Type.String({
      maxLength: 100,
      description:
        'A commune by INSEE code or name, a postcode, a département by its code, or "latitude,longitude" in degrees. Five digits mean a postcode wherever one exists.',
    }),
  ),
  radius: Type.Optional(
    Type.Number({
      minimum: 0,
      maximum: MAX_RADIUS_KM,
      description: "Kilometres around the place; the board's default without it.",
    }),
  ),
  contract: Type.Optional(listOf(CONTRACT_WORDS, 'Only these contracts.')),
  nature: Type.Optional(listOf(NATURE_WORDS, 'Only contracts for this; "unstated" is an ordinary one.')),
  hours: Type.Optional(listOf(HOURS_WORDS, 'Full or part time.')),
  schedule: Type.Optional(listOf(SCHEDULE_WORDS, 'When work takes place.')),
  experience: Type.Optional(listOf(EXPERIENCE_WORDS, 'The least experience that is asked for, in years.')),
  pay: Type.Optional(
    listOf(PAY_BANDS, 'Bands of full-time monthly gross euros, each without its upper bound.'),
  ),
  remote: Type.Optional(listOf(REMOTE_WORDS, 'Remote work.')),
  trade: Type.Optional(
    valuesOf('Only these trades: ROME codes, or keys of labels that have none, or "unstated".'),
  ),
  sector: Type.Optional(
    valuesOf('Only these sectors: NAF codes, or keys of labels that have none, or "unstated".'),
  ),
  commune: Type.Optional(
    valuesOf(
      'Only offers with a place in these communes of the board: INSEE codes, or "unstated" where the département alone is known.',
      '(\\d{5}|2[AB]\\d{3}|unstated)',
    ),
  ),
  employer: Type.Optional(valuesOf('Only these employers: keys of their names, or "unstated".')),
  partner: Type.Optional(valuesOf('Only what these partners carry, by their ids.')),
  since: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 365,
      description: 'Only offers posted within so many days (Europe/Paris).',
    }),
  ),
  disabled: Type.Optional(
    listOf(DISABLED_WORDS, 'Only offers that are open to disabled workers, or of adapted employers.'),
  ),
};

/** What a resident asks for. */
export const OffersQuery = Type.Object(
  {
    ...criteria,
    sort: Type.Optional(oneOf(SORTS, 'The order; relevance with words, else newest.')),
    page: Type.Optional(
      Type.Integer({ minimum: 1, maximum: PAGE_WINDOW, description: 'Page of the list, from 1.' }),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, description: 'Offers a page, 20 by default.' }),
    ),
    facets: Type.Optional(listOf(FACETS, 'Facets to count.')),
    include: Type.Optional(listOf(['board'], 'What else to send along.')),
  },
  { additionalProperties: false },
);
export type OffersQuery = Static<typeof OffersQuery>;

export const CountQuery = Type.Object(criteria, { additionalProperties: false });
export type CountQuery = Static<typeof CountQuery>;

/** How the endpoint understood the place that was asked for. */
export const UnderstoodPlace = Type.Object(
  {
    asked: Type.String({ description: 'What was asked.' }),
    found: Type.Boolean({
      description: 'False where nothing of that name is known: the whole territory is shown.',
    }),
    name: Type.Optional(Type.String({ description: 'What to show in the box: "Saint-Omer".' })),
    insee: Type.Optional(Type.String()),
    department: Type.Optional(Type.String()),
    point: Type.Optional(Point),
  },
  { $id: 'UnderstoodPlace' },
);
export type UnderstoodPlace = Static<typeof UnderstoodPlace>;

/** A word that was taken for a typo: nothing on the board carries it. */
export const Correction = Type.Object(
  {
    from: Type.String({ description: 'The word as it was asked for.' }),
    to: Type.String({ description: 'The word that was looked for in its stead, as offers write it.' }),
  },
  { $id: 'Correction' },
);
export type Correction = Static<typeof Correction>;

/** A criterion to drop or widen when nothing was found, and what that would give. */
export const Loosening = Type.Object(
  {
    criterion: oneOf(['q', 'place', 'radius', ...FACETS], 'Which criterion to loosen.'),
    to: Type.Optional(
      Type.Number({ description: 'The wider value; absent where the criterion is dropped.' }),
    ),
    total: Type.Integer({ description: 'How many offers that gives.' }),
  },
  { $id: 'Loosening' },
);
export type Loosening = Static<typeof Loosening>;

/** One value of a facet with the offers that it would give, its own facet's filter left aside. */
export const FacetValue = Type.Object(
  {
    value: Type.String({ description: 'What the parameter of that name takes.' }),
    total: Type.Integer(),
    label: Type.Optional(
      Type.String({
        description:
          'What to show for a trade, a sector, an employer or a commune; absent where nothing of that value is known.',
      }),
    ),
  },
  { $id: 'FacetValue' },
);
export type FacetValue = Static<typeof FacetValue>;

const closed = Type.Optional(
  Type.Array(ref(FacetValue), { description: 'Every word of its list, in its order.' }),
);
const open = Type.Optional(
  Type.Array(ref(FacetValue), {
    description: `The ${MOST_FACET_VALUES} most frequent values and those that are filtered by, by total, then by value; "unstated" comes last, always.`,
  }),
);

/**
 * How many offers each value of a facet would give. An offer counts once in each of its communes and for each of its
 * partners.
 */
export const Facets = Type.Object(
  {
    contract: closed,
    nature: closed,
    hours: closed,
    schedule: closed,
    experience: closed,
    pay: closed,
    remote: closed,
    trade: open,
    sector: open,
    commune: open,
    employer: open,
    partner: Type.Optional(
      Type.Array(ref(FacetValue), {
        description: `The ${MOST_FACET_VALUES} partners of the board with the most offers and those that are filtered by.`,
      }),
    ),
    since: Type.Optional(Type.Array(ref(FacetValue), { description: 'Days, ascending.' })),
    disabled: closed,
  },
  { $id: 'Facets' },
);
export type Facets = Static<typeof Facets>;

export const OffersAnswer = Type.Object(
  {
    generation: Type.Integer(),
    total: Type.Integer({ description: 'Exact number of offers that match.' }),
    page: Type.Integer(),
    pages: Type.Integer({ description: 'Pages that can be asked for, within the window of 1,000 offers.' }),
    sort: oneOf(SORTS, 'The order that was used.'),
    place: Type.Optional(ref(UnderstoodPlace)),
    radius: Type.Optional(Type.Number({ description: 'The radius that was used, in kilometres.' })),
    cut: Type.Optional(
      Type.Boolean({ description: 'True where the words were cut to 200 characters or 10 terms.' }),
    ),
    corrected: Type.Optional(
      Type.Array(ref(Correction), {
        description: 'What was taken for typos, to be said; `exact=1` refuses it.',
      }),
    ),
    offers: Type.Array(ref(OfferCard)),
    facets: Type.Optional(ref(Facets)),
    loosen: Type.Optional(
      Type.Array(ref(Loosening), { description: 'Only where nothing was found; the largest first.' }),
    ),
    board: Type.Optional(ref(Board)),
  },
  { $id: 'OffersAnswer' },
);
export type OffersAnswer = Static<typeof OffersAnswer>;

export const CountAnswer = Type.Object(
  {
    total: Type.Integer(),
    corrected: Type.Optional(Type.Array(ref(Correction), { description: 'What was taken for typos.' })),
    freshness: ref(Freshness),
    theme: Type.Record(Type.String(), Type.String(), {
      description: "The board's theme, for a counter that stands alone on a page.",
    }),
  },
  { $id: 'CountAnswer' },
);
export type CountAnswer = Static<typeof CountAnswer>;

/** An area of a map, as it is shown. */
export const MapPlace = Type.Object(
  {
    name: Type.String(),
    point: Type.Optional(Point),
  },
  { $id: 'MapPlace' },
);
export type MapPlace = Static<typeof MapPlace>;

/** Where offers lie, for a map and for a table of communes. */
export const MapAnswer = Type.Object(
  {
    generation: Type.Integer(),
    level: oneOf(MAP_LEVELS, 'What the codes stand for: larger areas where there are more than 1,500.'),
    communes: Type.Array(
      Type.Unsafe<[string, number]>({
        type: 'array',
        items: [{ type: 'string' }, { type: 'integer' }],
        minItems: 2,
        maxItems: 2,
      }),
      {
        description:
          'INSEE codes (or those of EPCIs or départements) with their offers, by code; an offer with places in several of them counts in each.',
      },
    ),
    places: Type.Array(MapPlace, {
      description: 'What those codes are called and where they lie, in the same order.',
    }),
    unplaced: Type.Integer({ description: 'Offers of which only the département is known.' }),
    outside: Type.Integer({ description: 'Offers that lie nowhere in the territory: fully remote ones.' }),
    place: Type.Optional(ref(UnderstoodPlace)),
    corrected: Type.Optional(Type.Array(ref(Correction), { description: 'What was taken for typos.' })),
  },
  { $id: 'MapAnswer' },
);
export type MapAnswer = Static<typeof MapAnswer>;

export const SuggestQuery = Type.Object(
  {
    q: Type.String({ minLength: 1, maxLength: 100, description: 'What was typed so far.' }),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 20, description: 'Suggestions, 8 by default.' }),
    ),
  },
  { additionalProperties: false },
);
export type SuggestQuery = Static<typeof SuggestQuery>;

/** Words that lead to offers of this board. */
export const Suggestion = Type.Object(
  {
    text: Type.String({ description: 'What to put into the box.' }),
    kind: oneOf(['title', 'employer'], 'Where the words come from.'),
    total: Type.Integer({ description: 'Offers of this board that carry it.' }),
  },
  { $id: 'Suggestion' },
);
export type Suggestion = Static<typeof Suggestion>;

export const SuggestAnswer = Type.Object(
  { suggestions: Type.Array(ref(Suggestion)) },
  { $id: 'SuggestAnswer' },
);
export type SuggestAnswer = Static<typeof SuggestAnswer>;

/** A commune (or a département) that a resident may mean. */
export const PlaceSuggestion = Type.Object(
  {
    place: Type.String({
      description:
        'The value for the place parameter: an INSEE code, a name with its postcode where the code would be read as a postcode, or the code of a département.',
    }),
    name: Type.String(),
    detail: Type.Optional(
      Type.String({ description: 'What tells homonyms apart: postcode or département.' }),
    ),
    member: Type.Boolean({ description: "True for the territory's own communes; they come first." }),
  },
  { $id: 'PlaceSuggestion' },
);
export type PlaceSuggestion = Static<typeof PlaceSuggestion>;

export const PlacesAnswer = Type.Object(
  { places: Type.Array(ref(PlaceSuggestion)) },
  { $id: 'PlacesAnswer' },
);
export type PlacesAnswer = Static<typeof PlacesAnswer>;

/** A refusal (RFC 9457) with one sentence for the person who can mend it. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    parameter: Type.Optional(Type.String({ description: 'The parameter that was refused.' })),
  },
  { $id: 'Problem' },
);
export type Problem = Static<typeof Problem>;

/** The refusal for an offer that has closed. */
export const Gone = Type.Object(
  {
    ...Problem.properties,
    offer: Type.String({ description: 'Title of the closed offer.' }),
    closedAt: Type.String({ format: 'date-time' }),
    similar: Type.Array(ref(OfferCard), { description: 'Open offers of this board for the same work.' }),
  },
  { $id: 'Gone' },
);
export type Gone = Static<typeof Gone>;
