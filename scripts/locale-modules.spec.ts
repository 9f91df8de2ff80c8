import { expect, it } from 'vitest';
import { splitTexts } from './locale-modules.ts';

const made = (...entries: string[]) => `
    import {str} from '@lit/localize';
    export const templates = {
      ${entries.map((entry) => `${entry},`).join('\n')}
    };
  `;
const find = `'s0000000000011111': \`Find\``;
const zoom = `'s0000000000022222': \`Zoom,\n'in'\``;
const side = `'s0000000000033333': str\`Side of \${0}\``;
const uses = new Map([
  ['alert', new Set<string>()],
  ['map', new Set(['s0000000000022222', 's0000000000033333'])],
]);

it('gives an element that is loaded where it stands a module of its own texts', () => {
  const files = splitTexts('en', made(find, zoom, side), uses);

  expect([...files.keys()]).toEqual(['en.ts', 'en.alert.ts', 'en.map.ts']);
  expect(files.get('en.ts')).toMatch(/^ {2}s11111: `Find`,\n};$/m);
  expect(files.get('en.ts')).toContain("  map: () => import('./en.map.ts'),\n");
  expect(files.get('en.ts')).not.toContain('Zoom');
  expect(files.get('en.map.ts')).toMatch(
    /^import \{ str \} from '@lit\/localize';\n\nexport const templates = \{\n {2}s22222: `Zoom,\n'in'`,\n {2}s33333: str`Side of \$\{0\}`,\n\};\n$/m,
  );
  expect(files.get('en.alert.ts')).toContain('export const templates = {\n};');
});

it('refuses texts that their short ids do not tell apart', () => {
  const alike = `'s0000000000111111': \`Other\``;

  expect(() => splitTexts('en', made(find, alike), uses)).toThrow(
    'Texts s0000000000011111 and s0000000000111111 end alike: raise DIGITS in src/locales/short-id.ts.',
  );
});
