import { html, type TemplateResult } from 'lit';
import type { Block, Inline } from '../../client/offer.ts';
import { heading } from '../heading.ts';

/** A partner's text, from its blocks: nothing of it is ever read as HTML. */
export function descriptionText(blocks: readonly Block[], level: number): TemplateResult[] {
  return blocks.map(({ kind, runs, items }) => {
    if (kind === 'heading') return heading(level, 'subtitle', inlines(runs));
    if (kind === 'p') return html`<p>${inlines(runs)}</p>`;
    const lines = items.map((item) => html`<li>${inlines(item)}</li>`);
    return kind === 'ul' ? html`<ul>${lines}</ul>` : html`<ol>${lines}</ol>`;
  });
}

function inlines(runs: readonly Inline[]): unknown[] {
  return runs.map(({ text, mark }) => {
    if (mark === 'strong') return html`<strong>${text}</strong>`;
    return mark === 'em' ? html`<em>${text}</em>` : text;
  });
}
