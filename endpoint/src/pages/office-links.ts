import { html } from 'ghtml';
import type { CompiledBoard } from '../boards/board.ts';

/** Where residents find whoever is responsible for a board; nothing where its file does not say it. */
export function officeLinks({ definition: { contact, imprint } }: CompiledBoard): string {
  const links: string[] = [];
  if (contact) {
    const href = /^https?:/.test(contact) ? contact : `mailto:${contact}`;
    links.push(html`<a href="${href}">Contact</a>`);
  }
  if (imprint) links.push(html`<a href="${imprint}">Mentions légales</a>`);
  return links.length > 0 ? `<p>${links.join(' · ')}</p>` : '';
}
