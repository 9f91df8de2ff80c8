import Type, { type Static, type TSchema } from 'typebox';
import { CONTRACT_KINDS, CONTRACT_NATURES, PAY_PERIODS, PRECISIONS } from './vocabulary.ts';

/** A closed list of words as a schema. */
export function oneOf<const T extends readonly string[]>(words: T, description: string) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...words], description });
}

/** A named schema where it is used: it stays one component in openapi.json. */
export function ref<T extends TSchema>(schema: T & { $id?: string }) {
  return Type.Unsafe<Static<T>>({ $ref: `${schema.$id}#` });
}

const Instant = (description: string) => Type.String({ format: 'date-time', description });

/** A point in WGS 84: latitude, longitude, in degrees. */
export const Point = Type.Unsafe<[number, number]>({
  type: 'array',
  items: { type: 'number' },
  minItems: 2,
  maxItems: 2,
  description: 'Latitude and longitude in degrees (WGS 84).',
});
export type Point = Static<typeof Point>;

/** The `coordinates` and `type` of a GeoJSON MultiPolygon (RFC 7946): unlike a {@link Point}, longitude comes first. */
export const MultiPolygon = Type.Object(
  {
    type: oneOf(['MultiPolygon'], 'What it is in GeoJSON.'),
    coordinates: Type.Unsafe<[number, number][][][]>({
      type: 'array',
      description:
        'Polygons, each of closed rings, the outer one first, of [longitude, latitude] in degrees (WGS 84).',
      items: {
        type: 'array',
        items: {
          type: 'array',
          items: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
        },
      },
    }),
  },
  { $id: 'MultiPolygon' },
);
export type MultiPolygon = Static<typeof MultiPolygon>;

/** A run of text, or a link-free inline mark around runs: partners' HTML never travels further than this tree. */
export const Inline = Type.Object(
  {
    text: Type.String(),
    mark: Type.Optional(oneOf(['strong', 'em'], 'How the run is marked.')),
  },
  { $id: 'Inline' },
);
export type Inline = Static<typeof Inline>;

/** A block of a description: a paragraph, a heading, or a list whose items are runs of text. */
export const Block = Type.Object(
  {
    kind: oneOf(['p', 'heading', 'ul', 'ol'], 'What the block is.'),
    runs: Type.Optional(Type.Array(ref(Inline), { description: 'The text of a paragraph or heading.' })),
    items: Type.Optional(Type.Array(Type.Array(ref(Inline)), { description: 'The items of a list.' })),
  },
  { $id: 'Block' },
);
export type Block = Static<typeof Block>;

export const OfferPlace = Type.Object(
  {
    insee: Type.Optional(Type.String({ description: 'INSEE code of the commune, where it is known.' })),
    name: Type.String({ description: 'Name as residents know it; for a département, its name.' }),
    postcode: Type.Optional(Type.String()),
    department: Type.Optional(Type.String({ description: 'Code of the département ("62", "2A", "974").' })),
    country: Type.Optional(Type.String({ description: 'ISO 3166-1 alpha-2, only where it is not FR.' })),
    point: Type.Optional(Point),
    precision: oneOf(PRECISIONS, 'How exactly the place is known.'),
  },
  { $id: 'OfferPlace' },
);
export type OfferPlace = Static<typeof OfferPlace>;

export const Contract = Type.Object(
  {
    kind: oneOf(CONTRACT_KINDS, 'What the contract is in law.'),
    nature: Type.Optional(oneOf(CONTRACT_NATURES, 'What the contract is for, where it is special.')),
    months: Type.Optional(Type.Number({ exclusiveMinimum: 0, description: 'Length in months.' })),
  },
  { $id: 'Contract' },
);
export type Contract = Static<typeof Contract>;

export const Pay = Type.Object(
  {
    text: Type.Optional(Type.String({ description: 'What the partner wrote, shortened to 120 characters.' })),
    min: Type.Optional(Type.Number({ description: 'Gross euros per period.' })),
    max: Type.Optional(Type.Number({ description: 'Gross euros per period.' })),
    period: Type.Optional(oneOf(PAY_PERIODS, 'The period of min and max.')),
    comparable: Type.Optional(
      Type.Number({
        description:
          'The lower bound as full-time monthly gross euros: hour × 151.67, year ÷ 12; absent where it would be a guess.',
      }),
    ),
  },
  { $id: 'Pay' },
);
export type Pay = Static<typeof Pay>;

export const Hours = Type.Object(
  {
    time: Type.Optional(oneOf(['full', 'part'], 'Full or part time.')),
    weekly: Type.Optional(Type.Number({ description: 'Hours a week.' })),
  },
  { $id: 'Hours' },
);
export type Hours = Static<typeof Hours>;

/** One partner's copy of an offer. */
export const OfferPosting = Type.Object(
  {
    partner: Type.String({ description: 'Id of the partner.' }),
    reference: Type.Optional(Type.String({ description: "The partner's own reference." })),
    link: Type.String({ format: 'uri', description: "The offer on the partner's site." }),
  },
  { $id: 'OfferPosting' },
);
export type OfferPosting = Static<typeof OfferPosting>;

const common = {
  id: Type.String({ description: 'Stable id, minted once.' }),
  title: Type.String(),
  employer: Type.Optional(
    Type.Object({ name: Type.String(), siret: Type.Optional(Type.String({ pattern: '^\\d{14}$' })) }),
  ),
  contract: ref(Contract),
  hours: Type.Optional(ref(Hours)),
  pay: Type.Optional(ref(Pay)),
  remote: Type.Optional(oneOf(['partial', 'full'], 'Remote work, where the partner states it.')),
  language: Type.Optional(Type.String({ description: 'BCP 47 tag, only where the text is not French.' })),
  postedAt: Instant('When the oldest posting was published; L5332-1 of the Code du travail wants it shown.'),
};

/** What a card in a list shows. */
export const OfferCard = Type.Object(
  {
    ...common,
    place: Type.Optional(ref(OfferPlace)),
    distance: Type.Optional(
      Type.Number({ description: 'Kilometres from the place asked for to the nearest place of the offer.' }),
    ),
    communes: Type.Optional(
      Type.Integer({ description: 'In how many communes one text was posted, where more than one.' }),
    ),
    partners: Type.Array(Type.String(), {
      description: 'Ids of the partners that carry it, the leading one first.',
    }),
  },
  { $id: 'OfferCard' },
);
export type OfferCard = Static<typeof OfferCard>;

/** One offer in full. */
export const Offer = Type.Object(
  {
    ...common,
    description: Type.Array(ref(Block)),
    places: Type.Array(ref(OfferPlace)),
    schedule: Type.Optional(Type.Array(Type.String())),
    experience: Type.Optional(Type.String({ description: "The partner's words." })),
    trade: Type.Optional(
      Type.Object({ code: Type.Optional(Type.String({ description: 'ROME code.' })), label: Type.String() }),
    ),
    sector: Type.Optional(
      Type.Object({ code: Type.Optional(Type.String({ description: 'NAF code.' })), label: Type.String() }),
    ),
    licences: Type.Optional(Type.Array(Type.String({ description: 'Driving licences asked for.' }))),
    openToDisabled: Type.Optional(Type.Boolean()),
    adaptedEmployer: Type.Optional(Type.Boolean()),
    openings: Type.Optional(Type.Integer({ minimum: 1 })),
    updatedAt: Type.Optional(Instant('When the newest posting was updated.')),
    expiresAt: Type.Optional(Instant('When the partner says it ends.')),
    closedAt: Type.Optional(Instant('When it was seen to be gone.')),
    postings: Type.Array(ref(OfferPosting), { description: 'The leading one first.' }),
  },
  { $id: 'Offer' },
);
export type Offer = Static<typeof Offer>;
