import { svg, html, type TemplateResult } from 'lit';

const icon = (path: TemplateResult): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true">${path}</svg>`;

export const pinIcon = icon(
  svg`<path d="M12 21c4.5-4.6 7-8.2 7-11a7 7 0 0 0-14 0c0 2.8 2.5 6.4 7 11Z"/><circle cx="12" cy="10" r="2.5"/>`,
);
export const employerIcon = icon(
  svg`<path d="M5 21V5.5A1.5 1.5 0 0 1 6.5 4h7A1.5 1.5 0 0 1 15 5.5V21M15 10h2.5a1.5 1.5 0 0 1 1.5 1.5V21M3 21h18M8.5 8.5h3M8.5 12.5h3M8.5 16.5h3"/>`,
);
export const nearIcon = icon(
  svg`<circle cx="12" cy="12" r="6.5"/><path d="M12 2.5v4M12 17.5v4M2.5 12h4M17.5 12h4"/>`,
);
export const searchIcon = icon(svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>`);
export const leaveIcon = icon(svg`<path d="M8 16 16.5 7.5M9 7h8v8"/>`);
export const closeIcon = icon(svg`<path d="m7 7 10 10M17 7 7 17"/>`);
