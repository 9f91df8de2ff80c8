import Type, { type Static } from 'typebox';

const InseeCode = Type.String({ pattern: '^(\\d{5}|2[AB]\\d{3})$' });
const Degrees = Type.Number({ minimum: -180, maximum: 180 });
const Position = Type.Array(Degrees, { minItems: 2, maxItems: 3 });
const Rings = Type.Array(Type.Array(Position, { minItems: 4 }), { minItems: 1 });

/** A commune as `/communes` gives it (https://geo.api.gouv.fr/decoupage-administratif/communes), as far as it is read. */
export const CommuneRow = Type.Object({
  code: InseeCode,
  nom: Type.String({ minLength: 1, maxLength: 100 }),
  codeDepartement: Type.Optional(Type.String()),
  codesPostaux: Type.Optional(Type.Array(Type.String({ pattern: '^\\d{5}$' }))),
  codeEpci: Type.Optional(Type.String({ pattern: '^\\d{9}$' })),
  /** Absent for the villages that were destroyed in 1916, and overseas. */
  population: Type.Optional(Type.Integer({ minimum: 0 })),
  centre: Type.Optional(
    Type.Object({
      type: Type.Literal('Point'),
      /** Longitude first. */
      coordinates: Position,
    }),
  ),
});
export type CommuneRow = Static<typeof CommuneRow>;

/** An intercommunality as `/epcis` gives it. */
export const EpciRow = Type.Object({
  code: Type.String({ pattern: '^\\d{9}$' }),
  nom: Type.String({ minLength: 1, maxLength: 200 }),
});

/** A commune with its outline. */
export const ContourRow = Type.Object({
  code: InseeCode,
  contour: Type.Optional(
    Type.Union([
      Type.Object({ type: Type.Literal('Polygon'), coordinates: Rings }),
      Type.Object({ type: Type.Literal('MultiPolygon'), coordinates: Type.Array(Rings, { minItems: 1 }) }),
    ]),
  ),
});
export type ContourRow = Static<typeof ContourRow>;
