import type { Database, Statement } from '../../shared/database.ts';
import { mostEdits, nearness } from '../typos.ts';
import { lettersApart, lettersOf, type Measure, measuring } from './edits.ts';

/** Spellings of one length and first letter, side by side. */
interface Spellings {
  texts: string[];
  letters: number[];
  /** The numbers of the words that are spelled so. */
  words: number[];
}

/**
 * The spellings of every word of titles, trades and employers, in memory. What was typed is compared with those of
 * about its length whose letters are about the same; only few of them are then measured.
 */
export class Vocabulary {
  readonly #newer: Statement<{ last: number | null; spellings: string | null }>;
  readonly #byLength: (Map<string, Spellings> | undefined)[] = [];
  #last = 0;

  constructor(db: Database) {
    this.#newer = db.prepare(
      "SELECT max(word) AS last, group_concat(word || ' ' || spellings, ',') AS spellings FROM search_word WHERE word > ?",
    );
  }

  /**
   * Words by their number that lie within the edits that a typed word allows, with their nearness: those with its
   * first letter, or those with another one.
   */
  near(typed: readonly string[], firstLetter: 'same' | 'other'): Map<number, number> {
    this.#readNewer();
    const found = new Map<number, number>();
    for (const word of typed) {
      const most = mostEdits(word);
      measuring(word, most, (measure) => {
        for (let length = word.length - most; length <= word.length + most; length++) {
          for (const [first, spellings] of this.#byLength[length] ?? []) {
            if ((first === word[0]) === (firstLetter === 'same'))
              compare(word, most, measure, spellings, found);
          }
        }
      });
    }
    return found;
  }

  /** The writer only ever adds words under higher numbers, so that what was read stays true. */
  #readNewer(): void {
    const { last, spellings } = this.#newer.get(this.#last)!;
    if (last === null) return;
    this.#last = last;
    for (const entry of spellings!.split(',')) {
      const [number, ...texts] = entry.split(' ');
      for (const text of texts) {
        const byFirst = (this.#byLength[text.length] ??= new Map<string, Spellings>());
        let known = byFirst.get(text[0]!);
        if (!known) byFirst.set(text[0]!, (known = { texts: [], letters: [], words: [] }));
        known.texts.push(text);
        known.letters.push(lettersOf(text));
        known.words.push(Number(number));
      }
    }
  }
}

function compare(
  word: string,
  most: number,
  measure: Measure,
  known: Spellings,
  found: Map<number, number>,
): void {
  const letters = lettersOf(word);
  for (let at = 0; at < known.letters.length; at++) {
    if (lettersApart(letters, known.letters[at]!) > 2 * most) continue;
    const spelling = known.texts[at]!;
    const distance = measure(spelling);
    if (distance > most) continue;
    const number = known.words[at]!;
    found.set(number, Math.min(nearness(distance, word, spelling), found.get(number) ?? Infinity));
  }
}
