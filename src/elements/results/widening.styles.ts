import { css } from 'lit';

export const wideningStyles = css`
  .chip {
    padding-inline: 0.9em 0.7em;
    border-radius: 2em;
    background: var(--_tint);
  }
  .advice ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    padding-block-start: 0.75em;
  }
  @media print {
    .chip {
      display: inline-flex !important;
    }
    .chip svg {
      display: none;
    }
  }
`;
