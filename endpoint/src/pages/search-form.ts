import { html } from 'ghtml';
import type { CompiledBoard } from '../boards/board.ts';
import {
  type Board,
  type ClosedFacet,
  FACET_WORDS,
  type OffersAnswer,
  type OffersQuery,
  PAY_BANDS,
  PAY_BOUNDS_EUR,
  SINCE_DAYS,
  UNSTATED,
} from '../contract/index.ts';
import { boardPath, listPath } from './address.ts';
import { FACET_NAMES, wordName } from './facet-names.ts';

/** Filters behind the fold, in the order in which residents look for them. */
const FOLDED = ['hours', 'schedule', 'experience', 'pay', 'remote', 'disabled'] as const;
/** Filters that an address can bring along and that have no field. */
const KEPT = ['nature', 'trade', 'sector', 'commune', 'employer', 'partner'] as const;

/** A value and the words that stand for it. */
type Choice = readonly [value: string, text: string];

/** The search as a GET form; the rarer filters are folded until one of them is on. */
export function searchForm(
  board: CompiledBoard,
  { radius }: Board,
  query: OffersQuery,
  answer: OffersAnswer,
): string {
  const place = answer.place?.name ?? query.place;
  const distances = radius.steps.map((step): Choice => [
    String(step),
    step === 0 ? 'La commune seule' : `${step} km alentour`,
  ]);
  const dates: Choice[] = [
    ['', 'Toutes les dates'],
    ...SINCE_DAYS.map((days): Choice => [String(days), days === 1 ? '1 jour' : `${days} jours`]),
  ];
  return html`<form method="get" action="${boardPath(board)}" role="search">
<div><label for="q">Métier ou mot-clé</label><input id="q" name="q" type="search" maxlength="200" value="${query.q}"></div>
<div><label for="place">Commune ou code postal</label><input id="place" name="place" maxlength="100" value="${place}"></div>
!${field('radius', 'Distance', distances, String(query.radius ?? radius.default))}
!${filter('contract', query)}
!${field('since', 'Publiée depuis', dates, String(query.since ?? ''))}
!${folded(query)}!${kept(board, query)}<div><button>Rechercher</button></div>
</form>`;
}

function folded(query: OffersQuery): string {
  const on = FOLDED.filter((facet) => query[facet] !== undefined).length;
  const said = on === 0 ? '' : on === 1 ? ', 1 choisi' : `, ${on} choisis`;
  return html`<details!${on > 0 ? ' open' : ''}><summary>Plus de filtres${said}</summary><div>
!${FOLDED.map((facet) => filter(facet, query))}
</div></details>
`;
}

/** Says which filters an address brought along, with a way to take each off. */
function kept(board: CompiledBoard, query: OffersQuery): string {
  const lines = KEPT.filter((facet) => query[facet] !== undefined).map((facet) => {
    const href = listPath(board, { ...query, page: 1, [facet]: undefined });
    return html`<p class="kept"><input type="hidden" name="${facet}" value="${query[facet]}">${FACET_NAMES[facet]} : choix limité. <a href="${href}">Enlever ce filtre</a></p>
`;
  });
  return lines.join('');
}

function filter(facet: ClosedFacet, query: OffersQuery): string {
  const words: readonly string[] = FACET_WORDS[facet];
  const choices: Choice[] =
    facet === 'pay' ? payChoices() : words.map((word) => [word, wordName(facet, word)]);
  const chosen = query[facet] ?? '';
  if (chosen !== '' && !choices.some(([value]) => value === chosen)) {
    const names = chosen.split(',').map((word) => wordName(facet, word));
    choices.push([chosen, names.join(', ')]);
  }
  return field(facet, FACET_NAMES[facet], [['', 'Indifférent'], ...choices], chosen);
}

/** "À partir de 2 500 €" is all bands from there on. */
function payChoices(): Choice[] {
  const bands = PAY_BANDS.slice(1, -1);
  return [
    ...PAY_BOUNDS_EUR.map((bound, index): Choice => [
      bands.slice(index).join(','),
      `À partir de ${bound.toLocaleString('fr-FR')} €`,
    ]),
    [UNSTATED, wordName('pay', UNSTATED)],
  ];
}

function field(name: string, label: string, choices: readonly Choice[], chosen: string): string {
  const options = choices.map(
    ([value, text]) => html`<option value="${value}"!${value === chosen ? ' selected' : ''}>${text}</option>`,
  );
  return html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}">!${options}</select></div>
`;
}
