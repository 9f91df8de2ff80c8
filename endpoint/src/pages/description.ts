import { html } from 'ghtml';
import type { Block, Inline } from '../contract/index.ts';

/** Bytes of a description that a page of at most 25 kB has room for. */
const MAX_BYTES = 16_000;

/**
 * A description as HTML, of paragraphs, headings from level 2 and lists alone. What leads beyond the room of a page is
 * cut after a whole block; the first block is cut within it.
 */
export function descriptionHtml(blocks: readonly Block[]): { html: string; isCut: boolean } {
  let whole = '';
  let room = MAX_BYTES;
  for (const block of blocks) {
    const one = blockHtml(block);
    room -= Buffer.byteLength(one);
    if (room < 0) return { html: whole || blockHtml(shortened(block)), isCut: true };
    whole += one;
  }
  return { html: whole, isCut: false };
}

function blockHtml({ kind, runs = [], items = [] }: Block): string {
  if (kind === 'p') return html`<p>!${inlines(runs)}</p>`;
  if (kind === 'heading') return html`<h2>!${inlines(runs)}</h2>`;
  const list = items.map((item) => html`<li>!${inlines(item)}</li>`);
  return kind === 'ul' ? html`<ul>!${list}</ul>` : html`<ol>!${list}</ol>`;
}

function inlines(runs: readonly Inline[]): string {
  return runs
    .map(({ text, mark }) => {
      if (mark === 'strong') return html`<strong>${text}</strong>`;
      return mark === 'em' ? html`<em>${text}</em>` : html`${text}`;
    })
    .join('');
}

/** As much of one block's text as surely fits, whatever has to be escaped in it, as a paragraph. */
function shortened({ runs = [], items = [] }: Block): Block {
  const text = [...runs, ...items.flat()].map((run) => run.text).join(' ');
  return { kind: 'p', runs: [{ text: `${text.slice(0, MAX_BYTES / 6)}…` }] };
}
