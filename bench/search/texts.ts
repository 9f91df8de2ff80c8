import { FANCIES } from '../../demo/partners/data/employers.ts';
import { PROFILE_HEADINGS, TASK_HEADINGS, WANTED } from '../../demo/partners/data/phrases.ts';
import { sectorOf } from '../../demo/partners/data/sectors.ts';
import { TRADES } from '../../demo/partners/data/trades/index.ts';
import type { Trade } from '../../demo/partners/data/types.ts';
import { Random as DemoRandom } from '../../demo/partners/random.ts';
import { write } from '../../demo/partners/writing/sentence.ts';
import type { Offer } from '../../endpoint/src/contract/index.ts';
import type { Random } from '../../endpoint/src/search/conformance/random.ts';
import type { Vocabulary } from './words.ts';

/** Characters: half of all texts are longer, one in twenty is longer than 4,000. */
const MEDIAN_LENGTH = 1500;
const SPREAD = Math.log(4000 / MEDIAN_LENGTH) / 1.645;
const LONGEST = 9000;
/** Ways in which each sentence of a trade is written. */
const VARIANTS = 12;
/** Share of titles that go on with words of their own. */
const TAILED = 0.35;
const MARKS = [' H/F', ' (H/F)', ' F/H', ' - H/F', ''];

/** One trade with its sentences written out. */
interface Writing {
  trade: Trade;
  titles: string[];
  openings: string[];
  tasks: string[];
  profile: string[];
  employers: string[];
}

/** Writes titles, texts and employers as adverts have them. */
export class Texts {
  readonly #vocabulary: Vocabulary;
  readonly #writings: Writing[];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    const random = new DemoRandom(1);
    this.#writings = TRADES.flatMap((trade) => {
      const writing = writingOf(random, trade);
      return Array.from({ length: trade.weight ?? 1 }, () => writing);
    });
  }

  /** A trade, some more often than others. */
  draw(random: Random): Writing {
    return random.pick(this.#writings);
  }

  title(random: Random, { titles }: Writing, town: string): string {
    const tail = random.chance(TAILED)
      ? random.pick([` ${this.#vocabulary.word(random)}`, ` ${this.#vocabulary.rare(random)}`, ` - ${town}`])
      : '';
    return random.pick(titles) + tail + random.pick(MARKS);
  }

  employer(random: Random, { employers }: Writing): string {
    const word = this.#vocabulary.word(random);
    const name = random.chance(0.3) ? random.pick(FANCIES) : word.slice(0, 1).toUpperCase() + word.slice(1);
    return random.pick(employers).replace('*', name);
  }

  /** Phrases of the trade, then sentences of any words, until the text is long enough. */
  description(random: Random, writing: Writing): Offer['description'] {
    const length = drawLength(random);
    const tasks = random.some(writing.tasks, 3 + random.int(4));
    const description: Offer['description'] = [
      { kind: 'p', runs: [{ text: random.pick(writing.openings) }] },
      { kind: 'heading', runs: [{ text: random.pick(TASK_HEADINGS) }] },
      { kind: 'ul', items: tasks.map((text) => [{ text }]) },
      { kind: 'heading', runs: [{ text: random.pick(PROFILE_HEADINGS) }] },
    ];
    let sentences = random.some(writing.profile, 2).join(' ');
    let written = tasks.join('').length + sentences.length + 200;
    while (written < length) {
      const sentence = this.#vocabulary.sentence(random);
      sentences += ` ${sentence}`;
      written += sentence.length + 1;
    }
    description.push({ kind: 'p', runs: [{ text: sentences }] });
    return description;
  }
}

/** In characters, as a logarithmic normal distribution gives it. */
function drawLength(random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Math.min(LONGEST, MEDIAN_LENGTH * Math.exp(SPREAD * normal));
}

function writingOf(random: DemoRandom, trade: Trade): Writing {
  const words = {
    ville: 'Ville',
    'à ville': 'près de chez vous',
    'de ville': 'du secteur',
    métier: trade.m.toLowerCase(),
    'de métier': `de ${trade.m.toLowerCase()}`,
    'un métier': `un ${trade.m.toLowerCase()} (H/F)`,
  };
  const written = (sentences: readonly string[]) =>
    sentences.flatMap((sentence) => Array.from({ length: VARIANTS }, () => write(random, sentence, words)));
  const { intros, employers } = sectorOf(trade);
  return {
    trade,
    titles: [trade.m, trade.m, trade.f, trade.pair, ...trade.variants],
    openings: written([...trade.openings, ...intros.map((intro) => `${intro} ${WANTED[0]!}`)]),
    tasks: written(trade.tasks),
    profile: written(trade.profile),
    employers,
  };
}
