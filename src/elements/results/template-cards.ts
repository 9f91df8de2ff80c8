import type { Board, OfferCard } from '../../board/state.ts';
import type { Formats } from '../../shared/format.ts';
import { templateFor } from './template.ts';
import { filled, valuesOf } from './template-fields.ts';

/** What a list shows, as far as cards go. */
export interface Shown {
  readonly offers: readonly OfferCard[];
  readonly board?: Board;
}

/** What fills the slot of one card. */
interface Box {
  readonly element: HTMLElement;
  /** Hands the box on to the list, where it stands in the light DOM of the board around that. */
  readonly pass?: HTMLSlotElement;
  template?: DocumentFragment;
  said?: string;
}

/** The boxes of each list, by the slots that they fill. */
const boxesOf = new WeakMap<HTMLElement, Map<string, Box>>();

/**
 * Lays a page's own HTML into the cards of a list, as boxes in light DOM, where the page's styles reach it. What did
 * not change stays as it is, with its focus; what the page has taken away comes back.
 */
export function fillCards(list: HTMLElement, { offers, board }: Shown, format: Formats): void {
  const template = templateFor(list);
  const { host } = list.getRootNode() as Partial<ShadowRoot>;
  const holder = host?.localName === 'town-jobs' ? host : list;
  const boxes = boxesOf.get(list) ?? withoutCopies(holder);
  boxesOf.set(list, boxes);

  const left = new Map(boxes);
  for (const offer of template ? offers : []) {
    const slot = `card-${offer.id}`;
    left.delete(slot);
    const box = boxes.get(slot) ?? boxFor(slot, holder !== list);
    boxes.set(slot, box);
    fill(box, template!, valuesOf(offer, format, board));
    speakAs(list, box.element);
    // In front: who renders the children of these elements may clear what follows his own.
    if (box.element.parentNode !== holder) holder.prepend(box.element);
    if (box.pass && box.pass.parentNode !== list) list.prepend(box.pass);
  }
  for (const [slot, { element, pass }] of left) {
    boxes.delete(slot);
    element.remove();
    pass?.remove();
  }
}

function boxFor(slot: string, isHandedOn: boolean): Box {
  const element = document.createElement('div');
  element.slot = slot;
  // It takes the rows of what it replaces, so that the last line of a card stays at its end.
  element.style.gridRow = 'span 2';
  if (!isHandedOn) return { element };
  const pass = document.createElement('slot');
  pass.name = pass.slot = slot;
  return { element, pass };
}

function fill(box: Box, template: DocumentFragment, values: ReturnType<typeof valuesOf>): void {
  const said = JSON.stringify(values);
  if (box.template === template && box.said === said) return;
  box.template = template;
  box.said = said;
  box.element.replaceChildren(filled(template, values));
}

/** The texts are in the language of the list, not of the page around it. */
function speakAs(list: HTMLElement, element: HTMLElement): void {
  const base = list.shadowRoot!.querySelector('.base')!;
  for (const name of ['lang', 'dir']) {
    const value = base.getAttribute(name);
    if (value) element.setAttribute(name, value);
    else element.removeAttribute(name);
  }
}

/** A page that copies an element copies its boxes with it. */
function withoutCopies(holder: Element): Map<string, Box> {
  for (const child of [...holder.children]) if (child.slot.startsWith('card-')) child.remove();
  return new Map();
}
