import type { Plugin } from 'vite';

/** What the bundler makes of `@property(…) name` and `@state() name`. */
const DECORATED = /_decorate\(\[(property|state)\(([^()]*)\)\], (\w+)\.prototype, "(\w+)", void 0\);/g;
const HELPER = /^import _decorate from "[^"]+";$/m;

/** Writes the properties of elements down as their decorators would, for a script that needs none of these. */
export function plainProperties(): Plugin {
  return {
    name: 'plain-properties',
    apply: 'build',
    transform(code, id) {
      if (id.includes('/node_modules/') || !HELPER.test(code)) return null;
      const plain = withoutDecorators(code);
      if (plain.includes('_decorate('))
        this.error('A decorator that is none of a property: see scripts/plain-properties.ts.');
      return { code: plain, map: null };
    },
  };
}

/** A module whose decorated properties are created by calls of Lit's `createProperty`. */
export function withoutDecorators(code: string): string {
  return code
    .replace(HELPER, '')
    .replace(DECORATED, (_, kind: string, options: string, element: string, name: string) => {
      const given = kind === 'state' ? '{ state: true }' : options;
      return `${element}.createProperty("${name}"${given && `, ${given}`});`;
    });
}
