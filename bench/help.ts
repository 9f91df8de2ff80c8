/** One command of the bench: what is behind `npm run bench --`, and what it shows. */
type Command = readonly [words: string, shows: string];

/** Every bench in the order in which an operator, then a partner, then a resident meets what it measures. */
export const COMMANDS: readonly Command[] = [
  [
    'ingest 8x250',
    'first gathering and refresh, partners × records (400x2500: a million): minutes, memory, counts',
  ],
  ['feeds cuts', 'feeds cut at every 1 %: exactly the offers that were whole'],
  ['feeds addresses', '18 spellings of addresses that must not be asked, direct and by a redirect'],
  ['feeds bombs', 'hostile feeds: memory, seconds and the sentence of each (feeds bombs NAME: some of them)'],
  ['france-travail', 'a département of 9,981 offers from a stand-in that enforces the limits, and its log'],
  ['groups 20000 40', 'precision and recall on labelled pairs; ids over 40 refreshes with churn'],
  ['churn 20000 40', 'what the index takes of memory and disk over 40 refreshes'],
  ['kill 200 1000', 'a publishing writer killed 200 times, and what is left held to its plan'],
  [
    'search 50000',
    'the engine on 3000, 50000 or 1000000 offers: percentiles, load, ingest, memory, other engines',
  ],
  ['conformance 10000', 'seeded queries, each answer beside a linear scan’s'],
  ['words', 'feminine forms that reach the masculine, and false merges, beside two stemmers'],
  ['fuzz 10000', 'hostile query strings: statuses and the slowest answers'],
  ['loop 1000', 'refresh and answers over HTTP: percentiles'],
  ['page 20', 'first results beside a plain page that does the same fetch, throttled'],
];

/** What to type, and what each shows. */
export function help(): string {
  const width = Math.max(...COMMANDS.map(([words]) => words.length));
  const lines = COMMANDS.map(([words, shows]) => `  npm run bench -- ${words.padEnd(width)}  ${shows}`);
  return ['Figures stand for what may be left out.', ...lines].join('\n');
}
