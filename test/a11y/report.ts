import { BROWSERS, type BrowserName } from './browsers.ts';
import { clausesOf, type Point } from './point.ts';
import type { Outcome, Result } from './run.ts';

/** What a release says of its accessibility, for a town's declaration: keyed by RGAA, WCAG and EN numbers. */
export interface Report {
  product: 'town-jobs';
  version: string;
  /** When it was run, ISO 8601. */
  date: string;
  /** Texts that the numbers are from. */
  standards: { rgaa: '4.1.2'; wcag: '2.2'; en: 'EN 301 549 V3.2.1' };
  /** Version of each browser; null where it was not on the machine. */
  browsers: Partial<Record<BrowserName, string | null>>;
  points: {
    number: number;
    text: string;
    rgaa: readonly string[];
    wcag: readonly string[];
    en: readonly string[];
    results: Partial<Record<BrowserName, Omit<Result, 'point' | 'browser'>>>;
  }[];
  /** Worst outcome among the points of each criterion. A passed criterion is no claim of conformity: only an audit is. */
  criteria: Record<'rgaa' | 'wcag' | 'en', Record<string, Outcome>>;
}

const WORST: readonly Outcome[] = ['inapplicable', 'passed', 'failed'];

/** Puts results together by point and by criterion. */
export function reportOf(
  points: readonly Point[],
  results: readonly Result[],
  about: Pick<Report, 'version' | 'date' | 'browsers'>,
): Report {
  const criteria: Report['criteria'] = { rgaa: {}, wcag: {}, en: {} };
  const rows = points.map((point) => {
    const ids = { rgaa: point.rgaa, wcag: point.wcag, en: clausesOf(point.wcag) };
    const own = results.filter((result) => result.point === point);
    for (const { outcome } of own) {
      for (const kind of ['rgaa', 'wcag', 'en'] as const) {
        for (const id of ids[kind]) criteria[kind][id] = worse(criteria[kind][id], outcome);
      }
    }
    const byBrowser = own.map(({ browser, outcome, message, faults }) => [
      browser,
      { outcome, message, faults },
    ]);
    return { number: point.number, text: point.text, ...ids, results: Object.fromEntries(byBrowser) };
  });
  return {
    product: 'town-jobs',
    ...about,
    standards: { rgaa: '4.1.2', wcag: '2.2', en: 'EN 301 549 V3.2.1' },
    points: rows,
    criteria,
  };
}

function worse(one: Outcome | undefined, other: Outcome): Outcome {
  return one && WORST.indexOf(one) > WORST.indexOf(other) ? one : other;
}

/** One line for a point: number, result in each browser with the faults caught, text. */
export function line(point: Point, results: readonly Result[]): string {
  const cells = BROWSERS.map((name) => {
    const result = results.find(({ browser }) => browser === name);
    if (!result) return 'not run'.padEnd(18);
    const caught = result.faults.filter((fault) => fault.caught).length;
    const faults = result.faults.length ? ` ${caught}/${result.faults.length}` : '';
    return (result.outcome + faults).padEnd(18);
  });
  return `${String(point.number).padStart(2)}  ${cells.join('')}${point.text}`;
}

/** What went wrong with a point, one line each; empty where all is well. */
export function complaints(results: readonly Result[]): string[] {
  return results.flatMap(({ browser, outcome, message, faults }) => [
    ...(outcome === 'failed' ? [`${browser}: ${message}`] : []),
    ...faults
      .filter(({ caught }) => !caught)
      .map(({ what, seen }) => `${browser}: did not see the fault "${what}"${seen ? ` but ${seen}` : ''}`),
  ]);
}
