import type { Board, Freshness } from './contract/index.ts';
import type { CompiledBoard } from './boards/board.ts';
import type { AcceptedOffers } from './offers/accepted.ts';
import type { ClickLog } from './offers/clicks.ts';
import type { OutgoingOffers } from './out/outgoing.ts';
import type { FormerOffer } from './offers/identities.ts';
import type { Partner, Receiver } from './partners/partner.ts';
import type { Places } from './places/places.ts';
import type { ServingEngine } from './search/serving.ts';

/** What routes and pages work with; `main.ts` opens it, tests may open their own. */
export interface Services {
  boards: ReadonlyMap<string, CompiledBoard>;
  partners: ReadonlyMap<string, Partner>;
  places: Places;
  engine: ServingEngine;
  clicks: ClickLog;
  /** Offers as boards show them that accept some partners only; without it, in the words of whoever leads. */
  accepted?: Pick<AcceptedOffers, 'of'>;
  /** What goes out to partners, and to whom; without them nothing does. */
  outgoing?: OutgoingOffers;
  receivers?: ReadonlyMap<string, Receiver>;
  /** What became of an offer that the index does not show. */
  former(id: string): FormerOffer | undefined;
  /** How fresh a board is. */
  freshness(board: CompiledBoard): Freshness;
  /** A board as the contract describes it. */
  describe(board: CompiledBoard): Board;
  /** Public origin of the endpoint ("https://emploi.example.fr"), without a slash at its end. */
  origin: string;
  /** Version of the software, part of every ETag. */
  version: string;
  /** Folder with the built elements; absent where another host serves them. */
  elements?: string;
  /** Whether the index is loaded. */
  ready(): boolean;
  /** ms since the epoch. */
  now(): number;
  /** Told of every answer: the pattern of its route, its method and status, and how long it took in ms. */
  answered?(route: string | undefined, method: string, status: number, ms: number): void;
}
