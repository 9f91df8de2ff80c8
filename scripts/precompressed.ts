import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { gzipAsync } from '@gfx/zopfli';
import type { Plugin } from 'vite';

/** More rounds than these gain less than ten bytes. */
const ZOPFLI_ROUNDS = 30;

/**
 * Lays beside each script `NAME.js.br` and `NAME.js.gz`, as small as they can be made: a build has the seconds that an
 * answer has not. Servers that know the habit send them as they are (our endpoint, nginx's `gzip_static`).
 */
export function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          const script = Buffer.from(chunk.code);
          const params = { [constants.BROTLI_PARAM_SIZE_HINT]: script.length };
          const forms = {
            br: await promisify(brotliCompress)(script, { params }),
            gz: await gzipAsync(script, { numiterations: ZOPFLI_ROUNDS }),
          };
          for (const [ending, source] of Object.entries(forms))
            this.emitFile({ type: 'asset', fileName: `${chunk.fileName}.${ending}`, source });
        }
      },
    },
  };
}
