import { isOfPage } from './embed.ts';
import './shared/hold.ts';
// Like beside like weighs less: gzip looks back no further than 32 kB.
import './theme/base.styles.ts';
import './elements/results/results.styles.ts';
import './elements/filters/filters.styles.ts';
import './elements/search/search.styles.ts';
import './elements/counter/counter.styles.ts';
import './elements/town-jobs/town-jobs.styles.ts';
import './shared/format.ts';
import './elements/words.ts';
import './elements/results/sentences.ts';
import './elements/counter/counter.ts';
import './elements/filters/filters.ts';
import './elements/results/results.ts';
import './elements/search/search.ts';
import './elements/town-jobs/town-jobs.ts';
import { loadLazyElements } from './elements/lazy.ts';
import { setPageLocale } from './locales/locales.ts';
import { textLanguage } from './page/language.ts';
import { registry } from './page/registry.ts';
import { onceParsed } from './page/parsed.ts';
import { releaseDefinitions } from './shared/define.ts';

// What the script tag loads: it asks first, then it brings what shows the answer.
if (isOfPage) {
  onceParsed(() => {
    void setPageLocale(textLanguage(registry().script.lang));
    releaseDefinitions();
    loadLazyElements();
  });
}
