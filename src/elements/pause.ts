import { html } from 'lit';

/** What parts two facts that stand side by side, for those who hear or copy them; it is not seen. */
export const pause = html`<span class="hidden">, </span>`;
