import type { Block, Contract, Hours, OfferPlace, Pay } from '../contract/index.ts';

/** "board:ID" is the partner that offers come from which were posted on a board. */
export const BOARD_PREFIX = 'board:';

/** Id of the board that a partner stands for; undefined for every other partner. */
export function boardOf(partner: string): string | undefined {
  return partner.startsWith(BOARD_PREFIX) ? partner.slice(BOARD_PREFIX.length) : undefined;
}

/** One partner's copy of a job, mapped from its feed and placed; several postings make an offer. */
export interface Posting {
  /** `partner:reference`, or `partner:` and the canonical link where the feed has no reference. */
  key: string;
  /** Id of the partner, or "board:ID". */
  partner: string;
  reference?: string;
  /** http(s), as the partner gave it. */
  link: string;
  /** Pages of the same job at whom the partner has it from; they are compared with other partners' links, never shown. */
  origins?: { name?: string; link: string }[];
  title: string;
  description: Block[];
  employer?: { name: string; siret?: string };
  places: OfferPlace[];
  contract: Contract;
  hours?: Hours;
  schedule?: string[];
  pay?: Pay;
  experience?: string;
  remote?: 'partial' | 'full';
  trade?: { code?: string; label: string };
  sector?: { code?: string; label: string };
  licences?: string[];
  openToDisabled?: boolean;
  adaptedEmployer?: boolean;
  openings?: number;
  /** BCP 47 tag where the text is not French. */
  language?: string;
  /** ISO 8601 instants. */
  postedAt: string;
  /** True where the feed gives no date: `postedAt` is when it was gathered, and the first one is to be kept. */
  undated?: true;
  updatedAt?: string;
  expiresAt?: string;
}
