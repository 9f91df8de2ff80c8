import type { Offer, OfferPlace } from '../../endpoint/src/contract/index.ts';
import type { Places } from '../../endpoint/src/places/places.ts';
import { Random } from '../../endpoint/src/search/conformance/random.ts';
import { plainText } from '../../endpoint/src/shared/plain-text.ts';
import { Corpus } from '../search/corpus.ts';
import { type Plan, type Planned, type Round, spread } from './plan.ts';

/** A record as a partner means it; each format writes it in its own way. */
export interface FeedRecord {
  reference: string;
  title: string;
  link: string;
  html: string;
  text: string;
  employer?: string;
  place: Pick<OfferPlace, 'name' | 'postcode'>;
  contract: 'CDI' | 'CDD' | 'Intérim';
  hours?: string;
  pay?: string;
  postedAt?: Date;
}

/** Employers that send their offers through one partner. */
const HOUSES = 60;
const NEW_SENTENCE = 'Une visite de nos locaux vous sera proposée avant votre prise de fonction parmi nous.';
const COPIED_SENTENCE =
  'Cette annonce vous est relayée telle que son auteur nous la confie chaque jour sur son site.';

/**
 * Writes the records of a plan. Texts are those of the search bench's corpus, each its own, of 1,500 characters in
 * the middle; where the employer is named, they begin with what that employer writes above all of its offers.
 */
export class Records {
  readonly #plan: Plan;
  readonly #corpus: Corpus;

  constructor(plan: Plan, places: Places) {
    this.#plan = plan;
    this.#corpus = new Corpus(places);
  }

  record(partner: number, index: number, round: Round): FeedRecord & Pick<Planned, 'flaw'> {
    const planned = this.#plan.record(partner, index, round);
    const { job, reference, flaw, changed, copy } = planned;
    const offer = this.#corpus.offer(job);
    const house = offer.employer && this.#house(job);
    const html = [
      ...(house ? [`<p>${house.opening}</p>`] : []),
      htmlOf(offer.description),
      ...(copy === 'with a sentence' ? [`<p>${COPIED_SENTENCE}</p>`] : []),
      ...(changed ? [`<p>${NEW_SENTENCE}</p>`] : []),
    ].join('\n');
    const text = [
      ...(house ? [house.opening] : []),
      plainText(offer.description),
      ...(copy === 'with a sentence' ? [COPIED_SENTENCE] : []),
      ...(changed ? [NEW_SENTENCE] : []),
    ].join('\n');
    const host =
      flaw === 'link leads to a host that the partner did not declare'
        ? 'elsewhere.example'
        : hostOf(partner);
    return {
      flaw,
      reference,
      title: flaw === 'no title' ? '' : offer.title,
      link: `https://${host}/offre/${reference}`,
      html,
      text,
      employer: copy === 'without employer' ? undefined : house?.name,
      place: this.#placeOf(offer, job, planned.sprayed),
      contract: ({ cdi: 'CDI', interim: 'Intérim' } as const)[offer.contract.kind as 'cdi'] ?? 'CDD',
      hours: offer.hours && (offer.hours.time === 'full' ? 'Temps plein' : 'Temps partiel'),
      pay: offer.pay?.text,
      postedAt: flaw === 'date cannot be read' ? undefined : new Date(offer.postedAt),
    };
  }

  /** One of the employers of the partner that a job comes from; none has the name of another. */
  #house(job: number): { name: string; opening: string } {
    const { texts, vocabulary } = this.#corpus;
    const number = this.#plan.originOf(job) * HOUSES + (spread(job) % HOUSES);
    const random = new Random(number + 1);
    const names = [vocabulary.rare(random), vocabulary.rare(random)].map(
      (word) => word.slice(0, 1).toUpperCase() + word.slice(1),
    );
    const name = `${texts.employer(random, texts.draw(random))} ${names.join(' ')}`;
    return { name, opening: `${name} : ${vocabulary.sentence(random)} ${vocabulary.sentence(random)}` };
  }

  /** A sprayed job stands in communes of its own; all others in the first place of the offer. */
  #placeOf(offer: Offer, job: number, sprayed: number | undefined): FeedRecord['place'] {
    if (sprayed === undefined) return offer.places[0]!;
    const commune = this.#corpus.commune(new Random(spread(job) + sprayed));
    return { name: commune.name, postcode: commune.postcodes[0] };
  }
}

/** The host that a partner's links lead to. */
export function hostOf(partner: number): string {
  return `partner-${partner}.example`;
}

function htmlOf(blocks: Offer['description']): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return blocks
    .map(({ kind, runs = [], items = [] }) => {
      const text = escaped(runs.map((run) => run.text).join(''));
      if (kind === 'heading') return `<p><strong>${text}</strong></p>`;
      if (kind === 'p') return `<p>${text}</p>`;
      return `<ul>${items.map((item) => `<li>${escaped(item.map((run) => run.text).join(''))}</li>`).join('')}</ul>`;
    })
    .join('\n');
}
