import { html, type TemplateResult } from 'lit';

/** One path of 24 by 24, drawn in the colour of the text. */
export const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

export const pinIcon = icon(
  'M12 21c4.5-4.6 7-8.2 7-11a7 7 0 0 0-14 0c0 2.8 2.5 6.4 7 11ZM9.5 10a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0',
);
export const employerIcon = icon('M5 21V4h10v17m0-11h4v11M3 21h18M8.5 8.5h3m-3 4h3m-3 4h3');
export const nearIcon = icon('M5.5 12a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M12 2.5v4m0 11v4M2.5 12h4m11 0h4');
export const searchIcon = icon('M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M15.5 15.5l5 5');
export const filterIcon = icon('M4 7h16M7 12h10M10 17h4');
export const listIcon = icon('M4 7h16M4 12h16M4 17h16');
export const foldIcon = icon('M6 9.5l6 6 6-6');
export const leaveIcon = icon('M8 16 16.5 7.5M9 7h8v8');
