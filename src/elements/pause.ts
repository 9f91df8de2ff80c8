import { html } from 'lit';

/**
 * What parts a fact from the one beside it, for those who hear or copy them: a comma that takes no room. It belongs
 * into the fact's own line of text; a box of its own would be one more stop for a screen reader (Orca).
 */
export const pause = html`<span class="pause">, </span>`;
