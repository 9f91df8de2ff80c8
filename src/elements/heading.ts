import { html, type TemplateResult } from 'lit';

/**
 * A heading whose level is an attribute's business; levels outside 2 to 6 become the nearest of these. A role
 * instead of `<h2>` to `<h6>`, since templates cannot vary their tags: assistive technology makes no difference.
 */
export function heading(level: number, part: string, content: unknown): TemplateResult {
  const within = Math.min(6, Math.max(2, Math.round(level) || 2));
  return html`<div role="heading" aria-level=${within} part=${part} class=${part}>${content}</div>`;
}
