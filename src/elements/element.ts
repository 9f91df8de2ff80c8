import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, type CSSResult, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { formatsFor, type Formats } from '../shared/format.ts';
import { ThemeController, type Scheme, type ThemedHost } from '../theme/theme-controller.ts';

const SCHEMES: readonly Scheme[] = ['light', 'dark', 'auto'];
const sheets = new WeakMap<CSSResult, CSSStyleSheet>();

/**
 * What every element has in common.
 *
 * @csspart base - The ground of the element, around all else.
 * @cssprop [--town-jobs-color-primary=#0f5c73] - The town's main colour: buttons. All other colours follow from it.
 * @cssprop [--town-jobs-color-on-primary=#ffffff] - Text on the main colour.
 * @cssprop [--town-jobs-color-surface=#ffffff] - Ground of the board, of cards and of fields.
 * @cssprop [--town-jobs-color-on-surface=#15242b] - Text.
 * @cssprop [--town-jobs-color-tint=#ecf4f8] - Soft ground of the search and of labels.
 * @cssprop [--town-jobs-color-muted=#4e6069] - Text of second rank.
 * @cssprop [--town-jobs-color-link=#0f5c73] - Links and titles of offers.
 * @cssprop [--town-jobs-color-outline=#788b95] - Borders of fields and buttons.
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

  /** To be set as `lang` where the texts are in another language than what stands around them. */
  protected get foreignLang(): string | undefined {
    const { textLang, nearestLang } = this;
    return nearestLang.toLowerCase().split('-')[0] === textLang ? undefined : textLang;
  }

  protected get format(): Formats {
    return formatsFor(this.nearestLang, this.textLang);
  }

  /**
   * Always constructed sheets. Lit itself falls back to `<style>`, which a strict content security policy blocks,
   * on pages whose old libraries replace `Document` (MooTools 1.4).
   */
  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = (this.constructor as typeof LitElement).elementStyles.map((style) =>
      sheetOf(style as CSSResult),
    );
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('scheme') && !SCHEMES.includes(this.scheme)) {
      console.warn(`town-jobs: scheme="${this.scheme}" is not known; use light, dark or auto.`);
      this.scheme = 'auto';
    }
  }
}

function sheetOf(style: CSSResult): CSSStyleSheet {
  let sheet = sheets.get(style);
  if (!sheet) {
    sheets.set(style, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(style.cssText);
  }
  return sheet;
}
