import { css } from 'lit';

export const searchStyles = css`
  .base {
    position: relative;
  }
  .base:focus-within {
    z-index: 3;
  }
  form {
    display: grid;
    grid-template-columns: minmax(5.5em, 1fr) minmax(0, auto);
    gap: calc(var(--_space) * 0.75);
    align-items: end;
    padding: var(--_space);
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_tint);
  }
  .words,
  .where,
  .submit,
  .note {
    grid-column: 1 / -1;
  }
  .field {
    position: relative;
    min-inline-size: 0;
  }
  label {
    display: block;
    padding-block-end: 0.3em;
    font-size: 0.9em;
    font-weight: 600;
  }
  input,
  select {
    inline-size: 100%;
    min-inline-size: 0;
    padding: 0.25em 0.75em;
    text-overflow: ellipsis;
  }
  input:read-only {
    background: none;
    border-style: dashed;
  }
  .near {
    padding-inline: 0.75em;
  }
  [hidden] {
    display: none;
  }
  .note:empty {
    position: absolute;
  }
  @container (max-width: 17em) {
    .field,
    .near {
      grid-column: 1 / -1;
    }
  }
  @container (min-width: 36em) {
    form {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    .words,
    .where,
    .submit {
      grid-column: span 2;
    }
  }
  @container (min-width: 64em) {
    form {
      grid-template-columns: repeat(2, minmax(0, 1fr)) 7.5em auto auto;
    }
    .words,
    .where,
    .submit {
      grid-column: auto;
    }
  }
  @media print {
    form {
      display: none;
    }
  }
`;
