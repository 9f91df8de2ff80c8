import { loadMapping } from '../../endpoint/src/feeds/mapping.ts';
import { gatherFeed } from '../../endpoint/src/feeds/gather.ts';
import { Places } from '../../endpoint/src/places/places.ts';

/** What a gathering took, in a process of its own. */
export interface Victim {
  status: string;
  reason?: string;
  read: number;
  accepted: number;
  /** Of the processor, over all threads. */
  seconds: number;
  /** Largest resident memory of the process, its start with all communes included. */
  peakMB: number;
  /** Resident memory before the feed was asked for. */
  startMB: number;
}

const [address = '', mapping = '', totalMs = ''] = process.argv.slice(2);
const places = await Places.load();
const start = process.resourceUsage();
const startMB = process.memoryUsage.rss() / 1024 / 1024;
const { status, reason, read, accepted } = await gatherFeed({
  partner: { id: 'bomb', hosts: ['localhost'] },
  settings: { address, mapping },
  mapping: loadMapping(mapping),
  places,
  allowedHosts: new Set(['localhost', '127.0.0.1']),
  now: Date.now(),
  timeouts: totalMs ? { total: Number(totalMs) } : {},
  onPosting: () => {},
});
const end = process.resourceUsage();
const seconds = (end.userCPUTime + end.systemCPUTime - start.userCPUTime - start.systemCPUTime) / 1e6;
const result: Victim = { status, reason, read, accepted, seconds, peakMB: end.maxRSS / 1024, startMB };
process.stdout.write(JSON.stringify(result));
