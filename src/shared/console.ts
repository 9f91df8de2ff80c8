import type { ADVICE } from './advice.ts';

type Advice = typeof ADVICE;

const said = new Set<string>();

/** Tells the webmaster in the console what is the matter, once a page; the sentence is loaded for it. */
export function tell<K extends keyof Advice>(what: K, ...facts: Parameters<Advice[K]>): void {
  const short = `${what} ${facts.join(' ')}`;
  if (said.has(short)) return;
  said.add(short);
  void import('./advice.ts').then(
    ({ ADVICE }) => warn((ADVICE[what] as (...facts: string[]) => string)(...facts)),
    () => warn(short),
  );
}

function warn(sentence: string): void {
  console.warn(`town-jobs: ${sentence}`);
}
