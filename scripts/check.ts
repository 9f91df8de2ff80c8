import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

// Runs every `check:NAME` of package.json, or those that are named: `npm run check -- lint types`.
const { scripts } = JSON.parse(await readFile(join(import.meta.dirname, '../package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const checks = Object.entries(scripts).flatMap(([name, command]) =>
  name.startsWith('check:') ? [{ name: name.slice('check:'.length), command }] : [],
);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  const known = checks.map(({ name }) => name).join(', ');
  console.error(`There is no check "${unknown.join(', ')}": name some of ${known}, or none for all.`);
  process.exit(2);
}

const failed: string[] = [];
for (const { name, command } of checks) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const { exitCode, output } = await run(command);
  console.log(`${exitCode === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (exitCode === 0) continue;
  failed.push(name);
  console.log(output);
}
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Runs a command of `node_modules/.bin`, which npm put into the PATH; its output is shown only when it fails. */
async function run(command: string): Promise<{ exitCode: number; output: string }> {
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  }
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  return { exitCode, output: Buffer.concat(chunks).toString('utf8').trimEnd() };
}
