import { msg, str } from '@lit/localize';
import { UNSTATED, type Facet } from '../../board/criteria.ts';
import type { SearchState } from '../../board/state.ts';
import type { Formats } from '../../shared/format.ts';
import { contractLabel } from '../words.ts';

/**
 * What residents call a value that they narrow a search by, an empty one for all; a value that neither this version
 * nor the answer knows is shown as it came. Loaded where somebody looks beyond contracts.
 */
export function choiceLabel(facet: Facet, value: string, state: SearchState, format: Formats): string {
  if (!value) return msg('Toutes les dates');
  if (facet === 'since') return format.plural(msg('Depuis # jour|Depuis # jours'), Number(value));
  if (facet === 'contract') return contractLabel(value);
  if (value === UNSTATED) return facet === 'pay' ? msg('Non précisé ou non comparable') : msg('Non précisé');
  if (facet === 'pay' || value.endsWith('-3')) {
    const [low, high] = value
      .split('-')
      .map((text) => (facet === 'pay' ? format.euros(Number(text)) : format.years(Number(text))));
    if (value.startsWith('under')) return msg(str`Moins de ${high}`);
    return value.startsWith('from') ? msg(str`${high} et plus`) : `${low} – ${high}`;
  }
  const words: Readonly<Partial<Record<Facet, Record<string, string>>>> = {
    hours: { full: msg('Temps plein'), part: msg('Temps partiel') },
    schedule: {
      day: msg('En journée'),
      morning: msg('Le matin'),
      evening: msg('Le soir'),
      night: msg('La nuit'),
      weekend: msg('Le week-end'),
      shifts: msg('En équipes'),
      irregular: msg('Horaires décalés'),
      split: msg('Avec coupure'),
    },
    experience: { beginner: msg('Débutant accepté') },
    remote: { partial: msg('Télétravail partiel'), full: msg('Télétravail complet') },
    disabled: { open: msg('Ouverte aux travailleurs handicapés'), adapted: msg('Entreprise adaptée') },
  };
  const counted = state.facets?.[facet]?.find((one) => one.value === value);
  const partner = state.board?.partners.find(({ id }) => facet === 'partner' && id === value);
  return words[facet]?.[value] ?? counted?.label ?? partner?.name ?? value;
}
