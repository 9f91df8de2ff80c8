import cliProgress from 'cli-progress';
import { refusalLines } from './partners/health.ts';
import type { Progress, Summary } from './partners/refresh.ts';
import { tallyOf } from './partners/sources.ts';
import { tableLines } from './shared/table.ts';

/** Shows a refresh in a terminal: a bar per feed and one for the whole; elsewhere nothing until the summary. */
export class ProgressBars {
  readonly #bars = new cliProgress.MultiBar(
    {
      format: '{name} {bar} {percentage}% | {read} postings',
      hideCursor: true,
      clearOnComplete: true,
      stopOnComplete: false,
      stream: process.stderr,
      noTTYOutput: false,
    },
    cliProgress.Presets.shades_classic,
  );
  readonly #feeds = new Map<string, cliProgress.SingleBar>();

  show(progress: Progress): void {
    if (progress.stage === 'publishing') return;
    const known = this.#feeds.get(progress.partner);
    if (progress.stage === 'read') {
      known?.setTotal(1);
      known?.update(1, { read: progress.accepted });
      return;
    }
    const total = progress.expectedBytes ?? progress.bytes * 2;
    const bar = known ?? this.#bars.create(total, 0, { name: progress.partner.padEnd(16), read: 0 });
    this.#feeds.set(progress.partner, bar);
    bar.setTotal(total);
    bar.update(Math.min(progress.bytes, total), { read: progress.read });
  }

  stop(): void {
    this.#bars.stop();
  }
}

const HEADINGS = ['partner', 'state', 'read', 'accepted', 'refused', 'seconds'];

/** A summary as lines for a terminal: a table of sources, what was wrong with them, and the outcome. */
export function summaryLines({ sources, offers, generation, put, withdrawn, ms }: Summary): string[] {
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
    `${offers} offers in generation ${generation}: ${put} put, ${withdrawn} withdrawn, ${(ms / 1000).toFixed(1)} s.`,
  ];
}
