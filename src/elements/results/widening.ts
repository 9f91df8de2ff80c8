import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { chosenOf, filtersOn, UNSTATED, type Facet } from '../../board/criteria.ts';
import type { Criteria, Loosening, SearchState } from '../../board/state.ts';
import type { Formats } from '../../shared/format.ts';
import { choiceLabel, facetName } from '../filters/choices.ts';
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
  ask(change: Partial<Criteria>): void;
}

/** A button for each value that can be taken away, and one for all where there are several. */
function chips({ state, locked, format, root, ask }: Widened): TemplateResult[] {
  adoptStyles(root);
  const { criteria } = state;
  const on = filtersOn(criteria, locked);
  const communes = on.filter(([facet]) => facet === 'commune').length;
  const chips = on
    .filter(([facet]) => facet !== 'commune' || communes <= MOST_COMMUNES)
    .map(([facet, value]) => {
      const rest = chosenOf(criteria, facet).filter((other) => other !== value);
      const label = chipLabel(facet, value, state, format);
      return chip(label, () => ask({ [facet]: rest.length ? rest : undefined }));
    });
  if (communes > MOST_COMMUNES) {
    const label = format.plural(msg('# commune choisie|# communes choisies'), communes);
    chips.push(chip(label, () => ask({ commune: undefined })));
  }
  if (on.length > 1) {
    const none = Object.fromEntries(on.map(([facet]) => [facet, undefined])) as Partial<Criteria>;
    chips.push(html`<button part="clear" @click=${() => ask(none)}>${msg('Tout effacer')}</button>`);
  }
  return chips;
}

function chip(label: string, takeAway: () => void): TemplateResult {
  return html`<button part="chip" class="chip" @click=${takeAway}>
    <span class="hidden">${msg('Retirer :')} </span>${label} ${closeIcon}
  </button>`;
}

/** A value that says by itself what it is about. */
function chipLabel(facet: Facet, value: string, state: SearchState, format: Formats): string {
  const label = choiceLabel(facet, value, state, format);
  return value === UNSTATED && facet !== 'contract'
    ? msg(str`${facetName(facet)} : ${label.toLowerCase()}`)
    : label;
}

/** What finds something where a search found nothing, with counts; nothing where the endpoint knows no way. */
function loosening({ state, locked, format, root, ask }: Widened): TemplateResult | typeof nothing {
  adoptStyles(root);
  const ways = state.loosen.flatMap((way) => {
    const isLocked = (locked as ReadonlySet<string>).has(way.criterion);
    const label = isLocked ? undefined : looseningLabel(way, state, format);
    return label ? [{ ...way, label }] : [];
  });
  if (!ways.length) return nothing;
  return html`<p>${msg('Pour en trouver, élargissez la recherche :')}</p>
    <ul>
      ${ways.map(
        ({ criterion, to, total, label }) =>
          html`<li>
            <button part="loosen" @click=${() => ask({ [criterion]: to })}>
              ${label}
              <span class="label">${format.plural(msg('# offre|# offres'), total)}</span>
            </button>
          </li>`,
      )}
    </ul>`;
}

/** What is loaded where a search is narrow. */
export const widening = { chips, loosening } as const;

/** What a way to loosen the search is called; undefined for one that makes no sense. */
function looseningLabel(
  { criterion, to }: Loosening,
  state: SearchState,
  format: Formats,
): string | undefined {
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
      return to === undefined ? msg('Toutes les dates') : choiceLabel(criterion, String(to), state, format);
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
