import { Cron } from 'croner';
import type { Partner } from './partners/partner.ts';

/** A refresh starts up to so long after its time, so that a thousand towns do not ask a partner in one second. */
const JITTER_MS = 10 * 60_000;
/** Refreshes come together: the next begins no sooner than so long after the last ended. */
const REST_MS = 15 * 60_000;
/** Offers end with the day: shortly after midnight they go, though no partner is asked. */
const AFTER_MIDNIGHT = '1 0 * * *';

/** What is known of a partner here. */
type Scheduled = Pick<Partner, 'id' | 'rulesIn'> & { feed: Pick<Partner['feed'], 'every'> };

/**
 * Asks for refreshes at the partners' times, in Europe/Paris, each time with a delay by chance. Partners whose times
 * lie close together are refreshed together, at most every 15 minutes.
 */
export class Schedule {
  readonly #refresh: (only: string[]) => Promise<void>;
  readonly #random: () => number;
  readonly #crons = new Map<string, Cron>();
  readonly #delays = new Set<NodeJS.Timeout>();
  /** The times of partners by their ids. */
  #times: ReadonlyMap<string, string>;
  /** Their rules, as one text. */
  #rules: string;
  readonly #due = new Set<string>();
  #wanted = false;
  #running = false;
  #resting: NodeJS.Timeout | undefined;
  #restUntil = 0;

  /**
   * @param partners have just been asked, or are about to be
   * @param refresh asks these partners and publishes; with none it publishes what has ended or left
   * @param random from 0 to 1: the share of the longest delay
   */
  constructor(
    partners: Iterable<Scheduled>,
    refresh: (only: string[]) => Promise<void>,
    random: () => number = Math.random,
  ) {
    this.#refresh = refresh;
    this.#random = random;
    const all = [...partners];
    this.#times = timesOf(all);
    this.#rules = rulesOf(all);
    this.#restUntil = performance.now() + REST_MS;
    this.#settle();
  }

  /**
   * Takes partners that were read again: a new one is asked at once, one that left is taken out at once, and other rules
   * are published at once; others keep their times.
   */
  update(partners: Iterable<Scheduled>): void {
    const all = [...partners];
    const before = this.#times;
    const ruled = this.#rules;
    this.#times = timesOf(all);
    this.#rules = rulesOf(all);
    this.#settle();
    const fresh = [...this.#times.keys()].filter((id) => !before.has(id));
    const left = [...before.keys()].some((id) => !this.#times.has(id));
    if (fresh.length > 0 || left || this.#rules !== ruled) void this.#refresh(fresh);
  }

  stop(): void {
    for (const cron of this.#crons.values()) cron.stop();
    for (const delay of this.#delays) clearTimeout(delay);
    clearTimeout(this.#resting);
    this.#wanted = false;
  }

  /** One cron for each time that partners have. */
  #settle(): void {
    const wanted = new Set([...this.#times.values(), AFTER_MIDNIGHT]);
    for (const [times, cron] of this.#crons) {
      if (wanted.has(times)) continue;
      cron.stop();
      this.#crons.delete(times);
    }
    for (const times of wanted) {
      if (this.#crons.has(times)) continue;
      const cron = new Cron(times, { timezone: 'Europe/Paris', unref: true }, () => this.#delay(times));
      this.#crons.set(times, cron);
    }
  }

  #delay(times: string): void {
    const ids = [...this.#times].filter(([, every]) => every === times).map(([id]) => id);
    const delay = setTimeout(() => {
      this.#delays.delete(delay);
      for (const id of ids) this.#due.add(id);
      this.#wanted = true;
      void this.#go();
    }, this.#random() * JITTER_MS);
    delay.unref();
    this.#delays.add(delay);
  }

  /** Refreshes all that are due, unless a refresh runs or has just run: then after it. */
  async #go(): Promise<void> {
    if (!this.#wanted || this.#running) return;
    const rest = this.#restUntil - performance.now();
    if (rest > 0) {
      clearTimeout(this.#resting);
      this.#resting = setTimeout(() => void this.#go(), rest);
      this.#resting.unref();
      return;
    }
    const due = [...this.#due].filter((id) => this.#times.has(id));
    this.#due.clear();
    this.#wanted = false;
    this.#running = true;
    try {
      await this.#refresh(due);
    } finally {
      this.#running = false;
      this.#restUntil = performance.now() + REST_MS;
    }
    await this.#go();
  }
}

function timesOf(partners: readonly Scheduled[]): Map<string, string> {
  return new Map(partners.map(({ id, feed }) => [id, feed.every]));
}

function rulesOf(partners: readonly Scheduled[]): string {
  return JSON.stringify(partners.flatMap(({ id, rulesIn }) => (rulesIn ? [[id, rulesIn]] : [])));
}
