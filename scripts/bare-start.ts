import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `npm start`, which writes the file named first, has printed its addresses, and visits each. */
const [log = ''] = process.argv.slice(2);
const DEADLINE_MS = 180_000;
const LAST_LINE = 'Ctrl-C stops everything.';

const begun = Date.now();
let text = '';
while (!text.includes(LAST_LINE)) {
  if (Date.now() - begun > DEADLINE_MS) throw new Error(`npm start printed no addresses in time:\n${text}`);
  await pause(500);
  text = await readFile(log, 'utf8');
}
console.log(text);

for (const address of new Set(text.match(/http:\/\/\S+/g))) {
  const response = await fetch(address);
  const { length } = await response.arrayBuffer().then((bytes) => new Uint8Array(bytes));
  console.log(`${response.status} ${address} (${length} bytes)`);
  if (!response.ok && new URL(address).port !== '8081') process.exitCode = 1;
}
