import type { Plugin } from 'vite';
import { LIT_CUTS, type Mend } from './lit-cuts.ts';

/** Lit leaves its versions in globals, and looks there for polyfills: an element with such an id breaks it at import. */
const VERSIONS: Mend = [
  /\(\w+\.(?:reactiveElement|litElement|litHtml)Versions\?\?=\[\]\)\.push\("[^"]+"\)/,
  '0',
];
const POLYFILLS: Mend = [/\w+\.(?:reactiveElement|litElement|litHtml)PolyfillSupport/, 'void 0'];

/** Takes the block that begins with a line out of a file, to the brace under that line's beginning. */
function without(line: string): Mend {
  const opening = line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return [new RegExp(`^( *)${opening}[^\\n]*\\n.*?^\\1\\}[^\\n]*$`, 'ms'), ''];
}

/** Ky asks whether to retry, and has a say of its own only where it gets no yes or no. */
const KY_ASKS_US = `if (!await this.#options.retry.shouldRetry({ error, retryCount: this.#retryCount })) throw error;
        return this.#calculateDelay();
`;

/** Of Lit's style sheets: sheets that are constructed when the first element wants them. */
const CONSTRUCTED_SHEETS = `
export const css = (strings, ...values) => {
  const cssText = strings.reduce((text, string, i) => text + values[i - 1] + string);
  let sheet;
  return {
    get styleSheet() {
      if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(cssText);
      return sheet;
    },
  };
};
export const unsafeCSS = (text) => text;
export const getCompatibleStyle = (sheet) => sheet;
export const adoptStyles = (root, sheets) => {
  root.adoptedStyleSheets = sheets.map((sheet) => sheet.styleSheet);
};
export const supportsAdoptingStyleSheets = true, CSSResult = 0;
`;

/**
 * Where a host page can break a library, and what src/client/http.ts does not use of ky: it reads answers itself, has
 * one deadline of its own, sends no bodies, registers no hooks, and says of every failure whether to try again.
 */
const MENDS: Readonly<Record<string, readonly Mend[]>> = {
  '/@lit/reactive-element/reactive-element.js': [VERSIONS, POLYFILLS],
  '/lit-element/lit-element.js': [VERSIONS, POLYFILLS],
  '/lit-html/lit-html.js': [
    VERSIONS,
    POLYFILLS,
    // On pages that use Lit themselves, a second policy of Lit's own name throws.
    [/createPolicy\("lit-html"/, 'createPolicy("town-jobs"'],
  ],
  // Every browser above the floor has constructed sheets; on pages with MooTools 1.4 Lit's probe denies it.
  '/@lit/reactive-element/css-tag.js': [[/^.*$/s, CONSTRUCTED_SHEETS]],
  // Lazy chunks take `msg` as it is when the script has run (scripts/kit.ts): what it does then may be assigned later.
  '/@lit/localize/init/install.js': [
    [
      /^export let msg = defaultMsg;$/m,
      'let shown = defaultMsg;\nexport const msg = (template) => shown(template);',
    ],
    [/^ +msg = impl;$/m, 'shown = impl;'],
    // Configured once, by src/locales/locales.ts alone.
    [/if \(installed\) \{.*?\}/s, ''],
    [/installed = true;/, ''],
    [/let installed = false;/, ''],
  ],
  // What looks texts up is a chunk of its own; here it stands beside `msg` and would come with it.
  '/@lit/localize/lit-localize.js': [[/^export \* from '\.\/init\/(runtime|transform)\.js';$/gm, '']],
  // What keeps a page's additions to Object.prototype from ky need not be told to one that looks for none of it.
  '/src/client/http.ts': [
    [/timeout: false,\s*throwHttpErrors: true,/, ''],
    [/methods: \[["']get["'](?: as const)?\],/, ''],
    [/hooks: (?:undefined|void 0),.*?context: (?:undefined|void 0),?/s, ''],
    [/new Request\(url, init\)/, 'url'],
  ],
  '/ky/distribution/index.js': [
    [/^import \{ requestMethods.*?;$\n^import \{ validateAndMerge .*?;$/m, ''],
    [/const createInstance = .*^const ky = createInstance\(\);/ms, 'const ky = Ky.create;'],
  ],
  '/ky/distribution/core/Ky.js': [
    [/, mergeHooks \}/, ' }'],
    // It waits for shortcuts that set a header. The first question is to leave before the elements are evaluated.
    [/await Promise\.resolve\(\);/, ''],
    [/^import \{ findUnknownOptions.*?;$/m, ''],
    [/^import \{ maxSafeTimeout.*?;$/m, ''],
    [/Math\.min\((await this\.#calculateRetryDelay\(error\)), maxSafeTimeout\)/, '$1'],
    without("if (typeof ky.#options.timeout === 'number'"),
    without('for (const hook of ky.#options.hooks.afterResponse) {'),
    [
      /ky\.#decorateResponse\(response\);\s+if \(!response\.ok && \(.*?throwHttpErrors\)\) \{/s,
      'if (!response.ok) {',
    ],
    without('for (const hook of ky.#options.hooks.beforeError) {'),
    without('if (ky.#options.onDownloadProgress) {'),
    [/ky\.#retry\(function_\)\s+\.finally\(.*?^ {8}\}\);/ms, 'ky.#retry(function_);'],
    without('for (const [type, mimeType] of Object.entries(responseTypes)) {'),
    without('static #normalizeSearchParams(searchParams) {'),
    [/hooks: mergeHooks\(.*?options\.hooks\),/s, ''],
    [/retry: normalizeRetryOptions\(options\.retry\),/, ''],
    [/if \(this\.#retryCount < 1\) \{.*?\n {12}\}/s, ''],
    [/prefixUrl: String\(.*?\),/, ''],
    [/context: options\.context \?\? \{\},/, ''],
    [/throwHttpErrors: options\.throwHttpErrors \?\? true,\s*timeout: options\.timeout \?\? 10_000,/, ''],
    [/method: normalizeRequestMethod\(.*?'GET'\),/, ''],
    [/fetch: options\.fetch \?\? .*?,$/m, ''],
    without('if (!this.#options.retry.methods.includes(this.request.method.toLowerCase())) {'),
    without("if (typeof this.#input !== 'string' &&"),
    without("if (this.#options.prefixUrl && typeof this.#input === 'string') {"),
    [/if \(supportsAbortController.*?^ {8}\}/ms, 'this.#userProvidedAbortSignal = this.#options.signal;'],
    without('if (supportsRequestStreams) {'),
    without('if (this.#options.json !== undefined) {'),
    [/const userProvidedContentType = .*?;/, ''],
    [/if \(this\.#input instanceof globalThis\.Request\s.*?^ {8}\}/ms, ''],
    without('if (hasSearchParameters('),
    without('if (this.#options.onUploadProgress) {'),
    [/let jitteredDelay = .*?return Math\.min\(.*?\);/s, 'return retryDelay;'],
    [/const errorObject = .*?;/, 'const errorObject = error;'],
    without('if (errorObject instanceof ForceRetryError) {'),
    [/if \(this\.#options\.retry\.shouldRetry !== undefined\).*?^ {8}\}.*?(?=^ {4}\})/ms, KY_ASKS_US],
    without('#decorateResponse(response) {'),
    without('#cancelBody(body) {'),
    without('#cancelResponseBody(response) {'),
    without('if (error instanceof ForceRetryError && error.customRequest) {'),
    without('for (const hook of this.#options.hooks.beforeRetry) {'),
    without('if (this.#abortController?.signal.aborted) {'),
    without('for (const hook of this.#options.hooks.beforeRequest) {'),
    [/const nonRequestOptions = .*?;/, ''],
    [/if \(this\.#options\.timeout === false\) \{(.*?), nonRequestOptions(\);).*?\n {4}\}/s, '$1$2\n    }'],
    without('#getNormalizedOptions() {'),
    [/, ky\.#getNormalizedOptions\(\)\)/, ')'],
    without('#assignRequest(request) {'),
    without('#wrapRequestWithUploadProgress(request, originalBody) {'),
    // We ask by the address, whatever request ky has made of it.
    [/headers: mergeHeaders\(.*?\),$/m, ''],
    [/^ {8}this\.request = new globalThis\.Request\(this\.#input, this\.#options\);$/m, ''],
    [/this\.#originalRequest = this\.request;\s*this\.request = .*?clone\(\);/s, ''],
    [/(?<=this\.#options\.fetch\()this\.#originalRequest/, ''],
    [/, ky\.request(?=\))/, ''],
    [/^ {4}request;$/m, ''],
    [/^ {4}#originalRequest;$/m, ''],
  ],
  '/ky/distribution/errors/HTTPError.js': [
    [/const code = .*super\(.*?\);/s, 'super(response.status);'],
    [/this\.name = 'HTTPError';/, ''],
    [/this\.request = request;/, ''],
    [/this\.options = options;/, ''],
    [/^ *(?:response|request|options);$/gm, ''],
  ],
  '/ky/distribution/utils/merge.js': [
    // Headers come as a plain object of our own.
    [/^.*$/s, 'export const mergeHeaders = (_, own) => new Headers(own);'],
  ],
  '/ky/distribution/utils/normalize.js': [
    [
      /^.*$/s,
      'export const normalizeRequestMethod = (method) => method, normalizeRetryOptions = (retry) => retry;',
    ],
  ],
};

/** Every file with something to mend. */
const FILES = [
  ...new Set([MENDS, ...LIT_CUTS.map(({ mends }) => mends)].flatMap((mends) => Object.keys(mends))),
];

/** The code of a library with its mends, or of any other file as it is; fails where a place is no longer there. */
export function mend(path: string, code: string): string {
  return mendsOf(mendedFile(path)).reduce((mended, [place, replacement]) => {
    if (!place.test(mended)) {
      throw new Error(
        `${path} no longer has ${place}: see what is there now, and whether we need it or a host page breaks it.`,
      );
    }
    return mended.replace(place, replacement);
  }, code);
}

/** Mends libraries on their way into the script; fails where one is not found. */
export function mendedLibraries(): Plugin {
  const mended = new Set<string | undefined>();
  return {
    name: 'mended-libraries',
    transform(code, id) {
      mended.add(mendedFile(id));
      return mendedFile(id) ? { code: mend(id, code), map: null } : null;
    },
    buildEnd(error) {
      const missing = FILES.filter((file) => !mended.has(file));
      if (!error && missing.length > 0) this.error(`Not found to be mended: ${missing.join(', ')}.`);
    },
  };
}

function mendedFile(path: string): string | undefined {
  return FILES.find((file) => path.replace(/\?.*/, '').endsWith(file));
}

function mendsOf(file = ''): readonly Mend[] {
  return [...(MENDS[file] ?? []), ...LIT_CUTS.flatMap(({ mends }) => mends[file] ?? [])];
}
