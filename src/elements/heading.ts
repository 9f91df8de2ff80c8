import { html, type TemplateResult } from 'lit';

/** A heading of that level, 2 to 6; other levels become the nearest of these. */
export function heading(level: number, part: string, content: unknown): TemplateResult {
  switch (Math.round(level)) {
    case 3:
      return html`<h3 part=${part} class=${part}>${content}</h3>`;
    case 4:
      return html`<h4 part=${part} class=${part}>${content}</h4>`;
    case 5:
      return html`<h5 part=${part} class=${part}>${content}</h5>`;
    default:
      return level > 5
        ? html`<h6 part=${part} class=${part}>${content}</h6>`
        : html`<h2 part=${part} class=${part}>${content}</h2>`;
  }
}
