import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const MAIN = join(import.meta.dirname, '../../endpoint/dist/main.js');
const SAMPLE_EVERY_MS = 500;
/** Makes the command draw for a terminal of this size, whose bytes are recorded. */
const TERMINAL = `data:text/javascript,Object.assign(process.stderr,{isTTY:true,columns:100,rows:30})`;

/** More of Node's own options for the command: `--cpu-prof --cpu-prof-dir=FOLDER` shows what takes its time. */
const FLAGS = process.env.TOWN_JOBS_BENCH_FLAGS?.split(' ') ?? [];

/** A command that was run to its end. */
export interface Run {
  ms: number;
  /** Of the processors, all threads together, which other programs do not lengthen (Linux; 0 elsewhere). */
  busyMs: number;
  /** What it printed for the operator at its end. */
  said: string;
  /** What it drew on the terminal meanwhile, with the codes that move the cursor. */
  drawn: string;
  /** Memory of the process over time, in bytes (Linux; empty elsewhere). */
  memory: number[];
}

/**
 * Runs `town-jobs COMMAND…` as an operator does, and watches its memory.
 *
 * @throws with what it said where it fails
 */
export async function runCommand(words: readonly string[], env: Record<string, string>): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, [...FLAGS, '--import', TERMINAL, MAIN, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const run: Run = { ms: 0, busyMs: 0, said: '', drawn: '', memory: [] };
  child.stdout.on('data', (bytes: Buffer) => (run.said += bytes));
  child.stderr.on('data', (bytes: Buffer) => (run.drawn += bytes));
  const ended = once(child, 'close') as Promise<[number | null]>;
  let isRunning = true;
  void ended.then(() => (isRunning = false));
  while (isRunning) {
    const bytes = memoryOf(child.pid);
    if (bytes !== undefined) run.memory.push(bytes);
    run.busyMs = busyMsOf(child.pid) ?? run.busyMs;
    await Promise.race([pause(SAMPLE_EVERY_MS), ended]);
  }
  const [code] = await ended;
  run.ms = performance.now() - started;
  if (code !== 0)
    throw new Error(`town-jobs ${words.join(' ')} failed:\n${run.said}\n${run.drawn.slice(-2000)}`);
  return run;
}

/** Ticks of user and system, the 14th and 15th field, 100 a second: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function busyMsOf(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

/** What a process holds in memory, as Linux tells it: https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function memoryOf(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
