import { css } from 'lit';

/**
 * Folded where it would push the list out of sight: not in a column, of at most 45 % of the window, nor where it is so
 * wide that its groups stand side by side. What it stands in can say so by `--_toggle` and `--_panel`.
 */
export const filtersStyles = css`
  .toggle {
    display: var(--_toggle, flex);
    inline-size: 100%;
    font-weight: 600;
  }
  .panel {
    display: var(--_panel, none);
    gap: 0 calc(var(--_space) * 1.5);
    align-items: start;
  }
  .panel.open {
    display: grid;
  }
  details,
  .fixed {
    border-block-end: 1px solid color-mix(in srgb, var(--_outline) 38%, var(--_surface));
  }
  summary,
  .fixed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5em;
    min-block-size: max(44px, 2.75em);
    padding-block: 0.25em;
  }
  summary {
    font-weight: 600;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary svg {
    margin-inline-start: auto;
    color: var(--_link);
  }
  [open] > summary svg {
    rotate: 180deg;
  }
  .on {
    padding-inline: 0.6em;
    border-radius: 2em;
    background: var(--_tint);
    font-size: 0.9em;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0 0 0.5em;
    border: 0;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-block-size: max(32px, 2.1em);
    cursor: pointer;
  }
  .choice:has(:disabled) {
    color: var(--_muted);
    cursor: default;
  }
  .choice:hover :enabled + span {
    text-decoration: underline;
  }
  .choice input {
    flex: none;
    inline-size: 1.2em;
    block-size: 1.2em;
    min-block-size: 0;
    accent-color: var(--_link);
  }
  :checked + span {
    font-weight: 600;
  }
  .number {
    margin-inline-start: auto;
    color: var(--_muted);
    white-space: nowrap;
  }
  .more,
  .clear {
    margin-block-start: 0.25em;
  }
  .more {
    padding-inline: 0.5em;
    border-color: transparent;
    text-decoration: underline;
  }
  @container (max-width: 45vw) or (min-width: 48em) {
    .toggle {
      display: var(--_toggle, none);
    }
    .panel {
      display: var(--_panel, grid);
    }
  }
  @container (min-width: 36em) {
    .panel {
      grid-template-columns: repeat(auto-fill, minmax(15em, 1fr));
    }
  }
  @media (pointer: coarse) {
    .choice {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .on {
      outline: 1px solid;
    }
  }
  @media print {
    .panel {
      display: none !important;
    }
  }
`;
