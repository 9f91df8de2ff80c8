import type { Trade } from '../data/types.ts';
import type { DemoPartner } from '../posting.ts';
import type { Random } from '../random.ts';

/** How adverts say that a job is for women and men; French law wants it, partners spell it as they like. */
const MARKS = [
  '(H/F)',
  '(H/F)',
  'H/F',
  'H/F',
  '(F/H)',
  'F/H',
  '- H/F',
  '(h/f)',
  'h/f',
  '(f/h/x)',
  '(H/F/X)',
  '(F/H/X)',
];
/** Share of titles that name one gender alone, and of those that carry both forms. */
const UNMARKED = 0.02;
const FEMININE = 0.04;
const PAIRED = 0.12;
const VARIANT = 0.5;

/** The words of a job's title, which every partner keeps, and whether they still need a mark. */
export interface TitleWords {
  text: string;
  mark: boolean;
}

/** Draws the words of a title: the trade, one of its variants, its feminine or both forms. */
export function titleWords(random: Random, trade: Trade): TitleWords {
  if (random.chance(UNMARKED)) return { text: random.pick([trade.m, trade.f, trade.f]), mark: false };
  if (random.chance(PAIRED)) return { text: trade.pair, mark: trade.m === trade.f || random.chance(0.3) };
  if (random.chance(FEMININE)) return { text: trade.f, mark: true };
  return { text: random.chance(VARIANT) ? random.pick(trade.variants) : trade.m, mark: true };
}

/** One partner's spelling of a title: its own mark, capitals here and there at "boussole". */
export function spellTitle(random: Random, words: TitleWords, partner: DemoPartner): string {
  const shouted = partner === 'boussole' ? 0.3 : partner === 'grand-tableau' ? 0.05 : 0;
  const text = random.chance(shouted) ? words.text.toUpperCase() : words.text;
  return words.mark ? `${text} ${random.pick(MARKS)}` : text;
}
