import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Board } from '../../board/state.ts';
import { define } from '../../shared/define.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { SearchElement } from '../search-element.ts';
import { heading } from '../heading.ts';
import '../filters/filters.ts';
import '../results/results.ts';
import '../search/search.ts';
import { freshText } from '../words.ts';
import { townJobsStyles } from './town-jobs.styles.ts';

/**
 * The whole board: its name, the search, the offers and where they come from.
 *
 * @tag town-jobs
 * @slot - A link to the board's own page. It remains where the script never comes, until the first answer, and beside
 * the message where none comes.
 * @attr board - Id of the board.
 * @attr endpoint - Address of the endpoint; where the script comes from, without it.
 * @attr search - Name of the search; `default` without it.
 * @csspart name - The board's name.
 * @csspart search - The search; its own parts are reached as `search-submit` and so on.
 * @csspart filters - What narrows the search; its parts are reached as `filters-choice` and so on.
 * @csspart results - The list.
 * @csspart partners - The line that names the partners.
 */
export class TownJobs extends SearchElement {
  static override styles = [baseStyles, townJobsStyles];

  /** Level of the board's heading, 2 to 5; the offers are one deeper. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Names of the filters in their order: `contract since pay`; all usual ones without it. */
  @property() facets?: string;

  protected override render(): TemplateResult {
    const { search, state } = this.page;
    if (!search || !state) return this.base(html`<slot></slot>`);
    const { board } = state;
    const failed = !board && (state.status === 'failed' || state.status === 'offline');
    return this.base(html`
      ${
        board
          ? heading(this.headingLevel, 'name', board.name)
          : failed
            ? nothing
            : html`<div class="name"><slot></slot></div>`
      }
      <town-jobs-search part="search" exportparts=${SEARCH_PARTS} .scheme=${this.scheme}></town-jobs-search>
      <town-jobs-results
        part="results"
        exportparts=${RESULTS_PARTS}
        .scheme=${this.scheme}
        .headingLevel=${this.headingLevel + 1}
        ><town-jobs-filters
          slot="filters"
          part="filters"
          exportparts=${FILTERS_PARTS}
          .scheme=${this.scheme}
          .facets=${this.facets}
        ></town-jobs-filters
        >${failed ? html`<slot></slot>` : nothing}</town-jobs-results
      >
      ${board ? this.#renderFoot(board) : nothing}
    `);
  }

  #renderFoot({ partners, freshness }: Board): TemplateResult {
    const fresh = freshness.refreshedAt && freshText(freshness.refreshedAt, this.format);
    const names = this.format.list(partners.map(({ name }) => name));
    return html`<div class="foot">
      ${names ? html`<p part="partners">${msg(str`Partenaires : ${names}`)}</p>` : nothing}
      ${fresh ? html`<p>${msg(str`Offres ${fresh}`)}</p>` : nothing}
      ${partners.map(({ attribution }) => (attribution ? html`<p>${attribution}</p>` : nothing))}
    </div>`;
  }
}

const exported = (prefix: string, parts: string) =>
  parts
    .split(' ')
    .map((part) => `${part}:${prefix}-${part}`)
    .join();

const SEARCH_PARTS = exported('search', 'form label input select listbox option near submit note');
const FILTERS_PARTS = exported('filters', 'toggle panel group summary on choice number fixed more clear');
const RESULTS_PARTS = exported(
  'results',
  'head count sort chip failure loosen list card title link employer place pay contract age partner more demonstration',
);

define('town-jobs', TownJobs);

declare global {
  interface HTMLElementTagNameMap {
    'town-jobs': TownJobs;
  }
}
