import { execFile } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BOMBS, type Bomb } from './bombs.ts';
import { serveLoopback } from './serve.ts';
import type { Victim } from './victim.ts';

/** What a hostile feed may cost. */
const MAX_MB = 300;
const MAX_SECONDS = 10;
/** A dripping feed is given up after so long here; in service after 15 minutes, in which it costs as little. */
const DRIP_MS = 5000;

/** Serves each bomb whose name holds `only` to a process of its own and prints what it cost. */
export async function bombTable(only = ''): Promise<void> {
  const bombs = BOMBS.filter(({ name }) => name.includes(only));
  const { port, close } = await serveLoopback((request, response) => {
    const bomb = BOMBS[Number(request.url!.slice(1))]!;
    response.writeHead(200, { 'content-type': 'application/octet-stream', ...bomb.headers });
    void send(bomb, response);
  });
  const rows: Record<string, object> = {};
  const sentences: string[] = [];
  try {
    for (const bomb of bombs) {
      const victim = await strike(`http://127.0.0.1:${port}/${BOMBS.indexOf(bomb)}`, bomb);
      const { status, reason, read, accepted, seconds, peakMB } = victim;
      const held = seconds <= MAX_SECONDS && peakMB <= MAX_MB;
      rows[bomb.name] = {
        'peak MB': Math.round(peakMB),
        'processor s': seconds.toFixed(1),
        read,
        accepted,
        status,
        held,
      };
      sentences.push(`${bomb.name}: ${reason ?? 'read whole'}`);
    }
  } finally {
    await close();
  }
  console.table(rows);
  for (const sentence of sentences) console.log(sentence);
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
