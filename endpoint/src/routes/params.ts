import Type from 'typebox';

/** The board in an address. */
export const BoardParams = Type.Object({ board: Type.String({ description: 'Id of the board.' }) });

/** A board and one of its offers in an address. */
export const OfferParams = Type.Object({
  board: Type.String({ description: 'Id of the board.' }),
  id: Type.String({ description: 'Id of the offer.' }),
});
