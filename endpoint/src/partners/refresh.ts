import { createHash } from 'node:crypto';
import { gatherFeed, type GatherProgress } from '../feeds/gather.ts';
import { MAX_SAMPLES } from '../feeds/limits.ts';
import type { Mapping } from '../feeds/mapping.ts';
import type { Reach } from '../france-travail/areas.ts';
import { lookAtFranceTravail } from '../france-travail/gather.ts';
import type { Identities } from '../offers/identities.ts';
import type { Posting } from '../offers/posting.ts';
import type { Postings } from '../offers/postings.ts';
import { publishOffers, type Published } from '../offers/publish.ts';
import type { Places } from '../places/places.ts';
import type { EngineWriter } from '../search/engine.ts';
import { changesOf, tooOld } from './changes.ts';
import { type Gathered, judge, type Verdict } from './judge.ts';
import type { Partner } from './partner.ts';
import { partsOf } from './parts.ts';
import { gatherSamples } from './samples.ts';
import { type Ruling, rulingOf } from './ruling.ts';
import type { Sources, SourceState } from './sources.ts';

/** How many feeds are read at a time. */
const PARALLEL_FEEDS = 4;

/** Where a refresh works. */
export interface Refreshing {
  partners: ReadonlyMap<string, Partner>;
  mappings: ReadonlyMap<string, Mapping>;
  places: Places;
  /** What the boards show; services that give out everything are asked for no more. */
  reach: Reach;
  postings: Postings;
  identities: Identities;
  sources: Sources;
  writer: EngineWriter;
  /** Hosts that may be asked although their address is private. */
  allowedHosts: ReadonlySet<string>;
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
  /** Until all feeds were read; the rest of {@link ms} they were published. */
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
 * Asks partners for their feeds and publishes what they gave, as one generation where it is not very much. A broken
 * feed harms no other.
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
  const rulings = new Map([...partners.values()].map((one) => [one, rulingOf(one, deps.places)]));
  request.onProgress?.({ stage: 'asking', feeds: asked.length });
  const gathered = new Map<Partner, Gathered>();
  const queue = asked.values();
  const readers = await Promise.allSettled(
    [...Array(PARALLEL_FEEDS)].map(async () => {
      for (const partner of queue) {
        gathered.set(partner, await gather(deps, partner, rulings.get(partner)!, request));
      }
    }),
  );
  request.signal?.throwIfAborted();
  // Only once all have ended: the next refresh stages in the same place.
  for (const reader of readers) if (reader.status === 'rejected') throw reader.reason;
  postings.flush();

  const readMs = Date.now() - started;
  const verdicts = new Map<Partner, Verdict>();
  for (const [partner, gathering] of gathered) {
    const { id } = partner;
    const standing = postings.count(id) - tooOld(postings, partner, started).length;
    const before = sources.get(id);
    verdicts.set(partner, judge(gathering, { standing, before, now: started, accept: request.accept }));
  }
  let published = { ...deps.writer.state(), put: 0, withdrawn: 0 };
  const parts = partsOf(verdicts);
  for (const [number, part] of parts.entries()) {
    const { put, withdrawn, ...state } = await publishPart(deps, part, rulings, started, (share) =>
      request.onProgress?.({ stage: 'publishing', share: (number + share) / parts.length }),
    );
    published = { ...state, put: published.put + put, withdrawn: published.withdrawn + withdrawn };
    request.signal?.throwIfAborted();
  }
  return {
    sources: asked.map((partner) => ({
      partner: partner.id,
      name: partner.name,
      state: verdicts.get(partner)!.state,
      ms: gathered.get(partner)!.ms,
    })),
    generation: published.generation,
    offers: published.offers,
    put: published.put,
    withdrawn: published.withdrawn,
    readMs,
    ms: Date.now() - started,
  };
}

async function publishPart(
  deps: Refreshing,
  verdicts: ReadonlyMap<Partner, Verdict>,
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

async function gather(
  deps: Refreshing,
  partner: Partner,
  ruling: Ruling,
  request: RefreshRequest,
): Promise<Gathered> {
  const { postings, sources, places, allowedHosts } = deps;
  const { id, feed } = partner;
  postings.unstage(id);
  const known = sources.get(id);
  const whole = request.whole || postings.count(id) === 0 || known?.recipe !== recipeOf(deps, partner);
  const common = {
    ...{ partner, places, allowedHosts, signal: request.signal, environment: process.env, now: Date.now() },
    mapping: deps.mappings.get(feed.mapping)!,
    onPosting: (posting: Posting) => postings.stage(posting, ruling.barOf(posting)),
    onProgress: (progress: GatherProgress) =>
      // A feed that does not tell its size is about as large as the last time.
      request.onProgress?.({
        stage: 'reading',
        partner: id,
        ...progress,
        expectedBytes: progress.expectedBytes ?? (known?.bytes || undefined),
      }),
  };
  const gathering = await look();
  request.onProgress?.({
    stage: 'read',
    partner: partner.id,
    status: gathering.status,
    accepted: gathering.accepted,
  });
  return gathering;

  async function look(): Promise<Gathered> {
    if (feed.kind === 'samples') return gatherSamples(id, feed, places, common.onPosting);
    if (feed.kind === undefined)
      return gatherFeed({ ...common, settings: feed, validators: whole ? undefined : known?.validators });
    const cursor = whole ? undefined : known?.cursor;
    return lookAtFranceTravail({ ...common, feed, reach: deps.reach, cursor });
  }
}

/** What of the configuration decides what becomes of a record. */
function recipeOf({ mappings, reach, places }: Refreshing, { hosts, licence, feed }: Partner): string {
  const within = feed.kind && [[...reach.communes].sort(), [...reach.departments].sort()];
  const recipe = JSON.stringify([
    hosts,
    licence.maxAge,
    feed,
    mappings.get(feed.mapping),
    within,
    places.revision,
  ]);
  return createHash('sha256').update(recipe).digest('base64url').slice(0, 16);
}
