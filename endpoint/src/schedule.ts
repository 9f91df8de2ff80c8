import { Cron } from 'croner';
import type { Partner } from './partners/partner.ts';

/** A refresh starts up to so long after its time, so that a thousand towns do not ask a partner in one second. */
const JITTER_MS = 10 * 60_000;

/** Asks for refreshes at the partners' times, in Europe/Paris; those with the same times are asked together. */
export function scheduleRefreshes(
  partners: Iterable<Partner>,
  refresh: (only: string[]) => void,
): { stop(): void } {
  const byTimes = new Map<string, string[]>();
  for (const { id, feed } of partners) byTimes.set(feed.every, [...(byTimes.get(feed.every) ?? []), id]);
  const waiting = new Set<NodeJS.Timeout>();
  const crons = [...byTimes].map(
    ([times, ids]) =>
      new Cron(times, { timezone: 'Europe/Paris', unref: true }, () => {
        const timer = setTimeout(() => {
          waiting.delete(timer);
          refresh(ids);
        }, Math.random() * JITTER_MS);
        timer.unref();
        waiting.add(timer);
      }),
  );
  return {
    stop() {
      for (const cron of crons) cron.stop();
      for (const timer of waiting) clearTimeout(timer);
    },
  };
}
