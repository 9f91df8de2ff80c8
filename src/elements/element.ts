import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { tell } from '../shared/console.ts';
import { formatsFor, isIn, type Formats } from '../shared/format.ts';
import { ThemeController, type Scheme, type ThemedHost } from '../theme/theme-controller.ts';

const SCHEMES: readonly Scheme[] = ['light', 'dark', 'auto'];

/**
 * What every element has in common.
 *
 * @attr {string} board - Id of the board; once on a page is enough.
 * @attr {string} endpoint - Address of the endpoint; where the script comes from, without it.
 * @attr {string} search - Name of the search that it belongs to; `default` without it.
 * @csspart base - The ground of the element, around all else.
 * @cssprop [--town-jobs-color-primary=#0f5c73] - The town's main colour: buttons. All other colours follow from it.
 * @cssprop [--town-jobs-color-on-primary=#ffffff] - Text on the main colour.
 * @cssprop [--town-jobs-color-surface=#ffffff] - Ground of the board, of cards and of fields.
 * @cssprop [--town-jobs-color-on-surface=#121e25] - Text.
 * @cssprop [--town-jobs-color-tint=#ecf2f4] - Soft ground of the search and of labels.
 * @cssprop [--town-jobs-color-muted=#545d62] - Text of second rank.
 * @cssprop [--town-jobs-color-link=#0f5c73] - Links and titles of offers.
 * @cssprop [--town-jobs-color-outline=#848a8e] - Borders of fields and buttons.
 * @cssprop [--town-jobs-color-focus=#0f5c73] - The ring around what has the focus.
 * @cssprop [--town-jobs-color-danger=#b0162a] - Messages of failure.
 * @cssprop [--town-jobs-font-family=inherit] - Typeface.
 * @cssprop [--town-jobs-font-size=max(1em, 14px)] - Size of the text.
 * @cssprop [--town-jobs-radius=0.625em] - Radius of corners.
 * @cssprop [--town-jobs-space=1em] - Distance between things; paddings follow it.
 */
export abstract class TownJobsElement extends LitElement implements ThemedHost {
  /** Colours of the board: `light`, `dark`, or `auto` for what the visitor's system prefers. */
  @property() scheme: Scheme = 'auto';

  /** Theme of the board, under what the page sets. */
  abstract readonly boardTheme?: Readonly<Record<string, string>>;

  /** BCP 47 tag of the nearest `lang`. */
  protected abstract readonly nearestLang: string;

  protected readonly internals = this.attachInternals();

  constructor() {
    super();
    new ThemeController(this);
    updateWhenLocaleChanges(this);
  }

  /** Language of the texts: the page's where we have it. */
  protected get textLang(): string {
    return msg('fr', { desc: 'The code of the language itself: en, nl, de.' });
  }

  /** Whether the texts are in another language than what stands around them. */
  protected get isForeign(): boolean {
    return !isIn(this.nearestLang, this.textLang);
  }

  protected get format(): Formats {
    return formatsFor(this.nearestLang, this.textLang);
  }

  /** The ground of the element; it names language and direction where they are not those of the page. */
  protected base(content: unknown): TemplateResult {
    const { isForeign, textLang } = this;
    return html`<div
      class="base"
      part="base"
      lang=${isForeign ? textLang : nothing}
      dir=${isForeign ? (textLang === 'ar' ? 'rtl' : 'ltr') : nothing}
    >
      ${content}
    </div>`;
  }

  /** Shows a choice in a `<select>`, where it is rendered, whatever the resident chose since. */
  protected choose(id: string, value: unknown): void {
    const select = this.renderRoot.querySelector<HTMLSelectElement>(`#${id}`);
    if (select) select.value = String(value);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('scheme') && !SCHEMES.includes(this.scheme)) {
      tell('badScheme', this.scheme);
      this.scheme = 'auto';
    }
  }
}
