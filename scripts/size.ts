import { SourceMap } from 'node:module';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';

/**
 * What the built files may weigh, gzip, in kB of 1,000 bytes. A budget that cannot be met yet has a ceiling, which
 * is what fails: the table goes on saying what the budget is.
 */
const BUDGETS: { name: string; of: RegExp; budget: number; aim?: number; ceiling?: number }[] = [
  { name: 'script', of: /^town-jobs$/, budget: 25 },
  { name: 'search, results and counter alone', of: /^search, results, counter$/, budget: 22, aim: 20 },
  { name: 'map', of: /^map$/, budget: 4, ceiling: 6.9 },
  { name: 'offer', of: /^offer$/, budget: 3, ceiling: 5.8 },
  { name: 'alert', of: /^alert$/, budget: 2 },
  { name: 'barometer', of: /^barometer$/, budget: 2, ceiling: 2.3 },
  { name: 'post', of: /^post$/, budget: 6 },
  { name: 'suggestions', of: /^popup$/, budget: 2.2 },
  { name: 'what widens a search', of: /^widening$/, budget: 1, ceiling: 1.15 },
  { name: 'names of values to narrow by', of: /^choices$/, budget: 0.8 },
  { name: 'cards in a page’s own HTML', of: /^template-cards$/, budget: 2 },
  { name: 'near me', of: /^nearby$/, budget: 0.4 },
  { name: 'what keeps the address', of: /^history$/, budget: 0.8 },
  { name: 'a counter’s own number', of: /^own-count$/, budget: 0.5 },
  { name: 'lookup of other languages', of: /^lookup$/, budget: 1.1 },
  { name: 'advice for webmasters', of: /^advice$/, budget: 1.1 },
  { name: 'a language', of: /^[a-z]{2}$/, budget: 2 },
  { name: 'what an element of its own says in a language', of: /^[a-z]{2}\.\w+$/, budget: 1 },
];

const { chunks, sizes } = await builtBy();
const bare = await builtBy(bareElements());

const files = [
  ...chunks.map((chunk) => weighed(chunk, chunk.name, sizes)),
  ...bare.chunks.flatMap(bareScript),
];

console.log(
  'Files as the endpoint sends them: gzip (what the budgets are for), and brotli to browsers that take it.',
);
console.log('"at once" is what a server makes of them that does not take the .gz and .br files beside them.');
console.table(
  Object.fromEntries(
    files.map(({ chunk, label, kB, brotli, limit, over, failed }) => [
      label,
      {
        gzip: kB.toFixed(2),
        brotli: brotli.toFixed(2),
        'at once': (gzipSync(chunk.code).length / 1000).toFixed(2),
        budget: limit?.budget ?? '-',
        aim: limit?.aim ?? '-',
        '': failed
          ? 'TOO HEAVY'
          : over
            ? `OVER, fails above ${limit?.ceiling}`
            : limit?.aim && kB > limit.aim
              ? 'within the budget, not the aim'
              : '',
      },
    ]),
  ),
);
for (const { chunk, kB } of files.filter(({ chunk }) => chunks.includes(chunk) && chunk.isEntry)) {
  console.log(`Rooms of ${chunk.fileName}; gzip is their share of the whole`);
  console.table(rooms(chunk, kB));
}

const failed = files.filter((file) => file.failed);
for (const { label, kB, limit } of failed) {
  const { name, budget, ceiling = budget } = limit!;
  console.error(`${label} has ${kB.toFixed(2)} kB, and ${name} may have ${ceiling} kB.`);
}
process.exitCode = failed.length === 0 ? 0 : 1;

interface Built {
  chunks: Rolldown.OutputChunk[];
  /** Bytes of every asset, by its name: the compressed files among them. */
  sizes: Map<string, number>;
}

async function builtBy(...plugins: Plugin[]): Promise<Built> {
  const built = await build({ logLevel: 'silent', plugins, build: { write: false, sourcemap: 'hidden' } });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  return {
    chunks: output.filter((file) => file.type === 'chunk'),
    sizes: new Map(
      output.flatMap((file) => (file.type === 'asset' ? [[file.fileName, file.source.length]] : [])),
    ),
  };
}

/** The script as it would be if it brought search, results and counter alone. */
function bareElements(): Plugin {
  const others = /elements\/(filters\/filters(\.styles)?|town-jobs\/town-jobs(\.styles)?|lazy)\.ts$/;
  return {
    name: 'bare-elements',
    enforce: 'pre',
    load: (id) => (others.test(id) ? 'export const loadLazyElements = () => {};' : null),
  };
}

function bareScript(chunk: Rolldown.OutputChunk) {
  return chunk.isEntry ? [weighed(chunk, 'search, results, counter', bare.sizes)] : [];
}

function weighed(chunk: Rolldown.OutputChunk, name: string, sizes: Built['sizes']) {
  const [kB, brotli] = ['gz', 'br'].map((kind) => sizes.get(`${chunk.fileName}.${kind}`)! / 1000) as [
    number,
    number,
  ];
  const limit = BUDGETS.find(({ of }) => of.test(name));
  const over = limit !== undefined && kB > limit.budget;
  const failed = over && kB > (limit.ceiling ?? limit.budget);
  const label = name === chunk.name ? basename(chunk.fileName) : `${basename(chunk.fileName)} ${name}`;
  return { chunk, label, kB, brotli, limit, over, failed };
}

/** Counts the bytes of a minified chunk by where they come from, the largest first. */
function rooms(chunk: Rolldown.OutputChunk, kB: number): Record<string, { minified: string; gzip: string }> {
  const map = new SourceMap(JSON.parse(chunk.map!.toString()) as ConstructorParameters<typeof SourceMap>[0]);
  const bytes = new Map<string, number>();
  let all = 0;
  for (const [line, text] of chunk.code.split('\n').entries()) {
    for (let column = 0; column < text.length; column++) {
      const entry = map.findEntry(line, column);
      const room = 'originalSource' in entry ? roomOf(entry.originalSource) : 'bundler';
      bytes.set(room, (bytes.get(room) ?? 0) + 1);
      all++;
    }
  }
  return Object.fromEntries(
    [...bytes]
      .toSorted(([, a], [, b]) => b - a)
      .map(([room, count]) => [
        room,
        { minified: (count / 1000).toFixed(2), gzip: ((count / all) * kB).toFixed(2) },
      ]),
  );
}

function roomOf(source: string): string {
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];
  if (library) return library;
  const [, room = 'bundler', rest = ''] = /src\/([^/]+)(?:\/([^/]+)\/)?/.exec(source) ?? [];
  return rest ? `src/${room}/${rest}` : `src/${room}`;
}
