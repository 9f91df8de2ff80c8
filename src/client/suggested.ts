import type { PlaceSuggestion, Suggestion } from './sanity.ts';

/** Longest text that a suggestion can make use of. */
const MAX_TEXT = 200;

/** The suggestions of an answer of `…/suggest` that have a text. */
export function saneSuggestions(raw: unknown): Suggestion[] {
  return fieldsOf(raw, 'suggestions').flatMap(({ text, kind, total }) =>
    isText(text)
      ? [
          {
            text: text.slice(0, MAX_TEXT),
            kind: kind === 'employer' ? kind : 'title',
            total: typeof total === 'number' && total > 0 ? total : 0,
          },
        ]
      : [],
  );
}

/** The places of an answer of `…/places` that can be asked for by name. */
export function sanePlaces(raw: unknown): PlaceSuggestion[] {
  return fieldsOf(raw, 'places').flatMap(({ place, name, detail, member }) =>
    isText(place) && isText(name)
      ? [
          {
            place,
            name: name.slice(0, MAX_TEXT),
            detail: isText(detail) ? detail : undefined,
            member: member === true,
          },
        ]
      : [],
  ) as PlaceSuggestion[];
}

function fieldsOf(raw: unknown, list: string): Record<string, unknown>[] {
  const items: unknown = (raw as Record<string, unknown> | null)?.[list];
  return Array.isArray(items) ? items.filter((item) => item !== null && typeof item === 'object') : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
