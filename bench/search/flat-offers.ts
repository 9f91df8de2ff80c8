import { plainText } from '../../endpoint/src/shared/plain-text.ts';
import type { FlatOffer } from './comparator.ts';
import type { Corpus } from './corpus.ts';

/** The first offers of a corpus as comparators store them, one after the other. */
export function* flatOffers(corpus: Corpus, size: number): Generator<FlatOffer> {
  for (let row = 0; row < size; row++) {
    const offer = corpus.offer(row);
    const [place] = offer.places;
    yield {
      row,
      title: offer.title,
      trade: offer.trade?.label ?? '',
      employer: offer.employer?.name ?? '',
      text: plainText(offer.description),
      contract: offer.contract.kind,
      insee: place?.insee ?? '',
      latitude: place?.point?.[0] ?? null,
      longitude: place?.point?.[1] ?? null,
      day: Math.floor(Date.parse(offer.postedAt) / 86_400_000),
    };
  }
}
