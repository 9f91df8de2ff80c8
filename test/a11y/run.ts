import { AssertionError } from 'node:assert';
import type { BrowserName, Driver } from './browsers.ts';
import type { Fault, Point } from './point.ts';
import { CannotBeAsked } from './tab.ts';
import type { Visit } from './visit.ts';
import type { Corner } from './world.ts';

/** What became of a point in a browser. */
export type Outcome = 'passed' | 'failed' | 'inapplicable';

/** A point's result in one browser. */
export interface Result {
  point: Point;
  browser: BrowserName;
  outcome: Outcome;
  /** What does not hold, or why the point does not apply. */
  message?: string;
  /** Whether the check saw each fault that was planted; `seen` says how. */
  faults: { what: string; caught: boolean; seen?: string }[];
}

/** Checks a point as the product is, then once with each of its faults. */
export async function runPoint(
  point: Point,
  driver: Driver,
  corner: Corner,
  has: (tag: string) => boolean,
): Promise<Result> {
  const base = { point, browser: driver.name };
  const { needs } = point;
  if (needs && !needs.some(has)) {
    const message = `nothing of the kind exists yet: ${needs.join(', ')}`;
    return { ...base, outcome: 'inapplicable', message, faults: [] };
  }

  // A busy machine can come between two steps of a check: what is wrong is wrong twice.
  const first = await tryOnce(point, corner, []);
  const isAnswer = !first.error || first.error instanceof CannotBeAsked;
  const { error } = isAnswer ? first : await tryOnce(point, corner, []);
  const faults: Result['faults'] = [];
  for (const fault of point.faults) {
    const { error: seen, opened } = await tryOnce(point, corner, [fault]);
    // No page came in which it could be seen.
    if (seen instanceof CannotBeAsked && opened === 0) continue;
    faults.push({
      what: fault.what,
      caught: seen instanceof AssertionError,
      ...(seen && { seen: sentence(seen) }),
    });
  }
  return {
    ...base,
    outcome: !error ? 'passed' : error instanceof CannotBeAsked ? 'inapplicable' : 'failed',
    ...(error && { message: sentence(error) }),
    faults,
  };
}

interface Attempt {
  /** What the check threw; nothing where the point holds. */
  error?: Error;
  /** How many pages it saw. */
  opened: number;
}

async function tryOnce(point: Point, corner: Corner, faults: readonly Fault[]): Promise<Attempt> {
  const visits: Visit[] = [];
  corner.proxy.calm();
  try {
    await point.check({
      proxy: corner.proxy,
      async open(page, opening = {}) {
        const visit = await corner.open(page, opening, faults);
        visits.push(visit);
        return visit;
      },
    });
    return { opened: visits.length };
  } catch (error) {
    return { error: error as Error, opened: visits.length };
  } finally {
    corner.proxy.calm();
    for (const visit of visits) await visit.close().catch(() => undefined);
  }
}

function sentence(error: Error): string {
  const isPlain = error instanceof AssertionError || error instanceof CannotBeAsked;
  const text = isPlain ? error.message : `${error.name}: ${error.message}`;
  return text.replaceAll(/\s+/g, ' ').slice(0, 400);
}
