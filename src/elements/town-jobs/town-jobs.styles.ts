import { css } from 'lit';

/** The ground of the filters reaches over what stands close before them: the button lies on it. */
export const townJobsStyles = css`
  .name {
    min-block-size: 1.3em;
    padding-block-end: calc(var(--_space) * 0.75);
    font-size: 1.5em;
    font-weight: 600;
    text-wrap: balance;
  }
  town-jobs-offer,
  town-jobs-results {
    display: block;
    margin-block-start: var(--_space);
  }
  .switch {
    position: relative;
    z-index: 1;
  }
  .map {
    display: none;
    min-block-size: 24em;
  }
  .mapped {
    --_list: none;
  }
  .mapped .map {
    display: block;
  }
  @container (min-width: 80em) {
    .switch {
      display: none;
    }
    .mapped {
      --_list: initial;
    }
    .map {
      display: block;
    }
  }
  @media print {
    .mapped {
      --_list: initial;
    }
    .map {
      display: none !important;
    }
  }
  .foot {
    display: grid;
    gap: 0.35em;
    margin-block-start: calc(var(--_space) * 1.5);
    padding-block-start: var(--_space);
    border-block-start: 1px solid color-mix(in srgb, var(--_outline) 38%, var(--_surface));
    color: var(--_muted);
    font-size: 0.9em;
  }
`;
