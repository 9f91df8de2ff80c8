import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Criteria, Loosening, SearchState } from '../../board/state.ts';
import type { Formats } from '../../shared/format.ts';
import { icon } from '../icons.ts';
import { contractLabel } from '../words.ts';
import { wideningStyles } from './widening.styles.ts';

const closeIcon = icon('M7 7l10 10M17 7 7 17');

/** What the list lends to those who widen its search. */
export interface Widened {
  readonly state: SearchState;
  readonly locked: ReadonlySet<keyof Criteria>;
  readonly format: Formats;
  readonly root: ShadowRoot;
  ask(change: Partial<Criteria>): void;
}

/** A button for each criterion that can be taken away. */
function chips({ state, locked, format, root, ask }: Widened): TemplateResult[] {
  adoptStyles(root);
  const { contract = [], commune, since } = state.criteria;
  const chips: [string, Partial<Criteria>][] = [];
  if (!locked.has('contract')) {
    for (const word of contract) {
      const rest = contract.filter((other) => other !== word);
      chips.push([contractLabel(word), { contract: rest.length ? rest : undefined }]);
    }
  }
  if (commune && !locked.has('commune')) {
    const label = format.plural(msg('# commune choisie|# communes choisies'), commune.length);
    chips.push([label, { commune: undefined }]);
  }
  if (since && !locked.has('since')) chips.push([sinceLabel(since, format), { since: undefined }]);
  return chips.map(
    ([label, change]) =>
      html`<button part="chip" class="chip" @click=${() => ask(change)}>
        <span class="hidden">${msg('Retirer :')} </span>${label} ${closeIcon}
      </button>`,
  );
}

/** What finds something where a search found nothing, with counts; nothing where the endpoint knows no way. */
function loosening({ state, locked, format, root, ask }: Widened): TemplateResult | typeof nothing {
  adoptStyles(root);
  const ways = state.loosen.flatMap((way) => {
    const label = (locked as ReadonlySet<string>).has(way.criterion)
      ? undefined
      : looseningLabel(way, state.criteria, format);
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

/** What a way to loosen the search is called; undefined for a criterion that this version does not know. */
function looseningLabel(
  { criterion, to }: Loosening,
  criteria: Criteria,
  format: Formats,
): string | undefined {
  switch (criterion) {
    case 'q':
      return msg(str`Sans « ${criteria.q ?? ''} »`);
    case 'place':
      return msg('Partout sur le territoire');
    case 'radius':
      return to === undefined ? undefined : msg(str`Jusqu’à ${format.distance(to)}`);
    case 'contract':
      return msg('Tous les contrats');
    case 'since':
      return to === undefined ? msg('Toutes les dates') : sinceLabel(to, format);
    default:
      return undefined;
  }
}

/** "Depuis 7 jours". */
function sinceLabel(days: number, format: Formats): string {
  return format.plural(msg('Depuis # jour|Depuis # jours'), days);
}

function adoptStyles({ adoptedStyleSheets }: ShadowRoot): void {
  const sheet = wideningStyles.styleSheet!;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
