import { execFile } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { promisify } from 'node:util';
import { print } from '../search/measuring.ts';
import { BOMBS, type Bomb } from './bombs.ts';
import { serveLoopback } from './serve.ts';
import type { Victim } from './victim.ts';

/** What a hostile feed may cost. */
const MAX_MB = 300;
const MAX_SECONDS = 10;
/** Of the columns of figures. */
const WIDTHS = [9, 13, 9, 10];
/** A dripping feed is given up after so long here; in service after 15 minutes, in which it costs as little. */
const DRIP_MS = 5000;

/** Serves each bomb whose name holds `only` to a process of its own and prints at once what it cost. */
export async function bombTable(only = ''): Promise<void> {
  const bombs = BOMBS.filter(({ name }) => name.includes(only));
  const { port, close } = await serveLoopback((request, response) => {
    const bomb = BOMBS[Number(request.url!.slice(1))]!;
    response.writeHead(200, { 'content-type': 'application/octet-stream', ...bomb.headers });
    void send(bomb, response);
  });
  const width = Math.max(...bombs.map(({ name }) => name.length));
  let held = 0;
  print(`${'a feed of'.padEnd(width)}  peak MB  processor s     read  accepted`);
  try {
    for (const bomb of bombs) {
      const victim = await strike(`http://127.0.0.1:${port}/${BOMBS.indexOf(bomb)}`, bomb);
      const { status, reason, read, accepted, seconds, peakMB } = victim;
      const isHeld = seconds <= MAX_SECONDS && peakMB <= MAX_MB;
      if (isHeld) held++;
      const figures = [peakMB.toFixed(0), seconds.toFixed(1), String(read), String(accepted)];
      const cells = figures.map((figure, at) => figure.padStart(WIDTHS[at]!)).join('');
      print(
        `${bomb.name.padEnd(width)}${cells}  ${status}${isHeld ? '' : ', TOO MUCH'}: ${reason ?? 'read whole'}`,
      );
    }
    print(`${held} of ${bombs.length} within ${MAX_MB} MB and ${MAX_SECONDS} s of the processor.`);
  } finally {
    await close();
  }
}

async function strike(address: string, bomb: Bomb): Promise<Victim> {
  const victim = join(import.meta.dirname, 'victim.ts');
  const total = bomb.every ? [String(DRIP_MS)] : [];
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    victim,
    address,
    bomb.mapping,
    ...total,
  ]);
  return JSON.parse(stdout) as Victim;
}

async function send({ body, every }: Bomb, response: ServerResponse): Promise<void> {
  for (const piece of body()) {
    if (response.destroyed) return;
    if (every) await after(every);
    if (!response.write(piece)) await drained(response);
  }
  response.end();
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((done) => {
    const go = () => {
      response.off('drain', go).off('close', go);
      done();
    };
    response.on('drain', go).on('close', go);
  });
}
