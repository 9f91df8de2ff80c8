import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { openedSearch } from './open-search.ts';
import { onceParsed } from './parsed.ts';
import { registry, tellMembers, type Member } from './registry.ts';
import { own, settingsOf, type ElementSettings } from './settings.ts';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * What every element's way into a search has in common: it looks for its search when it is connected and when its
 * own attributes change, not before the document is parsed, and leaves when it is removed.
 */
export abstract class Membership implements ReactiveController, Member {
  protected readonly host: Host;
  readonly #attributes: readonly string[];
  #seen: string | undefined;
  #settings: ElementSettings | undefined;

  /** @param attributes Those that decide which search the element belongs to. */
  constructor(host: Host, attributes: readonly string[]) {
    this.host = host;
    this.#attributes = attributes;
    host.addController(this);
  }

  get settings(): ElementSettings {
    return (this.#settings ??= settingsOf(this.host));
  }

  hostConnected(): void {
    registry().members.add(this);
    if (openedSearch(settingsOf(this.host))) this.rejoin();
    else onceParsed(() => queueMicrotask(() => this.rejoin()));
  }

  hostDisconnected(): void {
    registry().members.delete(this);
    this.leave();
  }

  hostUpdate(): void {
    if (this.#seen === undefined || this.#seen === this.#look()) return;
    // What an element says may hold for those inside it, too.
    tellMembers();
  }

  rejoin(): void {
    if (!registry().members.has(this)) return;
    this.#seen = this.#look();
    this.#settings = settingsOf(this.host);
    this.join(this.#settings);
  }

  /** Joins what the settings name; called again with equal ones, it changes nothing. */
  protected abstract join(settings: ElementSettings): void;

  protected abstract leave(): void;

  #look(): string {
    return this.#attributes.map((name) => own(this.host, name)).join('\n');
  }
}
