import { SearchController } from '../page/search-controller.ts';
import { TownJobsElement } from './element.ts';

/** What the elements that show a search have in common: they belong to one of the page, by its name. */
export abstract class SearchElement extends TownJobsElement {
  protected readonly page = new SearchController(this);

  get boardTheme(): Readonly<Record<string, string>> | undefined {
    return this.page.state?.board?.theme;
  }

  protected get nearestLang(): string {
    return this.page.settings.lang;
  }
}
