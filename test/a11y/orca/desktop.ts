import { spawn, execFile, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** Programs that the desktop needs, and the packages of Debian and Ubuntu that bring them. */
const PROGRAMS = {
  orca: 'orca',
  Xvfb: 'xvfb',
  'dbus-daemon': 'dbus',
  xdotool: 'xdotool',
} as const;

/** Packages that are missing for a desktop with a screen reader; empty where all is there. */
export function missingPackages(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return Object.entries(PROGRAMS)
    .filter(([program]) => !folders.some((folder) => existsSync(join(folder, program))))
    .map(([, name]) => name);
}

/** A screen nobody sees, with a session bus and Orca on it. */
export interface Desktop {
  /** For programs that are to be seen and read on it. */
  env: Record<string, string>;
  /** "43.1" */
  orca: string;
  /** Starts the screen reader. */
  startOrca(): void;
  /** Presses keys as somebody at the keyboard does ("Tab", "shift+Tab", "a"). */
  press(...keys: string[]): Promise<void>;
  /** Gives the keyboard to the window of a program. */
  focusWindow(program: string): Promise<void>;
  close(): Promise<void>;
}

const run = promisify(execFile);

/** Starts the desktop in French; what is to be spoken goes to `speech`, an address for `SPEECHD_ADDRESS`. */
export async function startDesktop(speech: string): Promise<Desktop> {
  const folder = await mkdtemp(join(tmpdir(), 'town-jobs-desktop-'));
  const children: ChildProcess[] = [];
  const start = (command: string, words: string[], env?: NodeJS.ProcessEnv) => {
    const child = spawn(command, words, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(child);
    return child;
  };
  const close = async () => {
    for (const child of children.reverse()) await end(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    const screen = ['-screen', '0', '1280x1000x24', '-nolisten', 'tcp'];
    const display = `:${await firstLine(start('Xvfb', ['-displayfd', '1', ...screen]))}`;
    const env: Record<string, string> = {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      XDG_RUNTIME_DIR: folder,
      DISPLAY: display,
      LANG: 'C.UTF-8',
      LANGUAGE: 'fr',
      GSETTINGS_BACKEND: 'memory',
      GNOME_ACCESSIBILITY: '1',
      SPEECHD_ADDRESS: speech,
    };
    const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address=1'], env);
    env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(bus);
    const { stdout } = await run('orca', ['--version'], { env });
    const settings = join(folder, 'orca');
    await mkdir(settings);
    return {
      env,
      orca: stdout.trim(),
      startOrca: () => {
        start('orca', ['--user-prefs-dir', settings, '--disable', 'braille', '--enable', 'speech'], env);
      },
      async press(...keys) {
        await run('xdotool', ['key', '--clearmodifiers', ...keys], { env });
      },
      async focusWindow(program) {
        const found = await run('xdotool', ['search', '--sync', '--onlyvisible', '--class', program], {
          env,
        });
        await run('xdotool', ['windowfocus', '--sync', found.stdout.trim().split('\n').at(-1)!], { env });
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) =>
      fail(new Error(`${child.spawnfile} ended at its start, exit code ${code}.`)),
    );
    createInterface(child.stdout!).once('line', done);
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill();
  const patience = setTimeout(() => child.kill('SIGKILL'), 3000);
  await ended;
  clearTimeout(patience);
}
