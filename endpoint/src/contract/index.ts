export * from './board.ts';
export * from './offer.ts';
export * from './schemas.ts';
export * from './search.ts';
export * from './vocabulary.ts';
