import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Reporter, TestSuiteResult } from '@web/test-runner';

/** How one runner ended, or several together. */
export interface Figures {
  passed: number;
  failed: number;
  skipped: number;
}

/** The runners, in the order in which `npm test` starts them; `firefox` and `webkit` where these are installed. */
export const RUNNERS = ['unit', 'browser', 'firefox', 'webkit', 'e2e'] as const;
export type Runner = (typeof RUNNERS)[number];

/** Where a runner leaves its figures. */
export function figuresFile(runner: Runner): string {
  return join(import.meta.dirname, `../../node_modules/.cache/town-jobs/figures-${runner}.json`);
}

/** A reporter for the web test runner that writes passed, failed and skipped; a file that breaks counts as failed. */
export function figuresReporter(runner: Runner): Reporter {
  return {
    async stop({ sessions }) {
      const figures: Figures = { passed: 0, failed: 0, skipped: 0 };
      for (const { testResults, passed } of sessions) {
        const before = figures.failed;
        if (testResults) count(testResults, figures);
        if (!passed && figures.failed === before) figures.failed += 1;
      }
      const file = figuresFile(runner);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, JSON.stringify(figures));
    },
  };
}

function count(suite: TestSuiteResult, figures: Figures): void {
  for (const { skipped, passed } of suite.tests) {
    figures[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
  }
  for (const inner of suite.suites) count(inner, figures);
}

/**
 * Reads what a runner left. No file, or one with no test at all, is a failure: a run that found nothing must not
 * look like a run that found nothing wrong.
 */
export async function readFigures(runner: Runner, exitCode: number): Promise<Figures> {
  const text = await readFile(figuresFile(runner), 'utf8').catch(() => '{}');
  const left = JSON.parse(text) as Partial<Figures> & VitestFigures;
  const figures = {
    passed: left.passed ?? left.numPassedTests ?? 0,
    failed: left.failed ?? left.numFailedTests ?? 0,
    skipped: left.skipped ?? (left.numPendingTests ?? 0) + (left.numTodoTests ?? 0),
  };
  const nothingRan = figures.passed + figures.failed === 0;
  if (figures.failed === 0 && (exitCode !== 0 || nothingRan)) figures.failed = 1;
  return figures;
}

/** Removes what an earlier run left. */
export async function forgetFigures(runner: Runner): Promise<void> {
  await rm(figuresFile(runner), { force: true });
}

/** The part of vitest's JSON report that is read. */
interface VitestFigures {
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  numTodoTests?: number;
}
