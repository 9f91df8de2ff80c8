import type { Commune } from '../communes.ts';
import type { Sentence, Trade } from '../data/types.ts';
import type { Random } from '../random.ts';
import { at, lowered, of, raised, spaced } from './french.ts';

/** What the words in square brackets stand for. */
export type Words = Record<string, string>;

/** One way of writing a sentence: its choices made, its words filled in, its spaces and its capital set. */
export function write(random: Random, sentence: Sentence, words: Words): string {
  const chosen = sentence.replace(/\{([^{}]*)\}/g, (_, choices: string) => random.pick(choices.split('|')));
  const filled = chosen.replace(/\[([^\]]+)\]/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined)
      throw new Error(`The sentence "${sentence}" asks for [${name}], which nothing fills.`);
    return word;
  });
  return raised(spaced(filled));
}

/** The words of a job: its trade with articles, its town with prepositions. */
export function wordsOf(random: Random, trade: Trade, commune: Commune): Words {
  const m = lowered(trade.m);
  const f = lowered(trade.f);
  const both = m === f ? `un ou une ${m}` : random.pick([`un ${m} ou une ${f}`, `une ${f} ou un ${m}`]);
  return {
    ville: commune.name,
    'à ville': at(commune.name),
    'de ville': of(commune.name),
    métier: m,
    'de métier': of(m),
    'un métier': random.pick([`un ${m} (H/F)`, both]),
  };
}
