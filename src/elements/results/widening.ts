import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { chosenOf, filtersOn, UNSTATED, type Facet } from '../../board/criteria.ts';
import type { Criteria, Loosening, SearchState } from '../../board/state.ts';
import type { Formats } from '../../shared/format.ts';
import { facetName } from '../filters/facets.ts';
import { icon } from '../icons.ts';
import { wideningStyles } from './widening.styles.ts';

/** More communes than this share one chip: the map's bubbles choose many at once. */
const MOST_COMMUNES = 3;
const closeIcon = icon('M7 7l10 10M17 7 7 17');

/** What the list lends to those who widen its search. */
export interface Widened {
  readonly state: SearchState;
  readonly locked: ReadonlySet<keyof Criteria>;
  readonly format: Formats;
  readonly root: ShadowRoot;
  /** What residents call a value of a facet. */
  label(facet: Facet, value: string): string;
  ask(change: Partial<Criteria>): void;
}

/** A button for each value that can be taken away, and one for all where there are several. */
function chips({ state, locked, format, root, label, ask }: Widened): TemplateResult[] {
  adoptStyles(root);
  const { criteria } = state;
  const on = filtersOn(criteria, locked);
  const communes = on.filter(([facet]) => facet === 'commune').length;
  const chips: TemplateResult[] = [];
  for (const [facet, value] of on) {
    if (facet === 'commune' && communes > MOST_COMMUNES) continue;
    const rest = chosenOf(criteria, facet).filter((other) => other !== value);
    const name = label(facet, value);
    // A value that does not say by itself what it is about.
    const isBare = value === UNSTATED && facet !== 'contract';
    chips.push(
      chip(isBare ? msg(str`${facetName(facet)} : ${name.toLowerCase()}`) : name, () =>
        ask({ [facet]: rest.length ? rest : undefined }),
      ),
    );
  }
  if (communes > MOST_COMMUNES) {
    const name = format.plural(msg('# commune choisie|# communes choisies'), communes);
    chips.push(chip(name, () => ask({ commune: undefined })));
  }
  if (on.length > 1) {
    const none = Object.fromEntries(on.map(([facet]) => [facet, undefined])) as Partial<Criteria>;
    chips.push(html`<button part="clear" @click=${() => ask(none)}>${msg('Tout effacer')}</button>`);
  }
  return chips;
}

function chip(name: string, takeAway: () => void): TemplateResult {
  return html`<button part="chip" class="chip" @click=${takeAway}>
    <span class="hidden">${msg('Retirer :')} </span>${name} ${closeIcon}
  </button>`;
}

/** What finds something where a search found nothing, with counts; nothing where the endpoint knows no way. */
function loosening(widened: Widened): TemplateResult | typeof nothing {
  const { state, locked, format, root, ask } = widened;
  adoptStyles(root);
  const ways: TemplateResult[] = [];
  for (const way of state.loosen) {
    const name = nameOf(way, widened);
    if (!name || (locked as ReadonlySet<string>).has(way.criterion)) continue;
    ways.push(
      html`<li>
        <button part="loosen" @click=${() => ask({ [way.criterion]: way.to })}>
          ${name}
          <span class="label">${format.plural(msg('# offre|# offres'), way.total)}</span>
        </button>
      </li>`,
    );
  }
  return ways.length
    ? html`<p>${msg('Pour en trouver, élargissez la recherche :')}</p>
        <ul>
          ${ways}
        </ul>`
    : nothing;
}

/** What is loaded where a search is narrow. */
export const widening = { chips, loosening } as const;

/** What a way to loosen the search is called; undefined for one that makes no sense. */
function nameOf({ criterion, to }: Loosening, { state, format, label }: Widened): string | undefined {
  switch (criterion) {
    case 'q':
      return msg(str`Sans « ${state.criteria.q ?? ''} »`);
    case 'place':
      return msg('Partout sur le territoire');
    case 'radius':
      return to === undefined ? undefined : msg(str`Jusqu’à ${format.distance(to)}`);
    case 'contract':
      return msg('Tous les contrats');
    case 'since':
      return label(criterion, String(to ?? ''));
    case 'nature':
      return undefined;
    default:
      return msg(str`Sans le filtre « ${facetName(criterion)} »`);
  }
}

function adoptStyles({ adoptedStyleSheets }: ShadowRoot): void {
  const sheet = wideningStyles.styleSheet!;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
