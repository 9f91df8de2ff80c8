import { css } from 'lit';

export const barometerStyles = css`
  .lists {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr));
    gap: calc(2 * var(--_space));
  }
  [aria-busy='true'] {
    opacity: 0.6;
  }
  .name {
    font-size: 1.1em;
    font-weight: 600;
  }
  ol {
    padding: 0;
  }
  li {
    display: block;
  }
  .rank {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: end;
    gap: 1em;
    inline-size: 100%;
    padding: 0.6em 0 0.2em;
    border: 0;
    text-align: start;
    background: none;
  }
  button b {
    text-decoration: underline;
  }
  b {
    font-weight: 400;
  }
  [aria-pressed='true'] b {
    font-weight: 600;
  }
  [aria-pressed='true'] b::before {
    content: '✓ ';
  }
  i {
    color: var(--_on-surface);
    font-style: normal;
  }
  progress {
    display: block;
    inline-size: 100%;
    block-size: 0.5em;
    border: 0;
    background: var(--_tint);
    appearance: none;
  }
  ::-webkit-progress-bar {
    background: none;
  }
  ::-webkit-progress-value {
    background: var(--_link);
  }
  ::-moz-progress-bar {
    background: var(--_link);
  }
  .notes {
    color: var(--_muted);
    font-size: 0.9em;
  }
  [role='status'] {
    color: var(--_danger);
  }
  @media (forced-colors: active) {
    progress {
      --_link: CanvasText;
      outline: 1px solid CanvasText;
      background: Canvas;
      forced-color-adjust: none;
    }
  }
  @media print {
    .rank {
      display: grid !important;
    }
    progress {
      print-color-adjust: exact;
    }
  }
`;
