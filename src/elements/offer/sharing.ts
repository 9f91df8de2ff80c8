import { msg } from '@lit/localize';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';

/** Passes an offer on: by what the browser has for that, else by a link to copy. */
export class Sharing {
  /** What is to be said of it in a live region. */
  said = '';
  readonly #host: LitElement;
  #link = '';

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Another offer is shown. */
  reset(): void {
    this.#link = this.said = '';
  }

  async share(title: string, url: string): Promise<void> {
    try {
      await navigator.share({ title, url });
    } catch (error) {
      if ((error as Error).name === 'AbortError') return;
      this.#link = url;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      this.#field?.focus();
    }
  }

  /** The link to copy; nothing until it is needed. */
  render(): TemplateResult | typeof nothing {
    if (!this.#link) return nothing;
    return html`<div class="actions screen">
      <label
        >${msg('Lien vers cette offre')}<input
          readonly
          .value=${this.#link}
          @focus=${() => this.#field!.select()}
      /></label>
      <button @click=${() => this.#copy()}>${msg('Copier le lien')}</button>
    </div>`;
  }

  get #field(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector('input');
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#link);
      this.said = msg('Lien copié.');
    } catch {
      this.#field?.focus();
      this.said = msg('Le lien est sélectionné : copiez-le.');
    }
    this.#host.requestUpdate();
  }
}
