import { css } from 'lit';

/** What every element shares: the shield against the page's styles, controls and focus. */
export const baseStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    min-inline-size: min(100%, 16em);
    text-transform: none !important;
    text-align: start !important;
    text-indent: 0 !important;
    font-style: normal !important;
    font-variant: normal !important;
    text-shadow: none !important;
    white-space: normal !important;
    cursor: auto !important;
    visibility: inherit !important;
    pointer-events: auto !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .base {
    container-type: inline-size;
    font-family: var(--_font-family);
    font-size: var(--_font-size);
    color: var(--_on-surface);
    background: var(--_surface);
    border-radius: var(--_radius);
    box-shadow: 0 0 0 0.75em var(--_surface);
    overflow-wrap: anywhere;
  }
  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  a,
  ::slotted(a) {
    color: var(--_link);
    text-underline-offset: 0.18em;
  }
  button,
  input,
  select {
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    color: inherit;
    margin: 0;
    min-block-size: max(44px, 2.75em);
    border: 1px solid var(--_outline);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    padding: 0.25em 1em;
    color: var(--_link);
    cursor: pointer;
  }
  button:hover {
    background: var(--_tint);
  }
  .primary {
    border-color: var(--_link);
    color: var(--_on-primary);
    background: var(--_primary);
    font-weight: 600;
  }
  .primary:hover {
    background: var(--_primary);
    text-decoration: underline;
  }
  :focus-visible,
  ::slotted(:focus-visible) {
    outline: 2px solid var(--_focus) !important;
    outline-offset: 2px !important;
  }
  svg {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: CanvasText !important;
    }
  }
  @media print {
    .base {
      box-shadow: none;
    }
    button,
    .screen {
      display: none !important;
    }
  }
`;
