import { expect, it } from 'vitest';
import type { CountQuery, UnderstoodPlace } from '../contract/index.ts';
import { ofCommune, searchTitle } from './title.ts';

const ARQUES: UnderstoodPlace = { asked: 'arques', found: true, name: 'Arques', insee: '62040' };

it.each<[CountQuery, Parameters<typeof searchTitle>[0] | object, string]>([
  [{}, {}, 'Offres d’emploi'],
  [{ q: ' infirmier ' }, { place: ARQUES, radius: 20 }, 'Offres d’emploi : infirmier, à 20 km d’Arques'],
  [{}, { place: ARQUES, radius: 0 }, 'Offres d’emploi : à Arques'],
  [{}, { place: { asked: 'x', found: false } }, 'Offres d’emploi'],
  [
    {},
    { place: { asked: '62', found: true, name: 'Pas-de-Calais', department: '62' } },
    'Offres d’emploi : Pas-de-Calais (62)',
  ],
  [
    {},
    { place: { asked: '50.7,2.2', found: true, point: [50.7, 2.2] }, radius: 5 },
    'Offres d’emploi : à 5 km d’un point',
  ],
  [{ contract: 'cdi,cdd', hours: 'part' }, {}, 'Offres d’emploi : CDI ou CDD, Temps partiel'],
  [{ hours: 'unstated' }, {}, 'Offres d’emploi : Temps de travail : non précisé'],
  [
    { trade: 'J1502,X0' },
    { facets: { trade: [{ value: 'J1502', total: 3, label: 'Soins infirmiers' }] } },
    'Offres d’emploi : Soins infirmiers ou X0',
  ],
  [{ since: 1 }, {}, 'Offres d’emploi : publiées depuis 1 jour'],
  [{ since: 7 }, {}, 'Offres d’emploi : publiées depuis 7 jours'],
])('%j with %j is %j', (query, understood, title) => {
  expect(searchTitle({ ...understood, query })).toBe(title);
});

it.each([
  ['Arques', 'd’Arques'],
  ['Éperlecques', 'd’Éperlecques'],
  ['Hazebrouck', 'd’Hazebrouck'],
  ['Lille', 'de Lille'],
  ['Le Touquet-Paris-Plage', 'du Touquet-Paris-Plage'],
  ['Les Attaques', 'des Attaques'],
  ['La Rochelle', 'de La Rochelle'],
  ['Lens', 'de Lens'],
])('%s gives %s', (name, said) => {
  expect(ofCommune(name)).toBe(said);
});
