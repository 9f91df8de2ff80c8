import { Random } from '../endpoint/src/search/conformance/random.ts';
import { groupingKeys } from '../endpoint/src/offers/keys.ts';
import { type Family, HELD_OUT, type Pair, postingsOf, TUNED } from '../endpoint/src/offers/pairs/index.ts';
import type { Posting } from '../endpoint/src/offers/posting.ts';
import { profileOf } from '../endpoint/src/offers/profile.ts';
import { compare } from '../endpoint/src/offers/same.ts';
import { openBook } from './groups/book.ts';
import { type Numbered, numberedPostings } from './groups/postings.ts';

const MOST_LISTED = 8;
/** Shares of the postings that a refresh loses, that return of those lost, that come anew, that have a word edited. */
const VANISHING = 0.05;
const RETURNING = 0.5;
const NEW = 0.01;
const EDITED = 0.02;

const print = (line: string) => process.stdout.write(`${line}\n`);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const count = (number: number) => number.toLocaleString('en');

/**
 * Prints how right the rule is on the labelled pairs, how long the grouping of so many postings takes and how right it
 * is there, then how many ids flip over refreshes in which postings vanish, return, come and are edited.
 */
export async function run(postings = '20000', refreshes = '40'): Promise<void> {
  labelled('tuned', TUNED);
  labelled('held out', HELD_OUT);
  const begun = performance.now();
  const all = numberedPostings(Number(postings));
  print(
    `groups: ${count(all.length)} postings of the demonstration, made in ${seconds(performance.now() - begun)}`,
  );
  const book = openBook();
  try {
    const standing = await first(book, all);
    await churn(book, all, standing, Number(refreshes));
  } finally {
    book.close();
  }
}

function labelled(name: string, families: readonly Family[]): void {
  const pairs = families.flatMap(({ ad, pairs }) =>
    pairs.map((pair) => ({ ad, pair, found: isFound(ad, pair) })),
  );
  const same = pairs.filter(({ pair }) => pair.same);
  const found = pairs.filter((pair) => pair.found);
  const right = found.filter(({ pair }) => pair.same);
  const wrong = found.filter(({ pair }) => !pair.same);
  const missed = same.filter((pair) => !pair.found);
  print(
    `groups: ${pairs.length} pairs, ${name}`.padEnd(38) +
      `precision ${percent(right.length / found.length)}   recall ${percent(right.length / same.length)}`,
  );
  for (const { ad, pair } of wrong.slice(0, MOST_LISTED)) print(`  wrong   ${ad.title}: ${pair.why}`);
  for (const { ad, pair } of missed.slice(0, MOST_LISTED)) print(`  missed  ${ad.title}: ${pair.why}`);
}

function isFound(ad: Family['ad'], pair: Pair): boolean {
  const [one, another] = postingsOf(ad, pair);
  const keys = new Set(groupingKeys(another));
  const meet = groupingKeys(one).some((key) => keys.has(key));
  return meet && compare(profileOf(one), profileOf(another)).link !== undefined;
}

type Book = ReturnType<typeof openBook>;

/** Groups most of the postings at once; a part is left for the refreshes to bring. */
async function first(book: Book, all: readonly Numbered[]): Promise<Posting[]> {
  const standing = all.slice(0, Math.ceil(all.length * (1 - NEW * 20)));
  const { ms, cpuMs } = await book.refresh(byPartner(standing.map(({ posting }) => posting)));
  const size = (table: string) =>
    book.db
      .prepare<{ bytes: number }>(`SELECT sum(pgsize) AS bytes FROM dbstat WHERE name LIKE '${table}%'`)
      .get()!.bytes;
  let bytes = 'not known';
  try {
    bytes = `${Math.round((size('fingerprint') + size('sqlite_autoindex_fingerprint')) / standing.length)} bytes`;
  } catch {
    // This SQLite was built without dbstat.
  }
  const { rss, heapUsed } = process.memoryUsage();
  print(
    `  ${count(standing.length)} grouped in ${seconds(ms)}, of the processor ${seconds(cpuMs)} (${((1000 * cpuMs) / standing.length).toFixed(0)} µs each), ` +
      `${bytes} a posting, heap ${(heapUsed / 1e6).toFixed(0)} MB, rss ${(rss / 1e6).toFixed(0)} MB`,
  );
  truth(book, standing);
  return standing.map(({ posting }) => posting);
}

/** Holds the groups against the numbers of the jobs, by pairs of postings. */
function truth(book: Book, standing: readonly Numbered[]): void {
  const pairs = (numbers: Iterable<number>) => [...numbers].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const jobs = new Map<string, number>();
  const offers = new Map<string, number>();
  const both = new Map<string, number>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { posting, job } of standing) {
    const offer = book.identities.known(posting.key)!.id;
    add(jobs, job);
    add(offers, offer);
    add(both, `${job} ${offer}`);
  }
  const right = pairs(both.values());
  print(
    `  ${count(jobs.size)} jobs became ${count(offers.size)} offers: of pairs put together ` +
      `${percent(right / pairs(offers.values()))} right, of pairs of one job ${percent(right / pairs(jobs.values()))} found`,
  );
}

async function churn(
  book: Book,
  all: readonly Numbered[],
  first: Posting[],
  refreshes: number,
): Promise<void> {
  const random = new Random(7);
  const coming = all.slice(first.length).map(({ posting }) => posting);
  let standing = [...first];
  let away: Posting[] = [];
  const ids = new Map<string, string>();
  for (const { key } of first) ids.set(key, book.identities.known(key)!.id);
  const rows: Record<string, string | number>[] = [];
  let flips = 0;
  for (let refresh = 1; refresh <= refreshes; refresh++) {
    const kept: Posting[] = [];
    const lost: Posting[] = [];
    for (const posting of standing) (random.chance(VANISHING) ? lost : kept).push(posting);
    const back = away.filter(() => random.chance(RETURNING));
    away = [...away.filter((posting) => !back.includes(posting)), ...lost];
    const fresh = coming.splice(0, Math.ceil((all.length * NEW) / 2));
    const present = [...kept, ...back, ...fresh].map((posting) =>
      random.chance(EDITED) ? edited(posting, random) : posting,
    );
    standing = random.some(present, present.length);

    const { changed, put, withdrawn, cpuMs } = await book.refresh(byPartner(standing));

    let flipped = 0;
    let merged = 0;
    for (const { key } of standing) {
      const id = book.identities.known(key)!.id;
      const before = ids.get(key);
      if (before !== undefined && before !== id) {
        if (book.identities.find(before)?.id === id) merged++;
        else flipped++;
      }
      ids.set(key, id);
    }
    flips += flipped;
    rows.push({
      refresh,
      postings: standing.length,
      changed,
      put,
      withdrawn,
      merged,
      flipped,
      cpuMs: Math.round(cpuMs),
    });
  }
  console.table(rows);
  print(`groups: ${flips} ids flipped over ${refreshes} refreshes`);
}

function byPartner(postings: readonly Posting[]): Map<string, Posting[]> {
  const feeds = new Map<string, Posting[]>();
  for (const posting of postings) {
    const feed = feeds.get(posting.partner);
    if (feed) feed.push(posting);
    else feeds.set(posting.partner, [posting]);
  }
  return feeds;
}

/** The posting with one longer word of its text written otherwise. */
function edited(posting: Posting, random: Random): Posting {
  const copy = structuredClone(posting);
  const runs = copy.description.flatMap(({ runs, items }) => [...(runs ?? []), ...(items ?? []).flat()]);
  const run = random.pick(runs);
  run.text = run.text.replace(/\p{Ll}{8,}/u, (word) => `${word}es`);
  return copy;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
