import { css } from 'lit';

export const mapStyles = css`
  .view {
    position: relative;
    overflow: clip;
    block-size: clamp(20em, 50cqi, 30em);
    border: 1px solid var(--_outline);
    border-radius: var(--_radius);
    background: var(--_tint);
    direction: ltr;
    touch-action: pan-x pan-y;
    user-select: none;
    cursor: grab;
  }
  .view > svg,
  .land {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    transform-origin: 0 0;
  }
  .view > svg {
    color: color-mix(in srgb, var(--_outline) 30%, var(--_tint));
  }
  .outline {
    fill: var(--_surface);
    color: var(--_outline);
  }
  .land {
    pointer-events: none;
  }
  .bubble {
    position: absolute;
    inset: 0 auto auto 0;
    inline-size: var(--_size);
    block-size: var(--_size);
    min-block-size: 24px;
    padding: 0;
    border: 2px solid var(--_link);
    border-radius: 50%;
    color: var(--_on-primary);
    background: var(--_primary);
    line-height: 1;
    pointer-events: auto;
  }
  .bubble:hover {
    color: var(--_on-primary);
    background: var(--_primary);
    text-decoration: underline;
  }
  .bubble b {
    font-size: 0.8em;
    font-weight: 600;
  }
  .bubble span {
    position: absolute;
    inset-block-start: calc(100% + 1px);
    inline-size: max-content;
    color: var(--_on-surface);
    font-size: 0.8em;
    text-shadow: 0 0 3px var(--_tint);
    pointer-events: none;
  }
  .bubble span::before {
    content: attr(data-name);
  }
  .bubble .over {
    inset-block: auto calc(100% + 1px);
  }
  .bubble[aria-pressed='true'],
  .bubble[aria-pressed='mixed'] {
    border: 3px solid var(--_link);
    outline: 2px solid var(--_surface);
    color: var(--_on-surface);
    background: var(--_surface);
  }
  .bubble[aria-pressed='mixed'] {
    border-style: dashed;
  }
  [aria-pressed='true'] > b::before {
    content: '✓';
  }
  [aria-disabled='true'] {
    cursor: default;
  }
  [aria-busy='true'] .land {
    opacity: 0.5;
  }
  .tools {
    display: flex;
    direction: ltr;
    flex-wrap: wrap;
    gap: 0.35em;
    inline-size: fit-content;
    padding-block: 0.5em;
  }
  .tools button {
    min-inline-size: max(44px, 2.75em);
    padding: 0.25em 0.6em;
  }
  .skip:not(:focus) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    min-block-size: 0;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .said {
    min-block-size: 1.5em;
    padding-block-end: 0.5em;
    font-weight: 600;
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
  .rows {
    max-block-size: 30em;
    overflow: auto;
  }
  summary {
    min-block-size: 44px;
    padding-block: 0.6em;
    color: var(--_link);
    cursor: pointer;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.25em 0.5em;
    border-block-end: 1px solid color-mix(in srgb, var(--_outline) 38%, var(--_surface));
    text-align: start;
    font-weight: 400;
  }
  thead th {
    font-weight: 600;
  }
  td {
    inline-size: 6em;
    text-align: end;
  }
  th button {
    min-block-size: 32px;
    gap: 0;
    padding-inline: 0.5em;
    border-color: transparent;
    text-align: start;
    text-decoration: underline;
  }
  th button[aria-pressed='true'] {
    border: 3px solid var(--_link);
    font-weight: 600;
  }
  .paper {
    display: none;
  }
  @media (forced-colors: active) {
    .bubble {
      forced-color-adjust: none;
      border-color: Canvas;
      color: ButtonFace;
      background: ButtonText;
    }
    .bubble[aria-pressed='true'],
    .bubble[aria-pressed='mixed'] {
      border-color: Highlight;
      color: ButtonText;
      background: ButtonFace;
    }
    .bubble span {
      color: CanvasText;
      text-shadow: none;
    }
    .view > svg {
      color: GrayText;
      opacity: 0.5;
    }
    .outline {
      fill: none;
    }
  }
  @media print {
    .view {
      display: none;
    }
    .paper {
      display: inline;
    }
    .rows {
      max-block-size: none;
    }
  }
`;
