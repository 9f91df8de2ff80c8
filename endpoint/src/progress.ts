import cliProgress from 'cli-progress';
import { refusalLines } from './partners/health.ts';
import type { Progress, Summary } from './partners/refresh.ts';
import { tallyOf } from './partners/sources.ts';
import { tableLines } from './shared/table.ts';

const FEED = '{name} {bar} {percentage}% | {read} postings';
const ALL_FEEDS = '{name} {bar} {value} of {total} feeds | {read} postings';
const PUBLISHING = '{name} {bar} {percentage}%';
const NAME_WIDTH = 16;
/** Steps of the bar of what is published. */
const STEPS = 1000;

/**
 * Shows a refresh in a terminal: a bar for all feeds, one for each that is being read, and one for what is published;
 * elsewhere nothing until the summary.
 */
export class ProgressBars {
  readonly #bars = new cliProgress.MultiBar(
    {
      format: FEED,
      hideCursor: true,
      clearOnComplete: true,
      stopOnComplete: false,
      stream: process.stderr,
      noTTYOutput: false,
    },
    cliProgress.Presets.shades_classic,
  );
  readonly #feeds = new Map<string, { bar: cliProgress.SingleBar; read: number }>();
  #all?: cliProgress.SingleBar;
  #publishing?: cliProgress.SingleBar;
  /** Postings of the feeds that were read to their end. */
  #accepted = 0;

  show(progress: Progress): void {
    if (progress.stage === 'asking') this.#all = this.#bar('all feeds', progress.feeds, ALL_FEEDS);
    if (progress.stage === 'reading') this.#reading(progress);
    if (progress.stage === 'read') this.#read(progress);
    if (progress.stage === 'publishing') {
      this.#publishing ??= this.#bar('publishing', STEPS, PUBLISHING);
      this.#publishing.update(Math.round(progress.share * STEPS));
    }
  }

  stop(): void {
    this.#bars.stop();
  }

  #bar(name: string, total: number, format: string): cliProgress.SingleBar {
    return this.#bars.create(total, 0, { name: name.padEnd(NAME_WIDTH), read: 0 }, { format });
  }

  #reading({ partner, read, bytes, expectedBytes }: Progress & { stage: 'reading' }): void {
    const total = expectedBytes ?? bytes * 2;
    const bar = this.#feeds.get(partner)?.bar ?? this.#bar(partner, total, FEED);
    this.#feeds.set(partner, { bar, read });
    bar.setTotal(total);
    bar.update(Math.min(bytes, total), { read });
    this.#count(0);
  }

  #read({ partner, accepted }: Progress & { stage: 'read' }): void {
    const known = this.#feeds.get(partner);
    if (known) this.#bars.remove(known.bar);
    this.#feeds.delete(partner);
    this.#accepted += accepted;
    this.#count(1);
  }

  /** Counts feeds that were read to their end, and all postings so far. */
  #count(feeds: number): void {
    const underWay = [...this.#feeds.values()].reduce((sum, { read }) => sum + read, 0);
    this.#all?.increment(feeds, { read: this.#accepted + underWay });
  }
}

const HEADINGS = ['partner', 'state', 'read', 'accepted', 'refused', 'seconds'];

/** A summary as lines for a terminal: a table of sources, what was wrong with them, and the outcome. */
export function summaryLines({ sources, offers, generation, put, withdrawn, readMs, ms }: Summary): string[] {
  const rows = sources.map(({ name, state, ms: sourceMs }) => {
    const { read, accepted, refused } = tallyOf(state);
    return [name, state.status, ...[read, accepted, refused].map(String), (sourceMs / 1000).toFixed(1)];
  });
  const faults = sources.flatMap(({ name, state }) => (state.reason ? [`${name}: ${state.reason}`] : []));
  const refusals = sources.flatMap(({ name, state }) => refusalLines({ name, ...tallyOf(state) }));
  return [
    ...(rows.length > 0 ? tableLines(HEADINGS, rows, 2) : []),
    ...faults,
    ...refusals,
    `${offers} offers in generation ${generation}: ${put} put, ${withdrawn} withdrawn, ${seconds(ms)} s (reading ${seconds(readMs)}, publishing ${seconds(ms - readMs)}).`,
  ];
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
