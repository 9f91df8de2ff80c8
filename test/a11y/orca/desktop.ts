import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { firstLine, missingPrograms, Processes, startScreen } from '../../kit/processes.ts';

/** Programs that the desktop needs, and the packages of Debian and Ubuntu that bring them. */
const PROGRAMS = {
  orca: 'orca',
  Xvfb: 'xvfb',
  'dbus-daemon': 'dbus',
  xdotool: 'xdotool',
} as const;

/** Packages that are missing for a desktop with a screen reader; empty where all is there. */
export function missingPackages(): string[] {
  const missing = missingPrograms(Object.keys(PROGRAMS)) as (keyof typeof PROGRAMS)[];
  return missing.map((program) => PROGRAMS[program]);
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
  const processes = new Processes();
  const close = async () => {
    await processes.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    const display = await startScreen(processes);
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
    const bus = processes.start('dbus-daemon', ['--session', '--nofork', '--print-address=1'], env);
    env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(bus);
    const { stdout } = await run('orca', ['--version'], { env });
    const settings = join(folder, 'orca');
    await mkdir(settings);
    return {
      env,
      orca: stdout.trim(),
      startOrca: () => {
        processes.start(
          'orca',
          ['--user-prefs-dir', settings, '--disable', 'braille', '--enable', 'speech'],
          env,
        );
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
