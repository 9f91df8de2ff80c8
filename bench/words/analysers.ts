import { createRequire } from 'node:module';
import { stemFrenchLight } from 'lucene-stemmers';
import { analyse } from '../../endpoint/src/search/words/analyse.ts';
import { fold } from '../../endpoint/src/search/words/fold.ts';

/** A way to make finished tokens of one written word. */
export interface Analyser {
  readonly name: string;
  tokens(word: string): readonly string[];
}

const require = createRequire(import.meta.url);
const { newStemmer } = require('snowball-stemmers') as {
  newStemmer(language: string): { stem(word: string): string };
};
const snowball = newStemmer('french');

/** Ours beside the two that search engines come with. Those read accents, so they get them, and lose them afterwards. */
export const ANALYSERS: readonly Analyser[] = [
  { name: 'town-jobs', tokens: (word) => analyse(word, 'text') },
  { name: 'FrenchLight', tokens: (word) => [fold(stemFrenchLight(word.toLowerCase()) ?? word)] },
  { name: 'Snowball', tokens: (word) => [fold(snowball.stem(word.toLowerCase()))] },
];
