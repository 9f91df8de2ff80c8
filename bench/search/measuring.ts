import { performance } from 'node:perf_hooks';

/** Times of one kind of query, in milliseconds. */
export interface Times {
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** Milliseconds of each of many answers: on the clock, and of the processor, which other programs do not lengthen. */
export interface Measured {
  times: number[];
  busy: number[];
}

/** Measures so many answers, one after the other; the first ones warm up and do not count. */
export async function measured(count: number, ask: (number: number) => unknown): Promise<Measured> {
  const warm = Math.ceil(count / 20);
  const times: number[] = [];
  const busy: number[] = [];
  for (let number = 0; number < warm + count; number++) {
    const before = process.cpuUsage();
    const started = performance.now();
    await ask(number);
    const ms = performance.now() - started;
    const { user, system } = process.cpuUsage(before);
    if (number < warm) continue;
    times.push(ms);
    busy.push((user + system) / 1000);
  }
  return { times, busy };
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
  const columns = ['p50', 'p95', 'p99', 'max ms', '', 'CPU p50', 'CPU p99'];
  print(title.padEnd(NAME_WIDTH) + columns.map((name) => name.padStart(name === '' ? 3 : 9)).join(''));
}

/** A line of figures; those of the processor where they are known. */
export function printTimes(
  name: string,
  { times, busy }: { times: number[]; busy?: number[] },
  more = '',
): void {
  const { p50, p95, p99, max } = percentiles(times);
  let line = [p50, p95, p99, max].map(figure).join('');
  if (busy) line += `   ${figure(percentiles(busy).p50)}${figure(percentiles(busy).p99)}`;
  print(`  ${name}`.padEnd(NAME_WIDTH) + line + more);
}

const figure = (ms: number) => ms.toFixed(2).padStart(9);

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
