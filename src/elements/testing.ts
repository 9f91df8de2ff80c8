import { fixture, html, waitUntil } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';
import { endpointAddress } from '../../test/kit/browser-kit.ts';

const cleanAddress = location.href;
let count = 0;

/** A name that no other test of the page has: searches of a page live as long as it. */
export function ownName(): string {
  return `t${++count}`;
}

/** Removes what a search wrote into the address of the page. */
export function cleanUp(): void {
  history.replaceState(null, '', cleanAddress);
}

/** Puts elements on the page inside `<town-jobs>`'s stead: a wrapper that names nothing. */
export async function onPage(content: TemplateResult): Promise<HTMLElement> {
  return fixture<HTMLElement>(html`<div>${content}</div>`);
}

/** Attributes that join an element to a search of the real endpoint. */
export const endpoint = endpointAddress;

/** The first element in the shadow root that matches; fails where there is none. */
export function inside<T extends Element = HTMLElement>(host: Element, selector: string): T {
  const found = host.shadowRoot!.querySelector<T>(selector);
  if (!found) throw new Error(`<${host.localName}> has no ${selector}`);
  return found;
}

export function allInside<T extends Element = HTMLElement>(host: Element, selector: string): T[] {
  return [...host.shadowRoot!.querySelectorAll<T>(selector)];
}

/** Waits for a condition, at once or promised, that answers, not time, bring about; else says what stands there. */
export async function until(condition: () => unknown, what: string): Promise<void> {
  try {
    await waitUntil(async () => Boolean(await condition()), what, { timeout: 30_000, interval: 20 });
  } catch (error) {
    throw new Error(`${(error as Error).message}; ${location.search} shows${shown(document)}`, {
      cause: error,
    });
  }
}

/** The texts of our elements in a tree, each cut to a line or two. */
function shown(root: Document | ShadowRoot): string {
  return [...root.querySelectorAll('*')]
    .flatMap(({ localName, shadowRoot }) => {
      if (!shadowRoot || !localName.startsWith('town-jobs')) return [];
      const text = shadowRoot.textContent.replaceAll(/\s+/g, ' ').slice(0, 200);
      return [`\n<${localName}> ${text}`, shown(shadowRoot)];
    })
    .join('');
}

/** Waits until the list of results is there, to its last card. */
export async function untilOffers(results: Element): Promise<void> {
  await until(() => allInside(results, '.list:not(.skeleton) [part=card]').length, 'no offer came');
}

/** The sentence that the list shows over the offers. */
export function counted(results: Element): string {
  return inside(results, '[part=count]').textContent!.trim();
}

/** What the live regions say just now. */
export function spoken(host: Element): string {
  return allInside(host, '[role=status]')
    .map((region) => region.textContent!.trim())
    .filter(Boolean)
    .join(' ');
}

/** Collects what the live regions of an element are told, one entry a change. */
export function listen(host: Element): string[] {
  const heard: string[] = [];
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest('[role=status]');
      const text = region?.textContent?.trim();
      if (text) heard.push(text);
    }
  });
  for (const region of allInside(host, '[role=status]')) {
    observer.observe(region, { childList: true, characterData: true, subtree: true });
  }
  return heard;
}

/** Where the focus is, through shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Lets an element render what it knows. */
export async function settled(host: Element): Promise<void> {
  await (host as LitElement).updateComplete;
}
