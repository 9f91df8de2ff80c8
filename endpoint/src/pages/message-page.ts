import { html } from 'ghtml';
import type { CompiledBoard } from '../boards/board.ts';
import { layout, type Page } from './layout.ts';

/** What a message page says, and where it leads on. */
export interface Message {
  title: string;
  text: string;
  link?: { text: string; href: string };
}

/** A page with one message: an offer that is gone, an address that leads nowhere. */
export function messagePage(board: CompiledBoard | undefined, { title, text, link }: Message): Page {
  const more = link ? html`<p><a href="${link.href}">${link.text}</a></p>` : '';
  return layout(board, {
    title: board ? `${title} – ${board.definition.name}` : title,
    body: html`<main class="wide"><h1>${title}</h1><p>${text}</p>!${more}</main>`,
  });
}
