import type { Mapping } from '../feeds/mapping.ts';
import type { Reach } from '../france-travail/areas.ts';
import type { Identities } from '../offers/identities.ts';
import type { Postings } from '../offers/postings.ts';
import { publishOffers, type Published } from '../offers/publish.ts';
import { MAX_SAMPLES } from '../feeds/limits.ts';
import type { Places } from '../places/places.ts';
import type { EngineWriter } from '../search/engine.ts';
import { changesOf, tooOld } from './changes.ts';
import { jobOf, recipeOf } from './jobs.ts';
import { judge } from './judge.ts';
import type { Partner } from './partner.ts';
import { type Part, Parts } from './parts.ts';
import type { FeedRead } from './feed-read.ts';
import type { Readers } from './readers.ts';
import { type Ruling, rulingOf, rulingRevision } from './ruling.ts';
import type { Sources, SourceState } from './sources.ts';

/** Where a refresh works. */
export interface Refreshing {
  partners: ReadonlyMap<string, Partner>;
  mappings: ReadonlyMap<string, Mapping>;
  places: PlacesSource;
  /** What the boards show. */
  reach: Reach;
  postings: Postings;
  identities: Identities;
  sources: Sources;
  writer: EngineWriter;
  /** Read the feeds. */
  readers: Readers;
  /** Waits until all who answer use what was published last: what they used before is then free for the next part. */
  adopted?(): Promise<void>;
  /** How many changed postings are published together at most, see {@link Parts}. */
  mostChanged?: number;
}

/** The places, which take a second and 100 MB to read: it is seldom that a refresh needs them itself. */
export interface PlacesSource {
  /** See `Places.revision`. */
  revision: string;
  load(): Promise<Places>;
}

/** How far a refresh is. */
export type Progress =
  | { stage: 'asking'; feeds: number }
  | { stage: 'reading'; partner: string; read: number; bytes: number; expectedBytes?: number }
  | { stage: 'read'; partner: string; status: SourceState['status']; accepted: number }
  /** `share`: from 0 to 1. */
  | { stage: 'publishing'; share: number };

/** What a refresh did. */
export interface Summary {
  sources: { partner: string; name: string; state: SourceState; ms: number }[];
  generation: number;
  offers: number;
  put: number;
  withdrawn: number;
  /** Until all feeds were read; some were published meanwhile, and the rest afterwards. */
  readMs: number;
  ms: number;
}

/** Which partners to ask, and whom to tell how far it is. */
export interface RefreshRequest {
  /** Ids of partners; all without it. */
  only?: readonly string[];
  /** Asks for the whole feed even where nothing changed. */
  whole?: boolean;
  /** The operator says that the shrunken feeds of these partners are right. */
  accept?: boolean;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/**
 * Asks partners for their feeds and publishes what they gave, in the order of the partners: as one generation where it
 * is not very much, else part by part while the next ones are read. A broken feed harms no other.
 *
 * @throws where none of the partners asked for is known, and where nothing could be written
 */
export async function refresh(deps: Refreshing, request: RefreshRequest = {}): Promise<Summary> {
  const started = Date.now();
  const { partners, postings, sources } = deps;
  const asked = [...partners.values()].filter((partner) => request.only?.includes(partner.id) ?? true);
  if (request.only?.length && asked.length === 0) {
    throw new Error(
      `No partner is called "${request.only.join('", "')}": check the names of partners/*.yaml.`,
    );
  }
  for (const { id, name } of request.accept ? asked : []) {
    if (!sources.get(id)?.shrunk) throw new Error(`${name} is not in doubt: there is nothing to accept.`);
  }
  const rulings = await rulingsOf(deps);
  request.onProgress?.({ stage: 'asking', feeds: asked.length });
  const summary: Pick<Summary, 'sources' | 'put' | 'withdrawn'> = { sources: [], put: 0, withdrawn: 0 };
  const parts = new Parts(deps.mostChanged);
  let published = 0;
  const publish = async (part: Part) => {
    const onProgress = (share: number) =>
      request.onProgress?.({
        stage: 'publishing',
        share: asked.length > 0 ? (published + share * part.size) / asked.length : share,
      });
    const { put, withdrawn } = await publishPart(deps, part, rulings, started, onProgress);
    summary.put += put;
    summary.withdrawn += withdrawn;
    published += part.size;
    request.signal?.throwIfAborted();
  };

  const stop = new AbortController();
  const { signal } = request;
  const feeds = readFeeds(deps, asked, {
    ...request,
    signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
  });
  let readUntil = started;
  try {
    for (const [number, partner] of asked.entries()) {
      const { gathered, changed, endedAt } = await feeds[number]!;
      signal?.throwIfAborted();
      const { id, name } = partner;
      const standing = postings.count(id) - tooOld(postings, partner, started).length;
      const before = sources.get(id);
      const verdict = judge(gathered, { standing, before, now: started, accept: request.accept });
      summary.sources.push({ partner: id, name, state: verdict.state, ms: gathered.ms });
      readUntil = Math.max(readUntil, endedAt);
      const full = parts.add(partner, verdict, changed);
      if (!full) continue;
      await publish(full);
      await deps.adopted?.();
    }
    await publish(parts.rest());
  } finally {
    // Only once all have ended: the next refresh lays postings aside in the same place.
    stop.abort();
    await Promise.allSettled(feeds);
  }
  const { generation, offers } = deps.writer.state();
  return { ...summary, generation, offers, readMs: readUntil - started, ms: Date.now() - started };
}

/** The rules of all partners; those by which what stands was judged already are not made ready. */
async function rulingsOf({ partners, postings, places }: Refreshing): Promise<Map<Partner, Ruling>> {
  const rulings = new Map<Partner, Ruling>();
  for (const partner of partners.values()) {
    const revision = rulingRevision(partner, places.revision);
    const isNew = revision !== '' && postings.bars.revision(partner.id) !== revision;
    const ruling = isNew ? rulingOf(partner, await places.load()) : { revision, barOf: () => undefined };
    rulings.set(partner, ruling);
  }
  return rulings;
}

/** Has the feeds of partners read, while others of them are published. */
function readFeeds(
  deps: Refreshing,
  asked: readonly Partner[],
  { whole, signal, onProgress }: RefreshRequest,
): Promise<FeedRead>[] {
  const { readers, sources } = deps;
  const jobs = asked.map((partner) => jobOf(deps, partner, whole));
  const lastBytes = asked.map(({ id }) => sources.get(id)?.bytes || undefined);
  const feeds = readers.read(jobs, {
    signal,
    onProgress: (job, { expectedBytes = lastBytes[job], ...progress }) =>
      // A feed that does not tell its size is about as large as the last time.
      onProgress?.({ stage: 'reading', partner: asked[job]!.id, ...progress, expectedBytes }),
    onRead: (job, { gathered: { status, accepted } }) =>
      onProgress?.({ stage: 'read', partner: asked[job]!.id, status, accepted }),
  });
  // Each is waited for in its turn; until then nobody hears of its fault.
  for (const feed of feeds) feed.catch(() => {});
  return feeds;
}

async function publishPart(
  deps: Refreshing,
  verdicts: Part,
  rulings: ReadonlyMap<Partner, Ruling>,
  now: number,
  onProgress: (share: number) => void,
): Promise<Published> {
  const { writer, postings, identities, sources } = deps;
  const ranks = new Map([...deps.partners.values()].map((partner) => [partner.id, partner]));
  const judged = new Set<Partner>();
  const published = await publishOffers(
    writer,
    { postings, identities, ranks, now },
    () => changesOf({ postings, verdicts, rulings, now }, judged),
    onProgress,
  );
  for (const partner of new Set([...verdicts.keys(), ...judged])) {
    const { state = sources.get(partner.id) } = verdicts.get(partner) ?? {};
    if (!state) continue;
    if (verdicts.has(partner)) state.recipe = recipeOf(deps, partner);
    state.standing = postings.shown(partner.id);
    state.barred = postings.bars.counts(partner.id, MAX_SAMPLES);
    sources.set(partner.id, state);
  }
  postings.checkpoint();
  return published;
}
