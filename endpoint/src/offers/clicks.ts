import type { Database } from '../shared/database.ts';

/** Clicks of one day on a board's offers that led to one partner; no person is in it. */
export interface Clicks {
  /** Day in Europe/Paris, "2026-11-22". */
  day: string;
  board: string;
  partner: string;
  total: number;
}

/** Counts clicks in memory and hands them over from time to time, so that a redirect never waits for a disk. */
export class ClickLog {
  #counts = new Map<string, Clicks>();

  add(day: string, board: string, partner: string, total = 1): void {
    const key = `${day} ${board} ${partner}`;
    const clicks = this.#counts.get(key) ?? { day, board, partner, total: 0 };
    clicks.total += total;
    this.#counts.set(key, clicks);
  }

  /** Takes back what was drained and could not be saved. */
  restore(drained: readonly Clicks[]): void {
    for (const { day, board, partner, total } of drained) this.add(day, board, partner, total);
  }

  /** Gives what was counted since the last time, and begins anew. */
  drain(): Clicks[] {
    const drained = [...this.#counts.values()];
    this.#counts = new Map();
    return drained;
  }
}

/** Adds clicks to those that stand in `town-jobs.db`. */
export function saveClicks(db: Database, clicks: readonly Clicks[]): void {
  const add = db.prepare(
    `INSERT INTO click (day, board, partner, total) VALUES (?, ?, ?, ?)
     ON CONFLICT (day, board, partner) DO UPDATE SET total = total + excluded.total`,
  );
  db.transaction(() => {
    for (const { day, board, partner, total } of clicks) add.run(day, board, partner, total);
  });
}
