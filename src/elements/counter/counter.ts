import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CountController } from '../../page/count-controller.ts';
import { define } from '../../shared/define.ts';
import { setState } from '../../shared/states.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { TownJobsElement } from '../element.ts';
import { freshText } from '../words.ts';
import { counterStyles } from './counter.styles.ts';

const STATES = ['before', 'loading', 'answers', 'failed', 'offline'] as const;

/**
 * How many offers there are, and how fresh they are.
 *
 * @tag town-jobs-counter
 * @slot - A link or a text for the time before the first answer.
 * @criteria
 * @attr {string} search - Name of the search whose total is shown; `default` without it.
 * @csspart count - The sentence.
 * @csspart number - The number in it.
 * @csspart fresh - When the offers were last updated.
 * @cssstate before - Nothing was asked yet.
 * @cssstate loading - An answer is awaited.
 * @cssstate answers - The number is shown.
 * @cssstate failed - No answer came.
 * @cssstate offline - The visitor has no network.
 */
export class TownJobsCounter extends TownJobsElement {
  static override styles = [baseStyles, counterStyles];

  /** Where the number leads; no link without it. */
  @property() href?: string;

  readonly #count = new CountController(this);

  get boardTheme(): Readonly<Record<string, string>> | undefined {
    return this.#count.state?.theme;
  }

  protected get nearestLang(): string {
    return this.#count.lang;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const status = this.#count.state?.status;
    setState(this.internals, status, STATES);
  }

  protected override render(): TemplateResult {
    const { total, refreshedAt } = this.#count.state ?? {};
    // Behind the link the lines of the answer, empty: the page below does not jump when it comes.
    if (total === undefined) {
      return this.base(html`<div class="waiting">
        <p><slot></slot></p>
        <div>
          <p><span class="number">&nbsp;</span></p>
          <p class="fresh">&nbsp;</p>
        </div>
      </div>`);
    }
    const number = this.format.number(total);
    const [before, after] = this.format
      .plural(msg('# offre d’emploi|# offres d’emploi'), total)
      .split(number);
    // Some languages say one and two in words: "عرض عمل واحد".
    const sentence =
      after === undefined
        ? before
        : html`${before}<span part="number" class="number">${number}</span>${after}`;
    const fresh = refreshedAt && freshText(refreshedAt, this.format);
    return this.base(html`
      <p part="count">${this.href ? html`<a href=${this.href}>${sentence}</a>` : sentence}</p>
      ${fresh ? html`<p part="fresh" class="fresh">${fresh}</p>` : nothing}
    `);
  }
}

define('town-jobs-counter', TownJobsCounter);

declare global {
  interface HTMLElementTagNameMap {
    'town-jobs-counter': TownJobsCounter;
  }
}
