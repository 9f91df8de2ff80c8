import { availableParallelism } from 'node:os';
import type { Reach } from '../france-travail/areas.ts';
import { readKept } from '../places/kept.ts';
import { Places } from '../places/places.ts';
import { indexPath } from '../search/index-file.ts';
import { giveBackMemory } from '../shared/memory.ts';
import { ReaderThreads } from './reader-threads.ts';
import type { Refreshing } from './refresh.ts';

/** A thread takes some 200 MB, and publishing what two read keeps a third core busy. */
const MOST_THREADS = 2;

/** By what a refresh reads feeds in threads: one core is left to what publishes. */
export async function readingInThreads(
  { dataFolder, allowedHosts }: { dataFolder: string; allowedHosts: readonly string[] },
  reach: Reach,
): Promise<Pick<Refreshing, 'places' | 'readers'>> {
  const threads = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));
  const where = { dataFolder, indexFile: indexPath(dataFolder), allowedHosts: new Set(allowedHosts) };
  const revision = (await readKept(dataFolder))?.takenAt ?? '';
  return {
    places: { revision, load: () => loadPlaces(dataFolder) },
    readers: new ReaderThreads({ ...where, reach, threads }),
  };
}

async function loadPlaces(dataFolder: string): Promise<Places> {
  const places = await Places.load(dataFolder);
  giveBackMemory();
  return places;
}
