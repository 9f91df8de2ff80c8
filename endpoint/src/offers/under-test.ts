import type { Bar } from './bars.ts';
import type { Posting } from './posting.ts';
import type { Postings } from './postings.ts';
import { StagingFile } from './staged.ts';

/**
 * Lays postings aside for the next publication, as if their partners' feeds had been read.
 *
 * @param bar the rule that lets nobody see them
 */
export function layAside(postings: Postings, list: Iterable<Posting>, bar?: Bar): void {
  const files = new Map<string, StagingFile>();
  for (const posting of list) {
    const { partner } = posting;
    const file = files.get(partner) ?? new StagingFile(postings.stagedAt(partner), postings.standing);
    files.set(partner, file);
    file.add(posting, bar);
  }
  for (const file of files.values()) file.close();
}
