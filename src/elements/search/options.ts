import { msg } from '@lit/localize';
import type { Search } from '../../board/state.ts';
import type { Formats } from '../../shared/format.ts';
import type { Option } from './combobox.ts';

/** A place that can be chosen, with the code that it is asked for by. */
export interface PlaceOption extends Option {
  readonly place: string;
}

/** Titles and employers that continue what was typed, with their number of offers. */
async function wordOptions(
  search: Search,
  format: Formats,
  typed: string,
  signal: AbortSignal,
): Promise<Option[]> {
  const suggestions = await search.suggest(typed, signal);
  return suggestions.map(({ text, kind, total }) => ({
    text,
    detail: `${kind === 'employer' ? `${msg('Employeur')} · ` : ''}${format.plural(msg('# offre|# offres'), total)}`,
  }));
}

/** Communes that what was typed may mean. */
async function placeOptions(search: Search, typed: string, signal: AbortSignal): Promise<PlaceOption[]> {
  const places = await search.places(typed, signal);
  return places.map(({ place, name, detail }) => ({ place, text: name, detail }));
}

/** What the boxes can suggest, loaded with the popup. */
export const options = { wordOptions, placeOptions } as const;

/** How many suggestions stand there, in words. */
export function countText(count: number, format: Formats): string {
  return count ? format.plural(msg('# suggestion|# suggestions'), count) : msg('Aucune suggestion');
}
