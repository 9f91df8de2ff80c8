import Type, { type Static } from 'typebox';
import { MultiPolygon, Point, ref } from './offer.ts';

export const BoardPartner = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    site: Type.String({ format: 'uri' }),
    attribution: Type.Optional(
      Type.String({ description: "A sentence that the partner's licence asks for." }),
    ),
  },
  { $id: 'BoardPartner' },
);
export type BoardPartner = Static<typeof BoardPartner>;

/** How fresh a board is. */
export const Freshness = Type.Object(
  {
    generation: Type.Integer({ description: 'Number of the published state of the index.' }),
    refreshedAt: Type.Optional(
      Type.String({
        format: 'date-time',
        description: 'When partners were last asked; absent before the first time.',
      }),
    ),
  },
  { $id: 'Freshness' },
);
export type Freshness = Static<typeof Freshness>;

/** One territory's view. */
export const Board = Type.Object(
  {
    id: Type.String(),
    name: Type.String({ description: 'Name of the board, as a heading ("Emploi en Pays de Saint-Omer").' }),
    territory: Type.Object({
      name: Type.String({ description: 'Name of the territory ("le Pays de Saint-Omer").' }),
      centre: Point,
      nearby: Type.Number({
        description: 'Kilometres around the member communes that the board also shows.',
      }),
      communes: Type.Array(Type.Object({ insee: Type.String(), name: Type.String() }), {
        description: 'The member communes.',
      }),
      approximate: Type.Optional(
        Type.Boolean({
          description:
            'True where some communes stand only about where they lie: the endpoint has no exact positions.',
        }),
      ),
      outline: Type.Optional(
        Type.Unsafe<MultiPolygon>({
          ...ref(MultiPolygon),
          description:
            "The outline of the member communes together, simplified for a map of the whole; never in a search's answer, and absent where the endpoint has none.",
        }),
      ),
      outlineSource: Type.Optional(
        Type.String({
          description: 'Whose outline it is and of when, in French: its licence wants that shown beside it.',
        }),
      ),
    }),
    radius: Type.Object({
      steps: Type.Array(Type.Number(), { description: 'The radii to offer, in kilometres, ascending.' }),
      default: Type.Number(),
    }),
    languages: Type.Array(Type.String(), { description: 'BCP 47 tags, the first one is the default.' }),
    partners: Type.Array(ref(BoardPartner)),
    freshness: ref(Freshness),
    theme: Type.Record(Type.String(), Type.String(), {
      description: 'Theme variables without their prefix ("color-primary": "#005a9c").',
    }),
    page: Type.String({
      format: 'uri',
      description: "The board's own page, which works without JavaScript.",
    }),
    demonstration: Type.Optional(Type.Boolean({ description: 'True where the offers are samples.' })),
  },
  { $id: 'Board' },
);
export type Board = Static<typeof Board>;
