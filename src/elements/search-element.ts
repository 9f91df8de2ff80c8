import type { Criteria } from '../board/state.ts';
import { SearchController } from '../page/search-controller.ts';
import { TownJobsElement } from './element.ts';
import { TownJobsSearchEvent } from './events.ts';

/**
 * What the elements that show a search have in common: they belong to one of the page, by its name. What it begins
 * with stands on them as attributes; several values of one have commas between them.
 *
 * @attr {string} q - Words.
 * @attr {string} place - A commune (name, postcode or INSEE code), a département, or "latitude,longitude".
 * @attr {number} radius - Kilometres around the place, 0 to 100.
 * @attr {string} contract - Contracts.
 * @attr {string} hours - Full or part time.
 * @attr {string} pay - Comparable pay: full time, a month, before deductions, in euros.
 * @attr {string} experience - Years of experience asked for.
 * @attr {string} schedule - When the work is done.
 * @attr {string} remote - Remote work.
 * @attr {string} trade - ROME codes.
 * @attr {string} commune - INSEE codes of communes.
 * @attr {string} employer - Employers, as the facet of that name gives them.
 * @attr {string} partner - Ids of partners.
 * @attr {string} disabled - Open to disabled workers.
 * @attr {string} sector - NAF codes.
 * @attr {number} since - Published within so many days, 1 to 365.
 * @attr {'relevance' | 'newest' | 'nearest'} sort - Order of the offers.
 * @attr {string} locked - Names of criteria that residents see but cannot change: `contract radius`.
 * @attr {'off'} url - `off` leaves the address of the page alone.
 */
export abstract class SearchElement extends TownJobsElement {
  protected readonly page = new SearchController(this);

  get boardTheme(): Readonly<Record<string, string>> | undefined {
    return this.page.state?.board?.theme;
  }

  protected get nearestLang(): string {
    return this.page.settings.lang;
  }

  /** Changes what the search asks for, unless the page refuses: then what a resident has chosen is shown as it was. */
  protected ask(change: Partial<Criteria>): void {
    if (this.dispatchEvent(new TownJobsSearchEvent(change))) this.page.search!.ask(change);
    else this.requestUpdate();
  }
}
