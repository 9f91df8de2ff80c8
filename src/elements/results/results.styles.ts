import { css } from 'lit';

export const resultsStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25em var(--_space);
    min-block-size: max(44px, 2.75em);
    padding-block-end: calc(var(--_space) * 0.5);
  }
  .count {
    flex: 1 1 8em;
    font-size: 1.25em;
    font-weight: 600;
  }
  .wrong {
    color: var(--_danger);
  }
  .sort {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  label,
  .muted,
  .meta,
  .unsaid {
    unicode-bidi: isolate;
    color: var(--_muted);
  }
  select {
    padding: 0.25em 0.5em;
    font-weight: 600;
  }
  .beside {
    --_toggle: flex;
    --_panel: none;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 0.75) calc(var(--_space) * 2);
    align-items: start;
  }
  .list,
  .skeleton {
    display: var(--_list, grid);
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 29em), 1fr));
    gap: calc(var(--_space) * 0.75);
  }
  .skeleton {
    align-content: start;
    min-block-size: 100vh;
  }
  .skeleton i {
    display: block;
    font-style: normal;
    block-size: 0.9em;
    inline-size: 40%;
    border-radius: 1em;
    background: var(--_line);
  }
  .skeleton i:first-child {
    inline-size: 65%;
  }
  .card {
    --_line: color-mix(in srgb, var(--_outline) 38%, var(--_surface));
    position: relative;
    display: grid;
    grid-template-rows: auto auto auto 1fr;
    gap: 0.5em;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .card:hover,
  .card:focus-within {
    border-color: var(--_link);
  }
  .title {
    font-size: 1.125em;
    font-weight: 600;
  }
  .title a {
    text-decoration: none;
  }
  .title a::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
  }
  .card:hover .title a,
  .title a:focus-visible {
    text-decoration: underline;
  }
  .title a:focus-visible {
    outline: none !important;
  }
  .title a:focus-visible::after {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .who,
  .facts,
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35em 1em;
  }
  .fact {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
  }
  .meta svg {
    vertical-align: -0.2em;
  }
  .pause {
    font-size: 0;
    font-weight: 400;
  }
  .fact svg {
    color: var(--_muted);
  }
  .facts {
    gap: 0.4em;
  }
  .pay {
    padding-inline-end: 0.5em;
  }
  .pay:not(.unsaid) {
    font-weight: 600;
  }
  .label {
    padding: 0.15em 0.65em;
    border-radius: 2em;
    color: var(--_on-surface);
    background: var(--_tint);
    font-size: 0.9em;
  }
  .meta {
    align-content: end;
    font-size: 0.9em;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    min-block-size: max(44px, 2.75em);
    margin-block-end: calc(var(--_space) * 0.75);
  }
  .failure,
  .advice,
  .demonstration {
    padding: var(--_space);
    margin-block-end: var(--_space);
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em var(--_space);
  }
  .demonstration {
    padding-block: 0.5em;
    font-size: 0.9em;
  }
  .foot {
    display: var(--_list, flex);
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.5em var(--_space);
    padding-block-start: var(--_space);
  }
  @container (min-width: 44em) {
    .card {
      padding: calc(var(--_space) * 1.1) calc(var(--_space) * 1.4);
    }
  }
  @container (min-width: 52em) {
    .beside {
      --_toggle: none;
      --_panel: grid;
      grid-template: auto 1fr / 16em minmax(0, 1fr);
      grid-auto-columns: 24em;
    }
    ::slotted([slot='filters']) {
      grid-row: 1 / span 2;
    }
    ::slotted([slot='map']) {
      grid-column: 2;
    }
  }
  @container (min-width: 80em) {
    ::slotted([slot='map']) {
      grid-area: 1 / 3 / span 2;
    }
  }
  @media (forced-colors: active) {
    .label {
      outline: 1px solid;
    }
  }
  @media print {
    .list {
      grid-template-columns: 1fr 1fr;
      gap: 0.5em;
      font-size: 0.85em;
    }
    .card {
      break-inside: avoid;
      gap: 0.25em;
      padding: 0.5em 0.75em;
    }
    .title a::after {
      content: attr(href);
      position: static;
      display: block;
      font: 0.75em monospace;
    }
  }
`;
