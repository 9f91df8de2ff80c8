import { css } from 'lit';

export const barometerStyles = css`
  .lists {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr));
    gap: calc(1.25 * var(--_space)) calc(2 * var(--_space));
  }
  .lists[aria-busy='true'] ol {
    opacity: 0.6;
  }
  .name {
    padding-block-end: 0.4em;
    font-size: 1.1em;
    font-weight: 650;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding-block-end: 0.5em;
  }
  .rank {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: end;
    gap: 0 1em;
    inline-size: 100%;
    min-block-size: 24px;
    padding: 0.25em 0;
    border: 0;
    border-radius: 0;
    text-align: start;
    background: none;
  }
  button.rank span:first-child {
    text-decoration: underline;
  }
  [aria-pressed='true'] {
    color: var(--_on-surface);
    font-weight: 700;
  }
  [aria-pressed='true'] span:first-child::before {
    content: '✓ ';
  }
  .number {
    color: var(--_on-surface);
    white-space: nowrap;
  }
  progress {
    display: block;
    inline-size: 100%;
    block-size: 0.5em;
    border: 0;
    border-radius: 0.25em;
    overflow: hidden;
    background: var(--_tint);
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-webkit-progress-value {
    background: var(--_link);
  }
  progress::-moz-progress-bar {
    background: var(--_link);
  }
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em var(--_space);
    color: var(--_danger);
  }
  .notes {
    color: var(--_muted);
    font-size: 0.9em;
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
