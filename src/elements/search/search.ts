import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Criteria } from '../../board/state.ts';
import { define } from '../../shared/define.ts';
import type { Formats } from '../../shared/format.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { SearchElement } from '../search-element.ts';
import { nearIcon, searchIcon } from '../icons.ts';
import { Combobox, type Option } from './combobox.ts';
import type { PlaceOption } from './options.ts';
import { PlaceDraft } from './place-draft.ts';
import { searchStyles } from './search.styles.ts';

/**
 * The search form: a job or keyword, a place, a radius, and "near me" on a click only.
 *
 * @tag town-jobs-search
 * @slot - A link for the time in which there is no board (script or settings missing).
 * @csspart form - The form.
 * @csspart label - The label of a field.
 * @csspart input - A text field.
 * @csspart select - The choice of a radius.
 * @csspart listbox - Suggestions under a text field.
 * @csspart option - One suggestion.
 * @csspart near - The button "near me".
 * @csspart submit - The button that searches.
 * @csspart note - What went wrong with "near me".
 * @fires {TownJobsSearchEvent} town-jobs-search - Somebody searches; cancel it to keep the board from asking.
 */
export class TownJobsSearch extends SearchElement {
  static override styles = [baseStyles, searchStyles];

  @state() private chosenRadius?: number;
  @state() private suggestions = '';
  @state() private note = '';
  @state() private locating = false;

  readonly #draft = new PlaceDraft();
  #query?: Criteria;
  readonly #announce = (sentence: (format: Formats) => string): void => {
    this.suggestions = sentence(this.format);
  };
  readonly #words = new Combobox<Option>(this, {
    id: 'words',
    announce: this.#announce,
    load: ({ wordOptions }, ...asked) => wordOptions(this.page.search!, this.format, ...asked),
  });
  readonly #where = new Combobox<PlaceOption>(this, {
    id: 'where',
    announce: this.#announce,
    load: ({ placeOptions }, ...asked) => placeOptions(this.page.search!, ...asked),
    chosen: ({ place, text }) => this.#draft.learn(place, text),
    typed: () => {
      this.#draft.code = undefined;
      this.note = '';
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { state } = this.page;
    if (!state) return;
    const { criteria } = state;
    if (!this.#query || criteria.q !== this.#query.q) this.#words.write(criteria.q ?? '');
    if (criteria.radius !== this.#query?.radius) this.chosenRadius = criteria.radius;
    this.#query = criteria;
    const place = this.#draft.follow(state);
    if (place !== undefined) this.#where.write(place);
  }

  protected override render(): TemplateResult {
    const { search } = this.page;
    if (!search) return this.base(html`<slot></slot>`);
    return this.base(html`
      <form
        part="form"
        role="search"
        aria-label=${msg('Rechercher une offre d’emploi')}
        @submit=${this.#submit}
      >
        <div class="field words">
          <label part="label" for="words">${msg('Métier ou mot-clé')}</label>
          ${this.#words.input(search.locked.has('q'))} ${this.#words.list()}
        </div>
        <div class="field where">
          <label part="label" for="where">${msg('Où')}</label>
          ${this.#where.input(search.locked.has('place'), msg('Commune ou code postal'))}
          ${this.#where.list()}
        </div>
        ${this.#renderRadius()}
        ${
          search.locked.has('place')
            ? nothing
            : html`<button
                part="near"
                type="button"
                class="near"
                aria-busy=${this.locating}
                @click=${this.#locate}
              >
                ${nearIcon} ${msg('Autour de moi')}
              </button>`
        }
        <button part="submit" class="primary submit">${searchIcon} ${msg('Rechercher')}</button>
        <p part="note" class="note" role="status">${this.note}</p>
        <p class="hidden" role="status">
          ${this.suggestions}
        </p>
      </form>
    `);
  }

  protected override updated(): void {
    this.choose('radius', this.#radius);
  }

  get #radius(): number | undefined {
    const { state } = this.page;
    return this.chosenRadius ?? state?.radius ?? state?.board?.radius.default;
  }

  #renderRadius(): TemplateResult {
    const { search, state } = this.page;
    const chosen = this.#radius;
    const steps = [
      ...new Set([...(state?.board?.radius.steps ?? []), ...(chosen === undefined ? [] : [chosen])]),
    ];
    return html`<div class="field radius">
      <label part="label" for="radius">${msg('Rayon')}</label>
      <select
        id="radius"
        part="select"
        ?disabled=${search?.locked.has('radius')}
        @change=${this.#chooseRadius}
      >
        ${steps
          .sort((a, b) => a - b)
          .map(
            (km) =>
              html`<option value=${km} ?selected=${km === chosen}>
                ${km ? this.format.distance(km) : msg('Sur place')}
              </option>`,
          )}
      </select>
    </div>`;
  }

  #chooseRadius(event: Event): void {
    this.chosenRadius = Number((event.target as HTMLSelectElement).value);
  }

  #submit(event: Event): void {
    event.preventDefault();
    this.#words.close();
    this.#where.close();
    const place = this.#draft.code ?? (this.#where.text.trim() || undefined);
    this.#ask({
      q: this.#words.text.trim() || undefined,
      place,
      radius: place ? this.chosenRadius : undefined,
    });
  }

  async #locate(): Promise<void> {
    if (this.locating) return;
    this.locating = true;
    try {
      const { placeOfVisitor } = await import('./nearby.ts');
      const place = await placeOfVisitor((note) => (this.note = note));
      if (place) this.#ask({ q: this.#words.text.trim() || undefined, place, radius: this.chosenRadius });
    } catch {
      this.note = msg('Le service n’a pas pu être joint.');
    }
    this.locating = false;
  }

  #ask(change: Criteria): void {
    const { search } = this.page;
    if (!search) return;
    for (const key of ['q', 'place', 'radius'] as const) if (search.locked.has(key)) delete change[key];
    this.ask(change);
  }
}

define('town-jobs-search', TownJobsSearch);

declare global {
  interface HTMLElementTagNameMap {
    'town-jobs-search': TownJobsSearch;
  }
}
