import { msg } from '@lit/localize';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';

/** One suggestion: what goes into the box, and what tells it apart from its like. */
export interface Option {
  readonly text: string;
  readonly detail?: string;
}

export interface ComboboxSettings<T extends Option> {
  /** Unique in its shadow root; the ids of the parts begin with it. */
  readonly id: string;
  /** Suggestions for what was typed; may reject when the signal says so. */
  load(typed: string, signal: AbortSignal): Promise<readonly T[]>;
  /** Somebody chose. The text is in the box already. */
  chosen?(option: T): void;
  /** Somebody typed or cleared. */
  typed?(text: string): void;
  /** How many suggestions stand there, for `role=status`; '' takes the words away again. */
  announce(count: number | ''): void;
}

/** No request and no announcement before the fingers rest for so long. */
const REST_MS = 200;
const ANNOUNCE_MS = 400;

/**
 * An editable combobox with list autocomplete, after the pattern of the W3C ARIA Authoring Practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/): the focus stays in the box, nothing is active until an
 * arrow key says so, Escape closes and then clears. Its host renders `input()` and `list()` in one shadow root.
 */
export class Combobox<T extends Option> implements ReactiveController {
  /** What stands in the box. */
  text = '';
  readonly #host: LitElement;
  readonly #settings: ComboboxSettings<T>;
  #options: readonly T[] = [];
  /** What the options are for. */
  #asked?: string;
  #open = false;
  #active = -1;
  #timer?: ReturnType<typeof setTimeout>;
  #announceTimer?: ReturnType<typeof setTimeout>;
  #request?: AbortController;

  constructor(host: LitElement, settings: ComboboxSettings<T>) {
    this.#host = host;
    this.#settings = settings;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Puts a text into the box without asking for suggestions. */
  write(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.#host.requestUpdate();
  }

  /** Hides the list and forgets what was under way. */
  close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#announceTimer);
    this.#request?.abort();
    this.#settings.announce('');
    this.#show(false);
  }

  input(readOnly: boolean, placeholder = ''): TemplateResult {
    const { id } = this.#settings;
    const active = this.#open && this.#active >= 0 ? `${id}-${this.#active}` : undefined;
    return html`<input
      id=${id}
      part="input"
      type="text"
      role="combobox"
      name=${id}
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      enterkeyhint="search"
      maxlength="200"
      aria-autocomplete="list"
      aria-expanded=${this.#open}
      aria-controls="${id}-list"
      aria-activedescendant=${ifDefined(active)}
      placeholder=${placeholder}
      ?readonly=${readOnly}
      .value=${live(this.text)}
      @input=${this.#type}
      @keydown=${this.#press}
      @blur=${this.#leave}
    />`;
  }

  list(): TemplateResult {
    const { id } = this.#settings;
    return html`<ul
      id="${id}-list"
      part="listbox"
      role="listbox"
      aria-label=${msg('Suggestions')}
      ?hidden=${!this.#open}
      @mousedown=${keepFocus}
    >
      ${this.#open ? this.#options.map((option, i) => this.#renderOption(option, i)) : nothing}
    </ul>`;
  }

  #renderOption(option: T, index: number): TemplateResult {
    return html`<li
      id="${this.#settings.id}-${index}"
      part="option"
      role="option"
      aria-selected=${index === this.#active}
      @click=${() => this.#choose(option)}
    >
      <span>${option.text}</span>
      ${option.detail ? html`<span class="detail">${option.detail}</span>` : nothing}
    </li>`;
  }

  #type = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.#settings.typed?.(this.text);
    this.#active = -1;
    this.#settings.announce('');
    clearTimeout(this.#timer);
    clearTimeout(this.#announceTimer);
    this.#request?.abort();
    if (this.text.trim()) this.#timer = setTimeout(() => void this.#ask(), REST_MS);
    else this.#show(false);
    this.#host.requestUpdate();
  };

  #leave = (): void => this.close();

  #press = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || (event.target as HTMLInputElement).readOnly)
      return;
    const count = this.#options.length;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        const down = event.key === 'ArrowDown';
        if (event.altKey) {
          if (down) void this.#reopen();
          else this.close();
        } else if (this.#open) {
          const from = this.#active < 0 && !down ? count : this.#active;
          this.#activate((from + (down ? 1 : -1) + count) % count);
        } else void this.#reopen(down ? 0 : -1);
        break;
      }
      case 'Enter': {
        const option = this.#open ? this.#options[this.#active] : undefined;
        if (option) {
          event.preventDefault();
          this.#choose(option);
        } else this.close();
        break;
      }
      case 'Escape':
        if (!this.#open && !this.text) return;
        event.preventDefault();
        event.stopPropagation();
        if (!this.#open) {
          this.write('');
          this.#settings.typed?.('');
        }
        this.close();
        break;
      case 'Home':
      case 'End':
      case 'ArrowLeft':
      case 'ArrowRight':
        this.#activate(-1);
    }
  };

  async #reopen(active?: number): Promise<void> {
    if (!this.text.trim()) return;
    if (this.#asked !== this.text) await this.#ask();
    else this.#show(this.#options.length > 0);
    if (this.#open && active !== undefined) this.#activate(active < 0 ? this.#options.length - 1 : active);
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    this.#request?.abort();
    const { signal } = (this.#request = new AbortController());
    const typed = this.text;
    const options = await this.#settings.load(typed.trim(), signal).catch(() => []);
    if (signal.aborted) return;
    this.#asked = typed;
    this.#options = options;
    this.#show(options.length > 0);
    clearTimeout(this.#announceTimer);
    this.#announceTimer = setTimeout(() => this.#settings.announce(options.length), ANNOUNCE_MS - REST_MS);
  }

  #choose(option: T): void {
    this.write(option.text);
    this.close();
    this.#settings.chosen?.(option);
  }

  #activate(index: number): void {
    this.#active = index;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot
        .querySelector('[role=option][aria-selected=true]')
        ?.scrollIntoView({ block: 'nearest' }),
    );
  }

  #show(open: boolean): void {
    this.#open = open;
    this.#active = -1;
    this.#host.requestUpdate();
  }
}

/** A press on the list must not take the focus out of the box. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
