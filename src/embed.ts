import './shared/hold.ts';
// Style sheets side by side weigh less: gzip looks back no further than 32 kB.
import './theme/base.styles.ts';
import './elements/results/results.styles.ts';
import './elements/filters/filters.styles.ts';
import './elements/search/search.styles.ts';
import './elements/counter/counter.styles.ts';
import './elements/town-jobs/town-jobs.styles.ts';
import './elements/counter/counter.ts';
import './elements/filters/filters.ts';
import './elements/results/results.ts';
import './elements/search/search.ts';
import './elements/town-jobs/town-jobs.ts';
import { loadLazyElements } from './elements/lazy.ts';
import { setPageLocale } from './locales/locales.ts';
import { textLanguage } from './page/language.ts';
import { claimPage, registry } from './page/registry.ts';
import { settingsOfScript } from './page/settings.ts';
import { canLive, onceParsed, startSearches } from './page/start.ts';
import { releaseDefinitions } from './shared/define.ts';

// What the script tag loads. Questions leave before the elements are defined; where it cannot work, the link stays.
if (canLive() && claimPage()) {
  const { script } = registry();
  Object.assign(script, settingsOfScript(import.meta.url));
  onceParsed(() => {
    startSearches();
    void setPageLocale(textLanguage(script.lang));
    releaseDefinitions();
    loadLazyElements();
  });
}
