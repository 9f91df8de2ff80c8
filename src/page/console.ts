const said = new Set<string>();

/** Tells the webmaster something in the console, once a page. */
export function tell(sentence: string): void {
  if (said.has(sentence)) return;
  said.add(sentence);
  console.warn(`town-jobs: ${sentence}`);
}
