import { css } from 'lit';

export const popupStyles = css`
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
  @media (forced-colors: active) {
    [aria-selected='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
    [aria-selected='true'] .detail {
      color: inherit;
    }
  }
`;
