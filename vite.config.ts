import { defineConfig, type Plugin } from 'vite';

/** Safari 16.4, Chrome 111, Firefox 115: below it the link stays. */
const BROWSER_FLOOR = ['safari16.4', 'chrome111', 'firefox115'];

/** A place in a library that a host page can break, and what stands there in our script. */
type Mend = [place: RegExp, replacement: string];

/** Lit leaves its versions in globals, and looks there for polyfills: an element with such an id breaks it at import. */
const VERSIONS: Mend = [
  /\(\w+\.(?:reactiveElement|litElement|litHtml)Versions\?\?=\[\]\)\.push\("[^"]+"\)/,
  '0',
];
const POLYFILLS: Mend = [/\w+\.(?:reactiveElement|litElement|litHtml)PolyfillSupport/, 'void 0'];

const MENDS: Record<string, Mend[]> = {
  '/@lit/reactive-element/reactive-element.js': [VERSIONS, POLYFILLS],
  '/lit-element/lit-element.js': [VERSIONS, POLYFILLS],
  // On pages that use Lit themselves, a second policy of Lit's own name throws.
  '/lit-html/lit-html.js': [VERSIONS, POLYFILLS, [/createPolicy\("lit-html"/, 'createPolicy("town-jobs"']],
  // Every browser above the floor has constructed sheets; on pages with MooTools 1.4 Lit's probe denies it.
  '/@lit/reactive-element/css-tag.js': [[/=\w+\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype/, '=!0']],
  // A probe for streamed uploads that throws at import where a page added to Object.prototype; we upload nothing.
  '/ky/distribution/core/constants.js': [
    [/supportsRequestStreams = \(\(\) => \{.*?\n\}\)\(\);/s, 'supportsRequestStreams = false;'],
  ],
  // Progress of streams and ky's own time-out, which src/client/http.ts does not use.
  '/ky/distribution/utils/body.js': [
    [
      /^.*export const streamResponse = .*$/s,
      'export const streamRequest = (given) => given, streamResponse = streamRequest;',
    ],
  ],
  '/ky/distribution/utils/timeout.js': [
    [
      /^.*export default async function timeout.*$/s,
      'export default (request, init, _, { fetch }) => fetch(request, init);',
    ],
  ],
};

/** Mends libraries where host pages break them; fails where a new version no longer has the place. */
function hardenedLibraries(): Plugin {
  const mended = new Set<string>();
  return {
    name: 'hardened-libraries',
    apply: 'build',
    transform(code, id) {
      const file = Object.keys(MENDS).find((end) => id.endsWith(`node_modules${end}`));
      if (!file) return null;
      mended.add(file);
      return {
        code: MENDS[file]!.reduce((mendedCode, mend) => mendPlace(mendedCode, mend, file), code),
        map: null,
      };
    },
    buildEnd(error) {
      const missing = Object.keys(MENDS).filter((file) => !mended.has(file));
      if (!error && missing.length > 0) this.error(`Not found to be mended: ${missing.join(', ')}.`);
    },
  };
}

function mendPlace(code: string, [place, replacement]: Mend, file: string): string {
  if (!place.test(code))
    throw new Error(`${file} no longer has ${place}: see what a host page can break there now.`);
  return code.replace(place, replacement);
}

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
  plugins: [selfContainedChunks(), plainTemplates(), hardenedLibraries()],
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
