import type { Block } from '../contract/index.ts';
import { tokenise } from '../search/words/tokenise.ts';
import { plainText } from '../shared/plain-text.ts';

/**
 * Finds words and phrases as whole words, as the search reads them: case, accents, plural and gender make no
 * difference ("vente à domicile" stands in "Ventes à domicile"), half words do ("art" does not stand in "Artois").
 */
export class Phrases {
  readonly #byFirst = new Map<string, { words: string[]; written: string }[]>();

  /** @param written each with at least one letter or digit */
  constructor(written: Iterable<string>) {
    for (const one of written) {
      const words = wordsOf(one);
      if (words[0] === undefined) throw new TypeError(`"${one}" holds no word.`);
      const known = this.#byFirst.get(words[0]) ?? [];
      this.#byFirst.set(words[0], [...known, { words, written: one }]);
    }
  }

  /** The first phrase that stands in a title or a description, as it was written for this list. */
  find({ title, description }: { title: string; description: readonly Block[] }): string | undefined {
    return this.#in(title) ?? this.#in(plainText(description));
  }

  #in(text: string): string | undefined {
    const words = wordsOf(text);
    for (const [at, word] of words.entries()) {
      const found = this.#byFirst
        .get(word)
        ?.find((phrase) => phrase.words.every((wanted, index) => words[at + index] === wanted));
      if (found) return found.written;
    }
    return undefined;
  }
}

/** The words of a text in their order, each in its masculine singular. */
export function wordsOf(text: string): string[] {
  return tokenise(text).map(({ stem }) => stem);
}
