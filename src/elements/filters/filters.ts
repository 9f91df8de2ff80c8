import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { chosenOf, filtersOn, parseCriterion, UNSTATED, wordsOf, type Facet } from '../../board/criteria.ts';
import type { Criteria } from '../../board/state.ts';
import { facetsOf } from '../../page/presets.ts';
import { define } from '../../shared/define.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { textsOf } from '../../locales/locales.ts';
import { filterIcon, foldIcon } from '../icons.ts';
import { SearchElement } from '../search-element.ts';
import { contractLabel } from '../words.ts';
import { facetName } from './facets.ts';
import { filtersStyles } from './filters.styles.ts';

/** A value, and how many offers it would give where an answer said so; an empty one stands for all. */
interface Counted {
  readonly value: string;
  readonly total?: number;
}

/** So many values of what offers bring are shown at first, beside those that are on. */
const FIRST_VALUES = 6;

/**
 * What a search can be narrowed by, with counts: contract, date, hours, pay, trade and so on. Several values of one
 * filter widen it; "not stated" is always one of them. On a narrow element all of it is behind one button.
 *
 * @tag town-jobs-filters
 * @slot - A link for the time in which there is no board (script or settings missing).
 * @csspart toggle - The button that shows the filters of a narrow element.
 * @csspart panel - All filters.
 * @csspart group - One filter.
 * @csspart summary - Its name, which folds it.
 * @csspart on - How many of its values are on.
 * @csspart choice - One value.
 * @csspart number - How many offers it would give.
 * @csspart fixed - A filter that the page has fixed.
 * @csspart more - The button that shows more values.
 * @csspart clear - The button that takes all filters away.
 * @fires {TownJobsSearchEvent} town-jobs-search - Somebody narrows the search; cancel it to keep the board from asking.
 */
export class TownJobsFilters extends SearchElement {
  static override styles = [baseStyles, filtersStyles];

  /** Names of the filters in their order, as criteria are called: `contract since pay`; all usual ones without it. */
  @property() facets?: string;

  @state() private open = false;
  @state() private long: readonly Facet[] = [];
  /** Whether somebody comes near: until then, what is folded is not rendered. */
  @state() private near = false;
  @state() private labels?: Pick<typeof import('./choices.ts'), 'choiceLabel'>;

  #facets: readonly Facet[] = [];
  /** The choice that has the focus: it keeps it wherever the answer puts it. */
  #held?: HTMLInputElement;
  #heldValue = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#facets = facetsOf(this);
    this.page.search?.countFacets(this.#facets);
    const active = this.shadowRoot?.activeElement;
    this.#held = active instanceof HTMLInputElement ? active : undefined;
    this.#heldValue = this.#held?.value ?? '';
  }

  protected override render(): TemplateResult {
    const { search, state } = this.page;
    if (!search || !state) return this.base(html`<slot></slot>`);
    const on = filtersOn(state.criteria, search.locked).length;
    const first = this.#facets.find((facet) => !search.locked.has(facet));
    return this.base(html`
      <button part="toggle" class="toggle screen" aria-expanded=${this.open} @click=${this.#toggle}>
        ${filterIcon} ${msg('Filtres')}${on ? `, ${this.#countOn(on)}` : nothing}
      </button>
      <div
        part="panel"
        class=${this.open ? 'panel open' : 'panel'}
        role="group"
        aria-label=${msg('Filtres')}
        @pointerover=${this.#comeNear}
        @focusin=${this.#comeNear}
      >
        ${this.#facets.map((facet) => this.#renderGroup(facet, facet === first))}
        ${
          on
            ? html`<button part="clear" class="clear screen" @click=${this.#clear}>${msg('Tout effacer')}</button>`
            : nothing
        }
      </div>
    `);
  }

  protected override updated(): void {
    const { state } = this.page;
    const held = this.#held;
    for (const input of this.#inputs()) {
      if (input.name === held?.name && input.value === this.#heldValue && input !== held) input.focus();
      const chosen = chosenOf(state!.criteria, input.name as Facet);
      input.checked = input.value ? chosen.includes(input.value) : !chosen.length;
    }
  }

  #inputs(facet?: Facet): HTMLInputElement[] {
    return [...this.shadowRoot!.querySelectorAll<HTMLInputElement>(facet ? `input[name=${facet}]` : 'input')];
  }

  #countOn(on: number): string {
    return this.format.plural(msg('# actif|# actifs'), on);
  }

  #renderGroup(facet: Facet, isFirst: boolean): TemplateResult | typeof nothing {
    const state = this.page.state!;
    const name = facetName(facet);
    const chosen = chosenOf(state.criteria, facet);
    if (this.page.search!.locked.has(facet)) {
      if (facet !== 'contract') void this.#loadLabels();
      const labels = chosen.map((value) => this.#label(facet, value) ?? '');
      return chosen.length
        ? html`<p part="fixed" class="fixed"><b>${name}</b> ${this.format.list(labels)}</p>`
        : nothing;
    }
    return html`<details
      part="group"
      ?open=${isFirst}
      @toggle=${facet === 'contract' ? nothing : this.#comeNear}
    >
      <summary part="summary">
        <span>${name}</span>
        ${chosen.length ? html`<span part="on" class="on">${this.#countOn(chosen.length)}</span>` : nothing}
        ${foldIcon}
      </summary>
      <fieldset>
        <legend class="hidden">${name}</legend>
        ${isFirst || this.near ? this.#renderValues(facet, chosen) : nothing}
      </fieldset>
    </details>`;
  }

  #renderValues(facet: Facet, chosen: readonly string[]): unknown {
    const words = wordsOf(facet)?.map((value): Counted => ({ value }));
    const known: readonly Counted[] = this.page.state!.facets?.[facet] ?? words ?? [];
    // A value that no search can have is no choice.
    const counted = known.filter(({ value }) => parseCriterion(facet, value));
    const kept = this.#held?.name === facet ? [...chosen, this.#heldValue] : chosen;
    const unlisted = kept.filter((value) => value && !counted.some((one) => one.value === value));
    const values: Counted[] = [...counted, ...unlisted.map((value) => ({ value }))];
    const isDate = facet === 'since';
    if (isDate) values.sort((a, b) => Number(a.value) - Number(b.value)).unshift({ value: '' });
    const isShort = !isDate && !words && !this.long.includes(facet);
    const shown = values.filter(
      ({ value }, index) => !isShort || index < FIRST_VALUES || value === UNSTATED || kept.includes(value),
    );
    return [
      ...shown.map((one) => this.#renderChoice(facet, one, chosen.includes(one.value))),
      shown.length < values.length
        ? html`<button part="more" class="more" @click=${() => this.#more(facet)}>
            ${msg('Voir plus')}<span class="hidden"> : ${facetName(facet)}</span>
          </button>`
        : nothing,
    ];
  }

  /** A choice without offers cannot be made, but one that is on or has the focus stays as it is. */
  #renderChoice(facet: Facet, { value, total }: Counted, isOn: boolean): TemplateResult {
    const isHeld = this.#held?.name === facet && this.#heldValue === value;
    return html`<label part="choice" class="choice">
      <input
        type=${facet === 'since' ? 'radio' : 'checkbox'}
        name=${facet}
        .value=${value}
        ?disabled=${total === 0 && !isOn && !isHeld}
        @change=${this.#choose}
      />
      <span>${this.#label(facet, value)}</span>
      ${total === undefined ? nothing : this.#renderNumber(total)}
    </label>`;
  }

  #label(facet: Facet, value: string): string | undefined {
    return facet === 'contract'
      ? contractLabel(value)
      : this.labels?.choiceLabel(facet, value, this.page.state!, this.format);
  }

  /** The words of what is folded are loaded with its unfolding, or a moment before. */
  #comeNear(): void {
    this.near = true;
    void this.#loadLabels();
  }

  async #loadLabels(): Promise<void> {
    if (this.labels) return;
    const texts = textsOf('choices');
    const labels = import('./choices.ts').catch(() => ({ choiceLabel: (_: Facet, value: string) => value }));
    await texts;
    this.labels = await labels;
  }

  /** Only the number is seen; "12 offres" is heard, and "عرضان" where a language says it in a word. */
  #renderNumber(total: number): TemplateResult {
    const number = this.format.number(total);
    const [before, after] = this.format.plural(msg('# offre|# offres'), total).split(number);
    return html`<span part="number" class="number"
      ><span class="hidden">, ${before}</span
      ><span aria-hidden=${after === undefined ? 'true' : nothing}>${number}</span
      ><span class="hidden">${after}</span></span
    >`;
  }

  #choose({ target }: Event): void {
    const { name, value, checked } = target as HTMLInputElement;
    const rest = chosenOf(this.page.state!.criteria, name as Facet).filter((other) => other !== value);
    if (name === 'since') this.ask({ since: Number(value) || undefined });
    else this.ask({ [name]: checked ? [...rest, value] : rest });
  }

  #clear(): void {
    const { state, search } = this.page;
    const change = filtersOn(state!.criteria, search!.locked).map(([facet]) => [facet, undefined]);
    this.ask(Object.fromEntries(change) as Criteria);
    for (const element of this.shadowRoot!.querySelectorAll<HTMLElement>('.toggle, summary')) {
      if (element.offsetParent) return element.focus();
    }
  }

  #toggle(): void {
    this.open = !this.open;
  }

  async #more(facet: Facet): Promise<void> {
    const shown = this.#inputs(facet).map(({ value }) => value);
    this.long = [...this.long, facet];
    await this.updateComplete;
    this.#inputs(facet)
      .find(({ value }) => !shown.includes(value))
      ?.focus();
  }
}

define('town-jobs-filters', TownJobsFilters);

declare global {
  interface HTMLElementTagNameMap {
    'town-jobs-filters': TownJobsFilters;
  }
}
