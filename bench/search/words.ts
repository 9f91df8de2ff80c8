import { createRequire } from 'node:module';
import type { Random } from '../../endpoint/src/search/conformance/random.ts';

const VOCABULARY = 60_000;
/** Words that join others, so that a sentence has the rhythm of French. */
const JOINTS = ['de', 'et', 'pour', 'avec', 'dans', 'sur', 'des', 'à la', 'en', 'ou'];

const list = createRequire(import.meta.url)('an-array-of-french-words') as string[];

/** French words, of which few are frequent and most are rare (Zipf: the nth is n times rarer than the first). */
export class Vocabulary {
  readonly words: readonly string[];

  constructor(random: Random) {
    const words = list.filter((word) => /^\p{Ll}{4,14}$/u.test(word));
    for (let at = 0; at < VOCABULARY; at++) {
      const other = at + random.int(words.length - at);
      [words[at], words[other]] = [words[other]!, words[at]!];
    }
    this.words = words.slice(0, VOCABULARY);
  }

  /** A word as often as texts have it. */
  word(random: Random): string {
    return this.words[Math.floor(VOCABULARY ** random.next()) - 1]!;
  }

  /** A word that few texts have. */
  rare(random: Random): string {
    return this.words[5000 + random.int(VOCABULARY - 5000)]!;
  }

  /** Eight to eighteen words with a capital and a stop. */
  sentence(random: Random): string {
    let sentence = '';
    for (let left = 8 + random.int(11); left > 0; left--) {
      if (sentence !== '') sentence += random.chance(0.5) ? ` ${random.pick(JOINTS)} ` : ' ';
      sentence += this.word(random);
    }
    return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
  }
}
