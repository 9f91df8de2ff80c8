import { msg } from '@lit/localize';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Formats } from '../../shared/format.ts';
import type { Popup } from './popup.ts';

/** One suggestion: what goes into the box, and what tells it apart from its like. */
export interface Option {
  readonly text: string;
  readonly detail?: string;
}

export interface ComboboxSettings<T extends Option> {
  /** Unique in its shadow root; the ids of the parts begin with it. */
  readonly id: string;
  /** Suggestions for what was typed, out of what was loaded; may reject when the signal says so. */
  load(
    options: typeof import('./options.ts').options,
    typed: string,
    signal: AbortSignal,
  ): Promise<readonly T[]>;
  /** Somebody chose. The text is in the box already. */
  chosen?(option: T): void;
  /** Somebody typed or cleared. */
  typed?(text: string): void;
  /** How many suggestions stand there, for `role=status`; no words take those away that are there. */
  announce(sentence: (format: Formats) => string): void;
}

/**
 * An editable combobox with list autocomplete, after the pattern of the W3C ARIA Authoring Practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/): the focus stays in the box, nothing is active until an
 * arrow key says so, Escape closes and then clears. Its host renders `input()` and `list()` in one shadow root.
 * What opens the list is loaded with the focus; what was typed until it is there is not lost.
 */
export class Combobox<T extends Option> implements ReactiveController {
  /** What stands in the box. */
  text = '';
  readonly host: LitElement;
  readonly settings: ComboboxSettings<T>;
  #popup?: Popup<T>;
  #loading = false;
  /** What happened since the box got the focus and the popup could not do. */
  #missed?: Event;

  constructor(host: LitElement, settings: ComboboxSettings<T>) {
    this.host = host;
    this.settings = settings;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Puts a text into the box without asking for suggestions. */
  write(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.host.requestUpdate();
  }

  /** Hides the list and forgets what was under way. */
  close(): void {
    this.#missed = undefined;
    this.#popup?.close();
  }

  input(readOnly: boolean, placeholder = ''): TemplateResult {
    const { id } = this.settings;
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
      aria-expanded=${this.#popup?.isOpen ?? false}
      aria-controls=${`${id}-list`}
      aria-activedescendant=${this.#popup?.active ?? nothing}
      placeholder=${placeholder}
      ?readonly=${readOnly}
      @focus=${this.#arrive}
      @input=${this.#type}
      @keydown=${this.#press}
      @blur=${this.#leave}
    />`;
  }

  list(): TemplateResult {
    return html`<ul
      id=${`${this.settings.id}-list`}
      part="listbox"
      role="listbox"
      aria-label=${msg('Suggestions')}
      ?hidden=${!this.#popup?.isOpen}
      @mousedown=${keepFocus}
    >
      ${this.#popup?.render() ?? nothing}
    </ul>`;
  }

  /** Shows the text even where the box holds another one that nobody told of. */
  hostUpdated(): void {
    const box = this.host.renderRoot.querySelector<HTMLInputElement>(`#${this.settings.id}`);
    if (!box) return;
    // Safari takes a box without autocomplete back to this when the page comes out of its back/forward cache.
    box.defaultValue = this.text;
    if (box.value !== this.text) box.value = this.text;
  }

  /** Without the popup the box still searches; it is tried again with the next key. */
  #arrive = async (): Promise<void> => {
    if (this.#popup || this.#loading) return;
    this.#loading = true;
    try {
      const { Popup } = await import('./popup.ts');
      this.#popup = new Popup(this);
      if (this.#missed instanceof KeyboardEvent) this.#popup.press(this.#missed);
      else if (this.#missed) this.#popup.typed();
    } catch {}
    this.#loading = false;
  };

  #type = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.settings.typed?.(this.text);
    if (this.#popup) this.#popup.typed();
    else this.#miss(event);
    this.host.requestUpdate();
  };

  #leave = (): void => this.close();

  #press = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey || (event.target as HTMLInputElement).readOnly)
      return;
    if (key === 'Escape') this.#escape(event);
    else if (this.#popup) this.#popup.press(event);
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      this.#miss(event);
    }
  };

  #escape(event: KeyboardEvent): void {
    const isOpen = this.#popup?.isOpen;
    if (!isOpen && !this.text) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isOpen) {
      this.write('');
      this.settings.typed?.('');
    }
    this.close();
  }

  #miss(event: Event): void {
    this.#missed = event;
    void this.#arrive();
  }
}

/** A press on the list must not take the focus out of the box. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
