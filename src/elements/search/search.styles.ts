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
    padding-inline: 0.5em;
  }
  [role='listbox'] {
    position: absolute;
    z-index: 1;
    inset-inline: 0;
    inset-block-start: calc(100% + 4px);
    max-block-size: 19em;
    overflow-y: auto;
    padding: 0.3em;
    border: 1px solid var(--_outline);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 0.5em 1.5em rgb(0 0 0 / 0.18);
  }
  [hidden] {
    display: none;
  }
  [role='option'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 1em;
    min-block-size: max(44px, 2.75em);
    padding: 0.25em 0.6em;
    border-radius: calc(var(--_radius) * 0.7);
    cursor: pointer;
  }
  [role='option']:hover {
    background: var(--_tint);
  }
  [aria-selected='true'] {
    background: var(--_tint);
    box-shadow: inset 0 0 0 2px var(--_focus);
  }
  .detail {
    color: var(--_muted);
    font-size: 0.9em;
  }
  .note:empty {
    position: absolute;
  }
  @container (min-width: 36em) {
    .words,
    .where {
      grid-column: auto;
    }
    form {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    .words,
    .where,
    .submit {
      grid-column: span 2;
    }
  }
  @container (min-width: 58em) {
    form {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) 7.5em auto auto;
    }
    .words,
    .where,
    .submit {
      grid-column: auto;
    }
  }
  @media (forced-colors: active) {
    form {
      border-color: CanvasText;
    }
    [aria-selected='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
    [aria-selected='true'] .detail {
      color: inherit;
    }
  }
  @media print {
    form {
      display: none;
    }
  }
`;
