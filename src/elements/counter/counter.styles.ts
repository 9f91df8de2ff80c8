import { css } from 'lit';

export const counterStyles = css`
  .base {
    container-type: normal;
  }
  p {
    font-weight: 600;
  }
  .waiting {
    display: grid;
  }
  .waiting > * {
    grid-area: 1 / 1;
  }
  a {
    color: inherit;
    text-decoration-thickness: 1px;
  }
  .number {
    font-size: 1.75em;
    font-weight: 600;
    color: var(--_link);
    white-space: nowrap;
  }
  .fresh {
    font-size: 0.9em;
    font-weight: 400;
    color: var(--_muted);
  }
`;
