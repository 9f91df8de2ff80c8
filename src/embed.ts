import { onceParsed } from './page/parsed.ts';
import { claimPage, registry } from './page/registry.ts';
import { settingsOfScript } from './page/settings.ts';
import { canLive, startSearches } from './page/start.ts';

/** Whether this copy of the script is the page's, and its elements can live there; where not, the link stays. */
export const isOfPage = canLive() && claimPage();

// Questions leave before all that shows their answers is evaluated: nothing that this imports knows of Lit.
if (isOfPage) {
  Object.assign(registry().script, settingsOfScript(import.meta.url));
  onceParsed(startSearches);
}
