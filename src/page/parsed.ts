/** Runs once every element that the page was written with can be seen: now, where the document is parsed. */
export function onceParsed(callback: () => void): void {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', callback, { once: true });
  else callback();
}
