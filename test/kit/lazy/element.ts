import { msg } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { TownJobsElement } from '../../../src/elements/element.ts';
import { define } from '../../../src/shared/define.ts';
import { baseStyles } from '../../../src/theme/base.styles.ts';

/** An element in a chunk of its own, with what elements to come may want of Lit. */
class Lazy extends TownJobsElement {
  static override styles = [
    baseStyles,
    css`
      h2 {
        color: rgb(1, 2, 3);
      }
    `,
  ];

  @property({ type: Number }) from = 0;

  readonly boardTheme = undefined;
  protected readonly nearestLang = 'fr';

  protected override render(): TemplateResult {
    const dots = [this.from, this.from + 1, this.from + 2];
    return this.base(html`
      <h2>${msg('Recherche en cours…')}</h2>
      <input .value=${`${this.from}`} />
      <p>${dots.map((x) => html`<svg viewBox="0 0 9 9"><circle cx=${x} cy="1" r="1"></circle></svg>`)}</p>
      <p>${dots.map((x) => html`<i>${x}</i>`)}</p>
    `);
  }

  protected override updated(): void {
    this.title = this.renderRoot.querySelector('input')!.localName;
  }
}

define('town-jobs-lazy', Lazy);
