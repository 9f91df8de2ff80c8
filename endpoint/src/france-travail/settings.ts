/** The shape of an offer: `endpoint/mappings/france-travail.yaml`. */
export const FRANCE_TRAVAIL_MAPPING = 'france-travail';
/** The environment variables that hold a town's keys (francetravail.io, "Mes applications"). */
export const KEY_VARIABLES = ['FRANCE_TRAVAIL_CLIENT_ID', 'FRANCE_TRAVAIL_CLIENT_SECRET'] as const;
/** Where offers are searched. */
export const SEARCH_ADDRESS = 'https://api.francetravail.io/partenaire/offresdemploi/v2/offres/search';
/** Where keys become a token of some 25 minutes. */
export const TOKEN_ADDRESS =
  'https://entreprise.francetravail.fr/connexion/oauth2/access_token?realm=%2Fpartenaire';
/** Each hour of the day: what is new comes quickly, and every few hours everything is read. */
export const DEFAULT_EVERY = '0 6-22 * * *';
/** The service allows 10 requests a second; some are on their way while others arrive late. */
export const DEFAULT_PER_SECOND = 8;
export const MAX_PER_SECOND = 10;

/** How France Travail's offers are asked for: `feed` with `kind: france-travail` in a partner's file. */
export interface FranceTravailFeed {
  kind: 'france-travail';
  /** A cron expression in the time of Paris. */
  every: string;
  mapping: string;
  /** Address of the search. */
  address: string;
  /** Address of the tokens. */
  token: string;
  /** Requests a second at most. */
  perSecond: number;
  /** Codes of France Travail's partners whose offers are left out: the town's own, and those gathered directly. */
  exclude: readonly string[];
}
