import type { BarCounts } from '../offers/bars.ts';
import type { Database } from '../shared/database.ts';
import type { Gathered } from './judge.ts';

/** How a partner's feed stands: what the last refresh gave, and since when it has been well. */
export interface SourceState extends Omit<Gathered, 'ms' | 'status'> {
  /** `shrunk`: whole, but less than half of what stood before; `closed`: in fault for too long, its offers are gone. */
  status: Gathered['status'] | 'shrunk' | 'closed';
  /** ms since the epoch. */
  askedAt: number;
  /** How many of its postings were shown after the refresh. */
  standing?: number;
  /** Of its postings that stand, those that its rules let nobody see. */
  barred?: BarCounts;
  /** ms since the epoch of the last whole or unchanged feed. */
  wellAt?: number;
  /** ms since the epoch of the first fault of a source that has never been well. */
  troubledSince?: number;
  /** What its postings were made by; other settings or another mapping ask for the whole feed. */
  recipe?: string;
  /** Counts equal shrunken refreshes, by the postings of the first: the third is believed. */
  shrunk?: { accepted: number; times: number };
  /** Keys of postings that the last whole look at a service in pages did not hold: not in the next one either, they go. */
  missing?: string[];
}

/** What became of the records of a source, its rules included. */
export interface Tally {
  read: number;
  accepted: number;
  refused: number;
  /** How many records were refused for which reason, with samples. */
  reasons: SourceState['refused'];
}

/**
 * Counts what was refused on reading and what rules bar. Of a gathering that is a part of what stands the accepted
 * postings are those that were read, barred or not.
 */
export function tallyOf({ status, read, accepted, refused, barred = {} }: SourceState): Tally {
  const reasons = { ...refused, ...barred };
  const part = status === 'news' || status === 'incomplete';
  return {
    read,
    accepted: part ? accepted : Math.max(0, accepted - sum(barred)),
    refused: sum(reasons),
    reasons,
  };
}

function sum(counts: BarCounts): number {
  return Object.values(counts).reduce((total, { count }) => total + count, 0);
}

/** The health of every source, kept over restarts in `town-jobs.db`. */
export class Sources {
  readonly #read;
  readonly #write;
  readonly #all;

  constructor(db: Database) {
    this.#read = db.prepare<{ state: string }>('SELECT state FROM source WHERE partner = ?');
    this.#write = db.prepare('INSERT OR REPLACE INTO source (partner, state) VALUES (?, ?)');
    this.#all = db.prepare<{ partner: string; state: string }>(
      'SELECT partner, state FROM source ORDER BY partner',
    );
  }

  get(partner: string): SourceState | undefined {
    const row = this.#read.get(partner);
    return row && (JSON.parse(row.state) as SourceState);
  }

  set(partner: string, state: SourceState): void {
    this.#write.run(partner, JSON.stringify(state));
  }

  all(): Map<string, SourceState> {
    return new Map(this.#all.all().map(({ partner, state }) => [partner, JSON.parse(state) as SourceState]));
  }
}
