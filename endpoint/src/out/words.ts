import { html } from 'ghtml';
import type { Block, Inline, Offer, Pay } from '../contract/index.ts';
import { contractText, hoursText, payText } from '../pages/wording.ts';
import type { Outgoing } from './outgoing.ts';

/** A contract in French words; nothing where none is stated. */
export function contractWords({ contract }: Offer): string | undefined {
  return contract.kind === 'unstated' && !contract.nature ? undefined : contractText(contract);
}

/** Working time in French words; nothing where none is stated. */
export function hoursWords({ hours }: Offer): string | undefined {
  return hours && hoursText(hours);
}

/** Pay in French words, figures first: "De 1 900 € à 2 300 € par mois", "Jusqu’à 2 300 € par mois"; else the partner's. */
export function payWords(pay: Pay | undefined): string | undefined {
  if (!pay) return undefined;
  const { min, max, period } = pay;
  if (min === undefined && max !== undefined && period) return `Jusqu’à ${payText({ min: max, period })}`;
  return min === undefined ? pay.text : payText(pay);
}

/** A description as HTML, with what licences want to be said in paragraphs of their own behind it. */
export function descriptionHtml({ offer, attributions }: Outgoing): string {
  const said: Block[] = attributions.map((text) => ({ kind: 'p', runs: [{ text }] }));
  return [...offer.description, ...said].map(blockHtml).join('');
}

function blockHtml({ kind, runs = [], items = [] }: Block): string {
  if (kind === 'p') return html`<p>!${inlineHtml(runs)}</p>`;
  if (kind === 'heading') return html`<h3>!${inlineHtml(runs)}</h3>`;
  const entries = items.map((item) => html`<li>!${inlineHtml(item)}</li>`);
  return kind === 'ul' ? html`<ul>!${entries}</ul>` : html`<ol>!${entries}</ol>`;
}

function inlineHtml(runs: readonly Inline[]): string {
  return runs
    .map(({ text, mark }) => {
      if (mark === 'strong') return html`<strong>${text}</strong>`;
      return mark === 'em' ? html`<em>${text}</em>` : html`${text}`;
    })
    .join('');
}
