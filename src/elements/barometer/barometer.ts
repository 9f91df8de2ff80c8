import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { RANKED, rankingOf, type Rank, type Ranked } from '../../board/barometer.ts';
import { CRITERIA } from '../../board/criteria.ts';
import { BarometerController } from '../../page/barometer-controller.ts';
import { textsOf } from '../../locales/locales.ts';
import { define } from '../../shared/define.ts';
import { setState } from '../../shared/states.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { TownJobsElement } from '../element.ts';
import { heading } from '../heading.ts';
import { failureSentence } from '../results/sentences.ts';
import { barometerStyles } from './barometer.styles.ts';

const STATES = ['before', 'loading', 'answers', 'none', 'failed', 'offline'] as const;

/**
 * Which trades and sectors recruit here: the eight with the most offers, each with its number, its part of all and a
 * bar. A trade or a sector narrows the search of its name, where the page has one.
 *
 * @tag town-jobs-barometer
 * @slot - A link or a text for the time before the first answer.
 * @attr board - Id of the board.
 * @attr search - Name of the search that it follows; `default` without it. With criteria of its own it follows none.
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
    const { status, total, failure } = this.#page.state ?? {};
    const said =
      status === 'offline'
        ? msg('Vous êtes hors ligne. La recherche reprendra au retour de la connexion.')
        : failure && failureSentence(failure, this.format);
    return this.base(html`
      <p class="failure">
        <span role="status">${said ?? nothing}</span>${
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
            : html`<p>${msg('Aucune offre d’emploi')}</p>`
      }
    `);
  }

  #renderList(ranked: Ranked, total: number): TemplateResult | typeof nothing {
    const { ranks, unstated } = rankingOf(this.#page.state?.facets?.[ranked], total);
    if (!ranks.length) return nothing;
    const longest = ranks[0]!.total;
    const left = unstated && this.format.plural(UNSTATED[ranked](), unstated);
    return html`<div>
      ${heading(this.headingLevel, 'name', NAMES[ranked]())}
      <ol part="list">
        ${ranks.map((rank) => this.#renderRank(ranked, rank, rank.total / longest))}
      </ol>
      ${left ? html`<p part="notes" class="notes">${left}</p>` : nothing}
    </div>`;
  }

  #renderRank(ranked: Ranked, rank: Rank, length: number): TemplateResult {
    const { label, total, share } = rank;
    const { format } = this;
    const part = new Intl.NumberFormat(format.lang, {
      style: 'percent',
      maximumFractionDigits: share < 0.1 ? 1 : 0,
    }).format(share);
    const text = html`<span>${label}</span>
      <span class="number">${format.plural(msg('# offre|# offres'), total)}, ${part}</span>`;
    return html`<li>
      ${
        this.#canChoose(ranked)
          ? html`<button
              part="rank"
              class="rank"
              aria-pressed=${this.#isChosen(ranked, rank)}
              @click=${() => this.#choose(ranked, rank)}
            >
              ${text}
            </button>`
          : html`<p part="rank" class="rank">${text}</p>`
      }
      <progress part="bar" value=${length} aria-hidden="true"></progress>
    </li>`;
  }

  /** Without a search of the page there is nothing to narrow, and a webmaster may have fixed what it asks for. */
  #canChoose(ranked: Ranked): boolean {
    const { search } = this.#page;
    const key = CRITERIA.find((criterion) => criterion === (ranked as string));
    return search !== undefined && key !== undefined && !search.locked.has(key);
  }

  #chosen(ranked: Ranked): readonly string[] {
    const { criteria } = this.#page.search?.state ?? {};
    return (criteria as Partial<Record<Ranked, string[]>> | undefined)?.[ranked] ?? [];
  }

  #isChosen(ranked: Ranked, { values }: Rank): boolean {
    return values.every((value) => this.#chosen(ranked).includes(value));
  }

  #choose(ranked: Ranked, rank: Rank): void {
    const rest = this.#chosen(ranked).filter((value) => !rank.values.includes(value));
    const wanted = this.#isChosen(ranked, rank) ? rest : [...rest, ...rank.values];
    this.#page.search?.ask({ [ranked]: wanted.length ? wanted : undefined });
  }
}

const NAMES: Readonly<Record<Ranked, () => string>> = {
  trade: () => msg('Les métiers qui recrutent'),
  sector: () => msg('Les secteurs qui recrutent'),
};
const UNSTATED: Readonly<Record<Ranked, () => string>> = {
  trade: () => msg('# offre ne précise pas le métier.|# offres ne précisent pas le métier.'),
  sector: () => msg('# offre ne précise pas le secteur.|# offres ne précisent pas le secteur.'),
};

define('town-jobs-barometer', TownJobsBarometer, textsOf('barometer'));

declare global {
  interface HTMLElementTagNameMap {
    'town-jobs-barometer': TownJobsBarometer;
  }
}
