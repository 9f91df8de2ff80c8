import { isComplete, openSearch } from './open-search.ts';
import { fillPlaceholders } from './placeholders.ts';
import { COUNTER, ELEMENTS, settingsOf } from './settings.ts';

/** Asks the first question of every search that stands in the document, before any element is defined. */
export function startSearches(): void {
  fillPlaceholders();
  for (const element of document.querySelectorAll(ELEMENTS)) {
    if (element.localName === COUNTER) continue;
    const settings = settingsOf(element);
    if (isComplete(settings)) openSearch(settings).search.start();
  }
}

/**
 * False where the elements cannot live, so that the link is all: below the browser floor (Safari 16.4, Chrome 111,
 * Firefox 115), and on pages whose additions to Object.prototype make the browser itself throw at plain options.
 */
export function canLive(): boolean {
  try {
    new EventTarget().addEventListener('', null, {});
    return Boolean(document.adoptedStyleSheets && CSS.supports('container-type', 'inline-size'));
  } catch {
    return false;
  }
}
