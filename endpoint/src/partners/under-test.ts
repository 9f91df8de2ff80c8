import type { Reach } from '../france-travail/areas.ts';
import type { Postings } from '../offers/postings.ts';
import type { Places } from '../places/places.ts';
import { OwnReaders } from './readers.ts';

/** What a refresh needs to read feeds of this machine in the test's own thread. */
export function readingHere(places: Places, reach: Reach, postings: Postings) {
  const { standing } = postings;
  return {
    places: { revision: places.revision ?? '', load: () => Promise.resolve(places) },
    readers: new OwnReaders({ places, reach, allowedHosts: new Set(['127.0.0.1']), standing }),
    reach,
    postings,
  };
}
