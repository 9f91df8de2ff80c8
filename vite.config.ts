import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';
import { mendedLibraries } from './scripts/mends.ts';

/** Safari 16.4, Chrome 111, Firefox 115: below it the link stays. */
const BROWSER_FLOOR = ['safari16.4', 'chrome111', 'firefox115'];

/**
 * Keeps lazy chunks from importing the script itself: pages load it under addresses that a chunk cannot know
 * (`town-jobs.js?ver=6.4`, `town-jobs@1.0.0.js`), and would get a second copy. A language needs one small function of
 * @lit/localize, and what looks texts up needs a few: each gets them for itself.
 */
function selfContainedChunks(): Plugin {
  return {
    name: 'self-contained-chunks',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      const copy = importer && /\/locales\/(?:generated\/.+|lookup)\.ts$|\?copy=/.test(importer);
      if (!copy || !/localize|^\./.test(source)) return null;
      const file = source === '@lit/localize' ? '@lit/localize/internal/str-tag.js' : source;
      const resolved = await this.resolve(file, importer.replace(/\?.*/, ''));
      return (
        resolved &&
        `${resolved.id}?copy=${importer
          .match(/copy=(.*)|(\w+)\.ts$/)!
          .slice(1)
          .join('')}`
      );
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && !chunk.isEntry && chunk.imports.length > 0) {
          this.error(`${chunk.fileName} imports ${chunk.imports.join(', ')}; a lazy chunk must stand alone.`);
        }
      }
    },
  };
}

/** Takes comments and layout out of style sheets, and indentation out of every other template. */
function plainTemplates(): Plugin {
  return {
    name: 'plain-templates',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.styles.ts')) return null;
      return { code: code.replace(/css`[^`]*`/g, (sheet) => plainSheet(sheet)), map: null };
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        // In minified code, a line that begins with spaces stands inside a template.
        if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/\n +/g, '\n');
      }
    },
  };
}

/** Minifies with terser, whose result is 2 % smaller than the bundler's own. */
function smallest(): Plugin {
  return {
    name: 'smallest',
    apply: 'build',
    async generateBundle(_, bundle) {
      const compress = { ecma: 2020, passes: 3, unsafe_arrows: true } as const;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const sourceMap = chunk.map && { content: JSON.stringify(chunk.map), asObject: true as const };
        const small = await minify(chunk.code, { module: true, compress, sourceMap: sourceMap ?? false });
        chunk.code = small.code!;
        if (sourceMap) chunk.map = small.map as never;
      }
    },
  };
}

function plainSheet(sheet: string): string {
  return sheet
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');
}

/** Builds what the script tag loads: `dist/town-jobs.js` and its lazy chunks. What people bundle is made by tsc. */
export default defineConfig({
  plugins: [selfContainedChunks(), plainTemplates(), smallest(), { ...mendedLibraries(), apply: 'build' }],
  base: './',
  publicDir: false,
  build: {
    target: BROWSER_FLOOR,
    manifest: 'manifest.json',
    license: { fileName: 'town-jobs.licenses.md' },
    lib: { entry: { 'town-jobs': 'src/embed.ts' }, formats: ['es'] },
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /@lit\/localize/, sideEffects: false }] },
      output: {
        // One request for all that the focus of a box wants.
        codeSplitting: {
          groups: [{ name: 'popup', test: /search\/popup|board\/suggestions|client\/suggested/ }],
        },
        entryFileNames: '[name].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        comments: { legal: false },
        minify: true,
      },
    },
  },
});
