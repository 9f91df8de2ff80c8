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

const invited = text.slice(text.indexOf('town-jobs runs'));
for (const address of invited.match(/http:\/\/\S+/g) ?? []) {
  const response = await fetch(address);
  const { byteLength } = await response.arrayBuffer();
  console.log(`${response.status} ${address} (${byteLength} bytes)`);
  if (!response.ok) process.exitCode = 1;
}
