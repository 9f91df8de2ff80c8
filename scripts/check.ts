import { spawn } from 'node:child_process';

/** What is checked, by the name under which one check can be asked for: `npm run check -- lint types`. */
const checks: Record<string, string[]> = {
  format: ['oxfmt --check'],
  lint: ['oxlint --deny-warnings'],
  types: ['tsc --noEmit', 'tsc --noEmit -p endpoint/tsconfig.json'],
  templates: ['lit-analyzer --strict --quiet --rules.no-invalid-css off "src/**/*.ts"'],
  fresh: ['tsx scripts/generate.ts --check'],
  languages: ['tsx scripts/languages.ts'],
  unused: ['knip'],
  packages: [
    'publint --strict',
    'publint --strict endpoint',
    'attw --pack . --profile esm-only --no-emoji --format ascii',
  ],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`There is no check "${unknown.join(', ')}": name some of ${Object.keys(checks).join(', ')}.`);
  process.exit(2);
}

const failed: string[] = [];
for (const [name, commands] of Object.entries(checks)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for (const command of commands) {
    const { exitCode, output } = await run(command);
    console.log(`${exitCode === 0 ? 'ok    ' : 'failed'} ${name}: ${command}`);
    if (exitCode === 0) continue;
    failed.push(command);
    console.log(output);
  }
}
console.log(failed.length === 0 ? 'All checks passed.' : `${failed.length} failed: ${failed.join('; ')}`);
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
