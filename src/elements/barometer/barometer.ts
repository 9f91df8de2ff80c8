import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { RANKED, rankingOf, type Rank, type Ranked } from '../../board/barometer.ts';
import type { Criteria } from '../../board/state.ts';
import { BarometerController } from '../../page/barometer-controller.ts';
import { textsOf } from '../../locales/locales.ts';
import { define } from '../../shared/define.ts';
import { setState } from '../../shared/states.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { TownJobsElement } from '../element.ts';
import { TownJobsSearchEvent } from '../events.ts';
import { heading } from '../heading.ts';
import { troubleSentence } from '../results/sentences.ts';
import { barometerStyles } from './barometer.styles.ts';

const STATES = ['before', 'loading', 'answers', 'none', 'failed', 'offline'] as const;

/**
 * Which trades and sectors recruit here: the eight with the most offers, each with its number, its part of all and a
 * bar. A trade or a sector narrows the search of its name, where the page has one.
 *
 * @tag town-jobs-barometer
 * @slot - A link or a text for the time before the first answer.
 * @criteria
 * @attr {string} search - Name of the search that it follows; `default` without it. With criteria of its own it follows none.
 * @csspart name - What a list ranks.
 * @csspart list - The trades, or the sectors.
 * @csspart rank - One of them, with its number.
 * @csspart bar - Its bar.
 * @csspart notes - What the lists leave out.
 * @cssstate before - Nothing was asked yet.
 * @cssstate loading - An answer is awaited.
 * @cssstate answers - Numbers are shown.
 * @cssstate none - There is no offer.
 * @cssstate failed - No answer came.
 * @cssstate offline - The visitor has no network.
 * @fires {TownJobsSearchEvent} town-jobs-search - Somebody chooses a trade or a sector; cancel it to keep the board from asking.
 */
export class TownJobsBarometer extends TownJobsElement {
  static override styles = [baseStyles, barometerStyles];

  /** Level of the headings of both lists, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  readonly #page = new BarometerController(this);

  get boardTheme(): Readonly<Record<string, string>> | undefined {
    return (this.#page.search?.state ?? this.#page.state)?.board?.theme;
  }

  protected get nearestLang(): string {
    return this.#page.settings.lang;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    setState(this.internals, this.#page.state?.status, STATES);
  }

  protected override render(): TemplateResult {
    const { state } = this.#page;
    const { status, total } = state ?? {};
    const said = state && troubleSentence(state, this.format);
    return this.base(html`
      <p>
        <span role="status">${said ?? nothing}</span>
        ${
          said && status === 'failed'
            ? html`<button class="primary" @click=${() => this.#page.retry()}>${msg('Réessayer')}</button>`
            : nothing
        }
      </p>
      ${
        total === undefined
          ? html`<slot></slot>`
          : total
            ? html`<div class="lists" aria-busy=${status === 'loading'}>
                ${RANKED.map((ranked) => this.#renderList(ranked, total))}
              </div>`
            : msg('Aucune offre d’emploi')
      }
    `);
  }

  #renderList(ranked: Ranked, all: number): TemplateResult | typeof nothing {
    const { ranks, unstated } = rankingOf(this.#page.state?.facets?.[ranked]);
    const isTrade = ranked === 'trade';
    if (!ranks.length) return nothing;
    return html`<div>
      ${heading(
        this.headingLevel,
        'name',
        isTrade ? msg('Les métiers qui recrutent') : msg('Les secteurs qui recrutent'),
      )}
      <ol part="list">
        ${ranks.map(
          (rank) =>
            html`<li>
              ${this.#renderRank(ranked, rank, all)}
              <progress part="bar" value=${rank.total / ranks[0]!.total} aria-hidden="true"></progress>
            </li>`,
        )}
      </ol>
      <p part="notes" class="notes">
        ${
          unstated
            ? this.format.plural(
                isTrade
                  ? msg('# offre ne précise pas le métier.|# offres ne précisent pas le métier.')
                  : msg('# offre ne précise pas le secteur.|# offres ne précisent pas le secteur.'),
                unstated,
              )
            : nothing
        }
      </p>
    </div>`;
  }

  /** A button, but where there is no list to narrow, or where a webmaster fixed what it asks for. */
  #renderRank(ranked: Ranked, { label, values, total }: Rank, all: number): TemplateResult {
    const { format } = this;
    const { search } = this.#page;
    const share = new Intl.NumberFormat(format.lang, { style: 'percent', maximumSignificantDigits: 2 });
    const text = html`<b lang="fr">${label}</b> <i>${format.plural(msg('# offre|# offres'), total)}, ${share.format(total / all)}</i>`;
    if (!search || search.locked.has(ranked)) return html`<p part="rank" class="rank">${text}</p>`;

    const chosen = search.state.criteria[ranked] ?? [];
    const isChosen = values.every((value) => chosen.includes(value));
    const rest = chosen.filter((value) => !values.includes(value));
    return html`<button
      part="rank"
      class="rank"
      aria-pressed=${isChosen}
      @click=${() => this.#narrow({ [ranked]: isChosen ? rest : [...rest, ...values] })}
    >
      ${text}
    </button>`;
  }

  #narrow(change: Criteria): void {
    if (this.dispatchEvent(new TownJobsSearchEvent(change))) this.#page.search!.ask(change);
  }
}

define('town-jobs-barometer', TownJobsBarometer, textsOf('barometer'));

declare global {
  interface HTMLElementTagNameMap {
    'town-jobs-barometer': TownJobsBarometer;
  }
}
