import { msg } from '@lit/localize';
import type { Facet } from '../../board/criteria.ts';

/** What residents call what they narrow a search by. */
export function facetName(facet: Facet): string {
  const names: Readonly<Record<Facet, string>> = {
    contract: msg('Contrat'),
    since: msg('Date de publication'),
    hours: msg('Temps de travail'),
    pay: msg('Salaire brut mensuel'),
    experience: msg('Expérience'),
    schedule: msg('Horaires'),
    remote: msg('Télétravail'),
    disabled: msg('Handicap'),
    trade: msg('Métier'),
    sector: msg('Secteur'),
    commune: msg('Commune'),
    employer: msg('Employeur'),
    partner: msg('Site partenaire'),
  };
  return names[facet];
}
