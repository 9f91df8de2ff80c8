import { css } from 'lit';

export const offerStyles = css`
  .offer {
    display: grid;
    gap: 0.75em;
    padding: var(--_space);
    border: 1px solid var(--_outline);
    border-radius: var(--_radius);
  }
  .waiting {
    min-block-size: 60vh;
    align-content: start;
  }
  .offer > .title {
    font-size: 1.5em;
    line-height: 1.25;
  }
  .subtitle,
  .said {
    font-weight: 600;
  }
  .subtitle {
    margin-block: 1em 0.35em;
    font-size: 1.125em;
  }
  .said:empty {
    margin-block-start: -0.75em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5em var(--_space);
  }
  .close {
    justify-self: start;
  }
  .apply {
    display: inline-flex;
    align-items: center;
    min-block-size: max(44px, 2.75em);
    padding: 0.5em 1.25em;
    border: 1px solid var(--_link);
    border-radius: var(--_radius);
    text-decoration: none;
  }
  .others a {
    display: inline-block;
    min-block-size: 24px;
  }
  .actions label {
    display: grid;
    flex: 1 1 14em;
  }
  input {
    inline-size: 100%;
    padding: 0.25em 0.75em;
  }
  dl {
    display: grid;
    grid-template-columns: fit-content(40%) 1fr;
    gap: 0.35em var(--_space);
    margin: 0;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
  }
  .text {
    max-inline-size: 42em;
  }
  .text p,
  .text li {
    white-space: pre-line;
  }
  .text :is(p, ul, ol) {
    margin-block: 0 0.6em;
  }
  .text :is(ul, ol) {
    padding-inline-start: 1.5em;
    list-style: disc;
  }
  .text ol {
    list-style: decimal;
  }
  .paper {
    display: none;
  }
  @media print {
    .paper {
      display: inline;
    }
    .offer {
      border: 0;
      padding: 0;
    }
  }
`;
