import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';
import { INSIDE } from './scripts/inside.ts';
import { sharedKit } from './scripts/kit.ts';
import { withoutLeftOut } from './scripts/lit-cuts.ts';
import { mendedLibraries } from './scripts/mends.ts';
import { plainProperties } from './scripts/plain-properties.ts';
import { plainTemplates } from './scripts/plain-templates.ts';
import { precompressed } from './scripts/precompressed.ts';

/** Safari 16.4, Chrome 111, Firefox 115: below it the link stays. */
const BROWSER_FLOOR = ['safari16.4', 'chrome111', 'firefox115'];

/**
 * Most of the script runs before the first offers stand there: Chromium (136 and later) is told to compile all of it
 * while it comes, beside the page's own thread, not function by function (https://github.com/WICG/explicit-javascript-compile-hints-file-based).
 */
const CALLED_ON_LOAD = '//# allFunctionsCalledOnLoad';

/** Minifies with terser, whose result is 2 % smaller than the bundler's own. */
function smallest(): Plugin {
  return {
    name: 'smallest',
    apply: 'build',
    async generateBundle(_, bundle) {
      const compress = {
        ecma: 2020,
        passes: 3,
        unsafe_arrows: true,
        pure_getters: true,
        keep_fargs: false,
      } as const;
      // Script and chunks have the same short names for what is inside of Lit.
      const nameCache = {};
      const mangle = { properties: { regex: INSIDE } };
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      for (const chunk of chunks.toSorted((a, b) => Number(b.isEntry) - Number(a.isEntry))) {
        const sourceMap = chunk.map && { content: JSON.stringify(chunk.map), asObject: true as const };
        const small = await minify(chunk.code, {
          module: true,
          compress,
          mangle,
          nameCache,
          sourceMap: sourceMap ?? false,
          format: { preamble: chunk.isEntry ? CALLED_ON_LOAD : '' },
        });
        chunk.code = small.code!;
        if (sourceMap) chunk.map = small.map as never;
      }
    },
  };
}

/** Builds what the script tag loads: `dist/town-jobs.js` and its lazy chunks. What people bundle is made by tsc. */
export default defineConfig({
  plugins: [
    withoutLeftOut(),
    sharedKit(),
    plainTemplates(),
    plainProperties(),
    smallest(),
    { ...mendedLibraries(), apply: 'build' },
    precompressed(),
  ],
  base: './',
  publicDir: false,
  build: {
    target: BROWSER_FLOOR,
    manifest: 'manifest.json',
    license: { fileName: 'town-jobs.licenses.md' },
    lib: { entry: { 'town-jobs': 'src/script.ts' }, formats: ['es'] },
    rolldownOptions: {
      // What lazy chunks use of the script is exported to them, not moved to a chunk that all pages would wait for.
      preserveEntrySignatures: 'allow-extension',
      treeshake: { moduleSideEffects: [{ test: /@lit\/localize/, sideEffects: false }] },
      output: {
        // One request for all that the focus of a box wants.
        codeSplitting: {
          groups: [
            {
              name: 'popup',
              test: /search\/(popup|options)|board\/suggestions|client\/suggested|rolldown\/runtime/,
            },
          ],
        },
        entryFileNames: '[name].js',
        chunkFileNames: 'assets/[name]-[hash:6].js',
        comments: { legal: false },
        minify: true,
      },
    },
  },
});
