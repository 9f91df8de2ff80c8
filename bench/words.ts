import { createRequire } from 'node:module';
import { Random } from '../endpoint/src/search/conformance/random.ts';
import { analyse } from '../endpoint/src/search/words/analyse.ts';
import { ANALYSERS, type Analyser } from './words/analysers.ts';
import { DEVELOPMENT } from './words/development.ts';
import { HELD_OUT } from './words/held-out.ts';
import { countMerges, type Merges } from './words/merges.ts';

const require = createRequire(import.meta.url);
const TITLES = 20_000;
const TEXTS = 2000;
const WORDS_A_TITLE = 5;
const TEXT_LENGTH = 1500;

const print = (line: string) => process.stdout.write(`${line}\n`);
const row = (name: string, cells: readonly string[]) =>
  print(name.padEnd(34) + cells.map((cell) => cell.padStart(16)).join(''));

/**
 * Prints how many trades are found by their feminine, how many pairs of different French words are taken for one,
 * beside Lucene's FrenchLight and Snowball's French, and what our analysis costs. With `details`, the trades of the
 * development list that are missed, and some of the merged pairs.
 */
export function run(details?: string): void {
  const french = require('an-array-of-french-words') as string[];
  forms('held out', HELD_OUT);
  forms('development', DEVELOPMENT);
  if (details)
    for (const analyser of ANALYSERS) print(`${analyser.name} misses ${missed(analyser).join(' ')}`);
  merges(french, Number(details ?? 0));
  speed(french);
}

function pairsOf(list: string): [masculine: string, feminine: string][] {
  return list
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]);
}

const meet = (analyser: Analyser, one: string, other: string) =>
  analyser.tokens(one).some((token) => analyser.tokens(other).includes(token));

function forms(title: string, list: string): void {
  const pairs = pairsOf(list);
  row(
    `words: ${pairs.length} trades, ${title}`,
    ANALYSERS.map(({ name }) => name),
  );
  const typings: [string, (feminine: string) => string][] = [
    ['found by their feminine', (feminine) => feminine],
    ['  by its plural', (feminine) => `${feminine}s`],
    ['  without accents', (feminine) => feminine.normalize('NFD').replace(/\p{M}/gu, '')],
    ['  in capitals', (feminine) => feminine.toUpperCase()],
  ];
  for (const [name, type] of typings) {
    row(
      name,
      ANALYSERS.map((analyser) => {
        const found = pairs.filter(([masculine, feminine]) =>
          meet(analyser, type(feminine), masculine),
        ).length;
        return `${found} (${((100 * found) / pairs.length).toFixed(1)} %)`;
      }),
    );
  }
}

function missed(analyser: Analyser): string[] {
  return pairsOf(DEVELOPMENT)
    .filter(([masculine, feminine]) => !meet(analyser, feminine, masculine))
    .map((pair) => pair.join(':'));
}

function merges(french: readonly string[], examples: number): void {
  const counted = countMerges(french, ANALYSERS, examples);
  row(
    `words: ${counted.words} French forms`,
    ANALYSERS.map(({ name }) => name),
  );
  const kinds: [string, (merges: Merges) => number][] = [
    ['pairs that share a token', ({ all }) => all],
    ['  forms of different words: false', ({ wrong }) => wrong],
  ];
  for (const [name, count] of kinds) {
    row(
      name,
      counted.merges.map((one) => count(one).toLocaleString('en')),
    );
  }
  counted.merges.forEach((one, index) => {
    if (examples) print(`${ANALYSERS[index]!.name} merges ${one.examples.join(' ')}`);
  });
}

/** Of our own analysis alone, on words of which few are common, as in offers. */
function speed(french: readonly string[]): void {
  const random = new Random(1);
  const some = Array.from({ length: 20_000 }, () => random.pick(french));
  const word = () => some[Math.floor(some.length * random.next() ** 4)]!;
  const titles = Array.from(
    { length: TITLES },
    () => `${Array.from({ length: WORDS_A_TITLE }, word).join(' ')} H/F`,
  );
  const texts = Array.from({ length: TEXTS }, () => {
    let text = '';
    while (text.length < TEXT_LENGTH) text += `${word()} de la `;
    return text.slice(0, TEXT_LENGTH);
  });
  const micros = (all: readonly string[], analyseOne: (text: string) => unknown) => {
    for (const text of all) analyseOne(text);
    const started = performance.now();
    for (const text of all) analyseOne(text);
    return ((performance.now() - started) * 1000) / all.length;
  };
  row('words: time of one analysis', ['µs']);
  row(`title of ${WORDS_A_TITLE} words`, [micros(titles, (title) => analyse(title, 'name')).toFixed(1)]);
  row(`text of ${TEXT_LENGTH} characters`, [micros(texts, (text) => analyse(text, 'text')).toFixed(0)]);
}
