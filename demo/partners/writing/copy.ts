import { ADDED_ENDS, LEAKS } from '../data/phrases.ts';
import { CONTACT_NAMES } from '../data/employers.ts';
import type { DemoBlock, DemoPosting } from '../posting.ts';
import type { Random } from '../random.ts';
import { write } from './sentence.ts';

/** A cut text keeps at least so many words. */
const MIN_KEPT_WORDS = 80;

/** A text as a second partner took it over: whole, cut after some 80 words or more, or with a sentence of its own at the end. */
export function copyText(random: Random, blocks: readonly DemoBlock[]): DemoBlock[] {
  const drawn = random.next();
  if (drawn < 0.35) return cut(blocks, random.integer(MIN_KEPT_WORDS, MIN_KEPT_WORDS + 40));
  if (drawn < 0.7) return [...blocks, { kind: 'p', text: random.pick(ADDED_ENDS) }];
  return [...blocks];
}

/** The same text begun differently: such copies are not found by their first words. */
export function begin(random: Random, blocks: readonly DemoBlock[]): DemoBlock[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'p') return [...blocks];
  const start = random.pick([
    'Poste à pourvoir rapidement.',
    'Nouvelle offre près de chez vous !',
    'À saisir :',
  ]);
  return [{ kind: 'p', text: `${start} ${first.text}` }, ...rest];
}

/** The words of blocks, one after the other. */
export function wordsIn(blocks: readonly DemoBlock[]): string[] {
  const texts = blocks.flatMap((block) => (block.kind === 'ul' ? block.items : [block.text]));
  return texts.join(' ').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Somebody to write to, of the ranges of numbers and addresses that are kept for fiction. */
export function inventContact(random: Random, north: boolean): NonNullable<DemoPosting['contact']> {
  const name = random.pick(CONTACT_NAMES);
  const local = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
  const pair = () => String(random.integer(0, 99)).padStart(2, '0');
  const range = random.pick(['01 99 00', north ? '03 53 01' : '05 36 49']);
  return { name, email: `${local}@example.fr`, phone: `${range} ${pair()} ${pair()}` };
}

/** A text that gives a person's address or number away at its end. */
export function leak(
  random: Random,
  blocks: readonly DemoBlock[],
  contact: NonNullable<DemoPosting['contact']>,
): DemoBlock[] {
  const words = { nom: contact.name, courriel: contact.email, téléphone: contact.phone };
  return [...blocks, { kind: 'p', text: write(random, random.pick(LEAKS), words) }];
}

/** The first words of a text, with dots where it breaks off. */
function cut(blocks: readonly DemoBlock[], words: number): DemoBlock[] {
  const kept: DemoBlock[] = [];
  let left = words;
  const take = (text: string) => {
    const taken = new RegExp(`^(?:[^\\p{L}\\p{N}]*[\\p{L}\\p{N}]+){0,${left}}`, 'u').exec(text)?.[0] ?? '';
    left -= taken.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    return left > 0 ? text : `${taken}…`;
  };
  for (const block of blocks) {
    if (left <= 0) break;
    if (block.kind !== 'ul') kept.push({ kind: block.kind, text: take(block.text) });
    else {
      const items: string[] = [];
      for (const item of block.items) if (left > 0) items.push(take(item));
      kept.push({ kind: 'ul', items });
    }
  }
  return kept;
}
