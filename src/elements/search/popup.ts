import { html, nothing, type LitElement } from 'lit';
import type { Combobox, ComboboxSettings, Option } from './combobox.ts';
import { countText, options as sources } from './options.ts';
import { popupStyles } from './popup.styles.ts';

/** No request and no announcement before the fingers rest for so long. */
const REST_MS = 200;
const ANNOUNCE_MS = 400;

/**
 * The suggestions under a combobox. It is loaded when the box gets the focus: until then the box is a text field that
 * says truly that its list is closed.
 */
export class Popup<T extends Option> {
  isOpen = false;
  readonly #box: Combobox<T>;
  readonly #host: LitElement;
  readonly #settings: ComboboxSettings<T>;
  #options: readonly T[] = [];
  /** What the options are for. */
  #asked?: string;
  #active = -1;
  #timer?: ReturnType<typeof setTimeout>;
  #announceTimer?: ReturnType<typeof setTimeout>;
  #request?: AbortController;

  constructor(box: Combobox<T>) {
    this.#box = box;
    this.#host = box.host;
    this.#settings = box.settings;
    const { adoptedStyleSheets } = box.host.shadowRoot!;
    const sheet = popupStyles.styleSheet!;
    if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  }

  /** Id of the active option, where there is one. */
  get active(): string | undefined {
    return this.isOpen && this.#active >= 0 ? `${this.#settings.id}-${this.#active}` : undefined;
  }

  /** Hides the list and forgets what was under way. */
  close(): void {
    this.#stop();
    this.#show(false);
  }

  /** Somebody typed: asks once the fingers rest. */
  typed(): void {
    this.#stop();
    this.#active = -1;
    if (this.#box.text.trim()) this.#timer = setTimeout(() => void this.#ask(), REST_MS);
    else this.#show(false);
  }

  press(event: KeyboardEvent): void {
    const count = this.#options.length;
    const down = event.key === 'ArrowDown';
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (event.altKey) {
          if (down) void this.#reopen();
          else this.close();
        } else if (this.isOpen) {
          const from = this.#active < 0 && !down ? count : this.#active;
          this.#activate((from + (down ? 1 : -1) + count) % count);
        } else void this.#reopen(down ? 0 : -1);
        break;
      case 'Enter': {
        const option = this.isOpen ? this.#options[this.#active] : undefined;
        if (option) {
          event.preventDefault();
          this.#choose(option);
        } else this.close();
        break;
      }
      case 'Home':
      case 'End':
      case 'ArrowLeft':
      case 'ArrowRight':
        this.#activate(-1);
    }
  }

  /** The options, for the list. */
  render(): unknown {
    if (!this.isOpen) return nothing;
    return this.#options.map(
      (option, index) => html`<li
        id=${`${this.#settings.id}-${index}`}
        part="option"
        role="option"
        aria-selected=${index === this.#active}
        @click=${() => this.#choose(option)}
      >
        <span>${option.text}</span>
        ${option.detail ? html`<span class="detail">${option.detail}</span>` : nothing}
      </li>`,
    );
  }

  async #reopen(active?: number): Promise<void> {
    const { text } = this.#box;
    if (!text.trim()) return;
    if (this.#asked !== text) await this.#ask();
    else this.#show(this.#options.length > 0);
    if (this.isOpen && active !== undefined) this.#activate(active < 0 ? this.#options.length - 1 : active);
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    this.#request?.abort();
    const { signal } = (this.#request = new AbortController());
    const typed = this.#box.text;
    const options = await this.#settings.load(sources, typed.trim(), signal).catch(() => []);
    if (signal.aborted) return;
    this.#asked = typed;
    this.#options = options;
    this.#show(options.length > 0);
    clearTimeout(this.#announceTimer);
    this.#announceTimer = setTimeout(
      () => this.#settings.announce((format) => countText(options.length, format)),
      ANNOUNCE_MS - REST_MS,
    );
  }

  #choose(option: T): void {
    this.#box.write(option.text);
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

  #stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#announceTimer);
    this.#request?.abort();
    this.#settings.announce(() => '');
  }

  #show(open: boolean): void {
    this.isOpen = open;
    this.#active = -1;
    this.#host.requestUpdate();
  }
}
