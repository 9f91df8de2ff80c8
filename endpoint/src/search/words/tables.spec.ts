import { describe, expect, it } from 'vitest';
import { ABBREVIATIONS } from './abbreviations.ts';
import { EUR_FEMININES, EUX_STEMS } from './adjectives.ts';
import { masculineSingular } from './french.ts';
import { IRREGULAR } from './irregular.ts';
import { isFunctionWord } from './stopwords.ts';
import { INVARIABLE, NO_FEMININE } from './unchanged.ts';

describe('the tables of words', () => {
  it('are folded', () => {
    const words = [...IRREGULAR].flat().concat(...INVARIABLE, ...NO_FEMININE, ...EUR_FEMININES, ...EUX_STEMS);

    for (const word of words) expect(word).toMatch(/^[a-z]+$/);
  });

  it('lead to forms that stay as they are', () => {
    for (const masculine of IRREGULAR.values()) expect(masculineSingular(masculine)).toBe(masculine);
  });

  it('contradict each other nowhere', () => {
    for (const word of IRREGULAR.keys()) {
      expect(INVARIABLE.has(word), word).toBe(false);
      expect(NO_FEMININE.has(word), word).toBe(false);
    }
  });
});

describe('an abbreviation', () => {
  it('is a token as it is, so that it is found from both sides', () => {
    for (const short of Object.keys(ABBREVIATIONS)) {
      expect(masculineSingular(short)).toBe(short);
      expect(isFunctionWord(short), short).toBe(false);
    }
  });

  it('stands for phrases without little words, which the analysis would leave out', () => {
    for (const word of Object.values(ABBREVIATIONS).flatMap((phrases) => phrases.join(' ').split(' '))) {
      expect(isFunctionWord(word), word).toBe(false);
    }
  });
});
