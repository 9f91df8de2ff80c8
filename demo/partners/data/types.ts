import type { AreaId } from '../communes.ts';
import type { DemoPosting } from '../posting.ts';

/**
 * A sentence with choices: `{a|b|}` is one of its alternatives (the last one here is nothing), and words in square
 * brackets stand for the job at hand: `[ville]`, `[à ville]`, `[de ville]`, `[métier]`, `[de métier]`, `[un métier]`.
 */
export type Sentence = string;

export type SectorId =
  | 'soin'
  | 'domicile'
  | 'logistique'
  | 'transport'
  | 'industrie'
  | 'agroalimentaire'
  | 'agriculture'
  | 'vigne'
  | 'batiment'
  | 'hotellerie'
  | 'commerce'
  | 'bureau'
  | 'informatique'
  | 'enseignement'
  | 'proprete'
  | 'aeronautique'
  | 'collectivite';

/** What employers of one sector have in common. */
export interface Sector {
  naf: string;
  label: string;
  /** Invented names: patterns in which `*` stands for one of the shared fancies ("du Vieux Quai"). */
  employers: string[];
  /** Who the employer is, without its name. */
  intros: Sentence[];
  /** When one works. */
  schedules: Sentence[];
  /** What the employer gives beside pay. */
  benefits: Sentence[];
}

/** What a kind of house within a sector says of itself; hours and benefits only where the sector's would be wrong. */
export type House = Omit<Sector, 'schedules' | 'benefits'> & Partial<Pick<Sector, 'schedules' | 'benefits'>>;

/** A trade with the words in which its jobs are written. */
export interface Trade {
  /** ROME code and label. */
  rome: string;
  label: string;
  sector: SectorId;
  /** Where the sector's own would be wrong. */
  naf?: { naf: string; label: string };
  house?: House;
  /** Titles: masculine, feminine, both in one word or two. */
  m: string;
  f: string;
  pair: string;
  /** Other titles under which the same work is posted. */
  variants: string[];
  /** Usual gross pay of an hour in euros, from a beginner's to an experienced person's. */
  hourly: [number, number];
  /** Contracts beside the permanent one. */
  contracts: Exclude<DemoPosting['contract'], 'cdi'>[];
  /** How many of its jobs there are, 1 where not stated. */
  weight?: number;
  /** Share of part-time jobs, 0.1 where not stated. */
  part?: number;
  /** True where it can be done from home. */
  remote?: boolean;
  /** Trades that exist in one area or in some communes only. */
  area?: AreaId;
  communes?: string[];
  /** What the job is about. */
  openings: Sentence[];
  tasks: Sentence[];
  profile: Sentence[];
}
