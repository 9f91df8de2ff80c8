import { Board, BoardPartner, Freshness } from './board.ts';
import { Block, Contract, Hours, Inline, Offer, OfferCard, OfferPlace, OfferPosting, Pay } from './offer.ts';
import {
  CountAnswer,
  Facets,
  FacetValue,
  Gone,
  Loosening,
  OffersAnswer,
  PlacesAnswer,
  PlaceSuggestion,
  Problem,
  SuggestAnswer,
  Suggestion,
  UnderstoodPlace,
} from './search.ts';

/** Every named schema: the components of openapi.json. */
export const SCHEMAS = [
  Inline,
  Block,
  OfferPlace,
  Contract,
  Pay,
  Hours,
  OfferPosting,
  OfferCard,
  Offer,
  BoardPartner,
  Freshness,
  Board,
  UnderstoodPlace,
  Loosening,
  FacetValue,
  Facets,
  OffersAnswer,
  CountAnswer,
  Suggestion,
  SuggestAnswer,
  PlaceSuggestion,
  PlacesAnswer,
  Problem,
  Gone,
];
