import { performance } from 'node:perf_hooks';

/** Times of one kind of query, in milliseconds. */
export interface Times {
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** Times in milliseconds of answering each of these, one after the other; the first ones warm up and do not count. */
export async function timesOf(count: number, ask: (number: number) => unknown): Promise<number[]> {
  const warm = Math.ceil(count / 20);
  const times: number[] = [];
  for (let number = 0; number < warm + count; number++) {
    const started = performance.now();
    await ask(number);
    if (number >= warm) times.push(performance.now() - started);
  }
  return times;
}

export function percentiles(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** The head of a table of {@link printTimes}. */
export function printHead(title: string): void {
  print(title.padEnd(NAME_WIDTH) + ['p50', 'p95', 'p99', 'max ms'].map((name) => name.padStart(9)).join(''));
}

export function printTimes(name: string, times: readonly number[], more = ''): void {
  const { p50, p95, p99, max } = percentiles(times);
  const figures = [p50, p95, p99, max].map((ms) => ms.toFixed(2).padStart(9)).join('');
  print(`  ${name}`.padEnd(NAME_WIDTH) + figures + more);
}

/** A line with a figure and its unit. */
export function printFigure(name: string, figure: number, unit: string, more = ''): void {
  const digits = figure < 10 ? 2 : 0;
  print(`${name.padEnd(NAME_WIDTH)}${figure.toFixed(digits).padStart(9)} ${unit}${more}`);
}

const NAME_WIDTH = 38;

/** How long something took, in milliseconds, with what it gave. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
}

/** Megabytes (2^20 bytes). */
export const megabytes = (bytes: number) => bytes / 2 ** 20;
