import { analyseQuery, type Term } from './words/analyse.ts';
import { fold } from './words/fold.ts';
import { isHiringWord } from './words/stopwords.ts';
import { withoutSexMarks } from './words/tokenise.ts';

/** A word is a target of corrections from so many offers of the board on. */
export const FEWEST_OFFERS = 2;
/** Letters from which a word is corrected, and from which by two edits. */
const LETTERS_FOR_ONE_EDIT = 4;
const LETTERS_FOR_TWO_EDITS = 8;
/** Longer ones are no words that anyone mistypes. */
const MOST_LETTERS = 31;

/** A word of a title, a trade or an employer's name to which a mistyped one can be corrected. */
export interface TargetWord {
  /** In small letters with its accents: what a resident is shown. */
  written: string;
  /** Folded, as written and as its finished tokens; a typo is measured against each of them. */
  spellings: string[];
}

/**
 * How many edits (a letter put in, left out or replaced, or two neighbours exchanged; no place edited twice) lie at
 * most between a typo and what was meant.
 */
export function mostEdits(spelling: string): 0 | 1 | 2 {
  if (spelling.length >= LETTERS_FOR_TWO_EDITS) return 2;
  return spelling.length >= LETTERS_FOR_ONE_EDIT ? 1 : 0;
}

/** Ranks targets, the smallest first: the same first letter goes before fewer edits. */
export function nearness(edits: number, typed: string, spelling: string): number {
  return (typed[0] === spelling[0] ? 0 : 2) + (edits > 1 ? 1 : 0);
}

/** Whether a typed word may be corrected at all: letters alone, enough of them, and not a word like "recrute". */
export function isCorrectable({ name }: Term): boolean {
  return isWord(name) && !isHiringWord(name);
}

/** The spellings of a typed word that are measured. */
export function spellingsOf({ name, tokens }: Term): string[] {
  return [...new Set([name, ...tokens])].filter(isWord);
}

/** The term that a typed one becomes: as if the other word had been typed in its stead. */
export function correctedTerm({ starts }: Term, to: string): Term {
  const term = analyseQuery(to).terms[0]!;
  return starts ? term : { tokens: term.tokens, name: term.name };
}

/** A word of a query in the letters in which it was typed. */
export function asTyped(query: string, { name }: Term): string {
  return runsOf(query).find((run) => fold(run) === name) ?? name;
}

/** The words of a label to which typos can be corrected, each once. */
export function targetWords(label: string): TargetWord[] {
  const written = runsOf(withoutSexMarks(label)).map((run) => run.toLowerCase());
  return [...new Set(written)].flatMap((word) => targetOf(word) ?? []);
}

/** Titles share most of their words. */
const MOST_REMEMBERED = 50_000;
const remembered = new Map<string, TargetWord | undefined>();

function targetOf(written: string): TargetWord | undefined {
  if (written.length < LETTERS_FOR_ONE_EDIT || written.length > MOST_LETTERS) return undefined;
  if (remembered.has(written)) return remembered.get(written);
  const { terms } = analyseQuery(written);
  const fits = terms.length === 1 && terms[0]!.name === fold(written) && isCorrectable(terms[0]!);
  const target = fits ? { written, spellings: spellingsOf(terms[0]!) } : undefined;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(written, target);
  return target;
}

function isWord(spelling: string): boolean {
  const { length } = spelling;
  return length >= LETTERS_FOR_ONE_EDIT && length <= MOST_LETTERS && /^\p{L}+$/u.test(spelling);
}

function runsOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
