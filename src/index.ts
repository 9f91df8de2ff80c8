import './shared/hold.ts';
import { setPageLocale } from './locales/locales.ts';
import { textLanguage } from './page/language.ts';
import { claimPage, registry, type ScriptSettings } from './page/registry.ts';
import { canLive } from './page/start.ts';
import { releaseDefinitions } from './shared/define.ts';

export { TownJobsBarometer } from './elements/barometer/barometer.ts';
export { TownJobsAnswerEvent, TownJobsOpenEvent, TownJobsSearchEvent } from './elements/events.ts';
export { TownJobsCounter } from './elements/counter/counter.ts';
export { TownJobsFilters } from './elements/filters/filters.ts';
export { TownJobsMap } from './elements/map/map.ts';
export { TownJobsApplyEvent } from './elements/offer/apply-event.ts';
export { TownJobsOffer } from './elements/offer/offer.ts';
export { TownJobsResults } from './elements/results/results.ts';
export { TownJobsSearch } from './elements/search/search.ts';
export { TownJobs } from './elements/town-jobs/town-jobs.ts';
export type { Criteria, Failure, OfferCard, SearchState, Status } from './board/state.ts';
export type { ScriptSettings } from './page/registry.ts';

/**
 * Tells a bundled copy what a script tag would say, before the first element is connected or right after the import:
 * `configure({ endpoint: 'https://emploi.example', board: 'saint-omer' })`. Attributes of elements win.
 */
export function configure(settings: ScriptSettings): void {
  Object.assign(registry().script, settings);
  if (settings.lang) void setPageLocale(textLanguage(settings.lang));
}

if (canLive() && claimPage()) {
  void setPageLocale(textLanguage());
  releaseDefinitions();
}
