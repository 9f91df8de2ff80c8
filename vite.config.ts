import { defineConfig, type Plugin } from 'vite';
import { mendedLibraries } from './scripts/mends.ts';

/** Safari 16.4, Chrome 111, Firefox 115: below it the link stays. */
const BROWSER_FLOOR = ['safari16.4', 'chrome111', 'firefox115'];

/**
 * Keeps lazy chunks from importing the script itself: pages load it under addresses that a chunk cannot know
 * (`town-jobs.js?ver=6.4`, `town-jobs@1.0.0.js`), and would get a second copy. A language needs one small function of
 * @lit/localize, which each gets for itself.
 */
function selfContainedChunks(): Plugin {
  return {
    name: 'self-contained-chunks',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      const language = importer?.match(/\/locales\/generated\/(.+)\.ts$/)?.[1];
      if (source !== '@lit/localize' || !language) return null;
      const tag = await this.resolve('@lit/localize/internal/str-tag.js', importer);
      return tag && `${tag.id}?language=${language}`;
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
  plugins: [selfContainedChunks(), plainTemplates(), { ...mendedLibraries(), apply: 'build' }],
  base: './',
  publicDir: false,
  build: {
    target: BROWSER_FLOOR,
    manifest: 'manifest.json',
    license: { fileName: 'town-jobs.licenses.md' },
    lib: { entry: { 'town-jobs': 'src/embed.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        comments: { legal: false },
        minify: true,
      },
    },
  },
});
