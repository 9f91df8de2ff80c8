import { nearest } from '../../page/nearest.ts';
import { own } from '../../page/settings.ts';
import { tell } from '../../shared/console.ts';
import { isField, FIELDS } from './template-fields.ts';

/** What has no business in a card: it would run, load or change the page, once for each offer. */
const FORBIDDEN = 'script,style,link,meta,base,title,iframe,frame,object,embed';
const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading]';
const ADDRESSES = ['page', 'site'];
/** What can be clicked by itself: it has to lie over the link that covers the card. */
const REACHED = 'a,button,input,select,textarea,label,summary,[tabindex]';

const sealed = new WeakMap<HTMLTemplateElement, DocumentFragment>();

/**
 * What the cards of a list are to show, ready to be filled: the `<template>` that its `template` attribute names by a
 * selector, else one inside it, else that of the nearest `<town-jobs>`. Undefined where there is none.
 */
export function templateFor(list: Element): DocumentFragment | undefined {
  const template = templateOf(list) ?? nearest(list, 'town-jobs', templateOf);
  if (!template) return undefined;
  const content = sealed.get(template) ?? seal(template);
  sealed.set(template, content);
  return content;
}

function templateOf(owner: Element): HTMLTemplateElement | undefined {
  const selector = own(owner, 'template');
  if (!selector) {
    for (const child of owner.children) if (child instanceof HTMLTemplateElement) return child;
    return undefined;
  }
  let named: Element | null = null;
  try {
    named = (owner.getRootNode() as ParentNode).querySelector(selector) ?? document.querySelector(selector);
  } catch {}
  if (named instanceof HTMLTemplateElement) return named;
  tell('badTemplate', selector);
  return undefined;
}

/**
 * A copy of a template in which nothing breaks a card: no scripts or frames; headings become plain boxes, since a
 * card has one heading, its title; no ids, which would stand there once for each offer.
 */
function seal({ content }: HTMLTemplateElement): DocumentFragment {
  const copy = document.importNode(content, true);
  for (const element of copy.querySelectorAll(FORBIDDEN)) {
    tell('badCard', `<${element.localName}>`, 'it is left out');
    element.remove();
  }
  for (const heading of copy.querySelectorAll(HEADING)) {
    tell('badCard', `<${heading.localName}>`, 'the title is its only heading');
    const box = document.createElement('div');
    for (const { name, value } of heading.attributes)
      if (!/^(role|aria-level)$/.test(name)) box.setAttribute(name, value);
    box.append(...heading.childNodes);
    heading.replaceWith(box);
  }
  for (const element of copy.querySelectorAll('[id],[autofocus]')) {
    if (element.id) tell('badCard', `id="${element.id}"`, 'it would stand there many times');
    element.removeAttribute('id');
    element.removeAttribute('autofocus');
  }
  for (const element of copy.querySelectorAll<HTMLElement>(REACHED)) element.style.position = 'relative';
  for (const element of copy.querySelectorAll<HTMLElement>('[data-field],[data-if],[data-href]')) {
    const { field, if: condition, href } = element.dataset;
    for (const name of [field, condition]) {
      if (name !== undefined && !isField(name)) tell('badField', name, Object.keys(FIELDS).join(', '));
    }
    if (href !== undefined && !(ADDRESSES.includes(href) && element instanceof HTMLAnchorElement))
      tell('badCard', `data-href="${href}"`, 'it can be page or site, on an <a> alone');
  }
  return copy;
}
