/** The four fictitious partners of the demonstration. */
export type DemoPartner = 'grand-tableau' | 'boussole' | 'atelier-rh' | 'mairies';

/** A block of a description as its writer meant it; each format writes it in its own way. */
export type DemoBlock =
  | { kind: 'p'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'ul'; items: string[] };

/** What is wrong with a record on purpose. */
export type DemoFlaw =
  | 'no-title'
  | 'no-link'
  | 'script-link'
  | 'impossible-date'
  | 'control-characters'
  | 'expired'
  | 'repeated-reference';

/** A place as a partner writes it. */
export interface DemoPlace {
  /** INSEE code of the commune that is meant; absent where only a département is known. */
  insee?: string;
  /** As written: "Saint-Omer", "ST OMER CEDEX", "62 - SAINT OMER", "Pas-de-Calais". */
  written: string;
  postcode?: string;
  /** Code and name of the département and name of the region. */
  department: string;
  departmentName: string;
  region: string;
  /** Latitude and longitude in degrees, where the partner states them. */
  point?: [number, number];
}

/** One posting that a partner will serve, before it is written in that partner's format. */
export interface DemoPosting {
  partner: DemoPartner;
  /** The partner's reference, unique within the partner except under the flaw `repeated-reference`. */
  reference: string;
  /** Number of the underlying job: postings of one job carry the same number, whoever posts them. */
  job: number;
  /** Number of the spray where one partner posts one text in many communes. */
  spray?: number;
  flaw?: DemoFlaw;
  title: string;
  employer?: { name: string; siret?: string };
  trade: { rome: string; label: string };
  sector: { naf: string; label: string };
  description: DemoBlock[];
  places: DemoPlace[];
  contract: 'cdi' | 'cdd' | 'interim' | 'saisonnier' | 'apprentissage' | 'stage' | 'independant';
  months?: number;
  time: 'full' | 'part';
  weeklyHours?: number;
  /** When it is worked, in a partner's few words: "de nuit", "en équipes"; none where nothing is said. */
  shifts: readonly string[];
  /** Whether the employer says that disabled people are welcome; absent where it says nothing. */
  openToDisabled?: boolean;
  /** Free text as the partner writes it; absent where pay is not stated. */
  payText?: string;
  /** Figures where the partner's format has them; `wrongPeriod` where the period is mistaken on purpose. */
  pay?: { min: number; max?: number; period: 'hour' | 'month' | 'year'; wrongPeriod?: boolean };
  experience?: 'none' | 'some' | 'long';
  remote?: 'partial' | 'full';
  openings: number;
  /** Instants. */
  postedAt: Date;
  updatedAt?: Date;
  expiresAt?: Date;
  /** A contact inside the feed that must never be published downstream. */
  contact?: { name: string; email: string; phone: string };
}
