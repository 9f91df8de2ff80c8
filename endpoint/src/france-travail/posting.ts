import type { PostingMapper, Refusal } from '../feeds/postings.ts';
import { textOf, valuesAt, type RecordTree } from '../feeds/read/record.ts';
import type { Posting } from '../offers/posting.ts';
import type { Reach } from './areas.ts';

/** The id of an offer ("198QXRT"). */
export function idOf(record: RecordTree): string | undefined {
  return textOf(record['id'] ?? '');
}

/**
 * The posting of an offer, or why there is none. An offer that France Travail has from a partner names that partner's
 * page as well, so that it meets the same job in the partner's own feed.
 */
export function postingOf(mapper: PostingMapper, record: RecordTree, reach: Reach): Posting | Refusal {
  const posting = mapper.posting(record);
  if ('refused' in posting) return posting;
  if (!isReached(posting, reach)) {
    const where = posting.places.map(({ name }) => name).join(', ');
    return { refused: 'outside of every board', sample: `${posting.reference} · ${where}` };
  }
  const origins = valuesAt(record, ['origineOffre', 'partenaires']).flatMap((partner) => {
    const link = first(partner, 'url');
    const name = first(partner, 'nom');
    return link && isWeb(link) ? [{ ...(name && { name }), link }] : [];
  });
  if (origins.length > 0) posting.origins = origins;
  return posting;
}

function isReached({ places }: Posting, { communes, departments }: Reach): boolean {
  return places.some(({ insee, department }) =>
    insee === undefined ? department !== undefined && departments.has(department) : communes.has(insee),
  );
}

function first(tree: Parameters<typeof valuesAt>[0], name: string): string | undefined {
  const [value] = valuesAt(tree, [name]);
  return value === undefined ? undefined : textOf(value);
}

function isWeb(link: string): boolean {
  return URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
}
