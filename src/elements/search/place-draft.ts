import { msg } from '@lit/localize';
import type { SearchState } from '../../board/state.ts';

const POINT = /^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/;

/**
 * What stands in the box "where" and what it means. A place that was chosen is asked for by its code, words that
 * were only typed are asked for as they are.
 */
export class PlaceDraft {
  /** Value of the place criterion; undefined where the words of the box count. */
  code?: string;
  #shown?: string;
  readonly #names = new Map<string, string>();

  /** Remembers the name of a code. */
  learn(code: string, name: string): void {
    this.#names.set(code, name);
    this.code = code;
  }

  /** The text for the box where the search's place became another one; undefined where it did not. */
  follow({ criteria, place }: SearchState): string | undefined {
    const code = criteria.place;
    let text = code ?? '';
    if (POINT.test(text)) text = msg('Autour de moi');
    else if (place?.name && place.asked === code) text = place.name;
    else text = this.#names.get(text) ?? text;
    const key = `${code}|${text}`;
    if (key === this.#shown) return undefined;
    this.#shown = key;
    this.code = code;
    return text;
  }
}
