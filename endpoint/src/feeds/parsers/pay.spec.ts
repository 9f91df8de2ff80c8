import { describe, expect, it } from 'vitest';
import type { Hours, Pay } from '../../contract/index.ts';
import { pay, payFigures, type PayParts } from './pay.ts';

describe('a pay text', () => {
  it.each([
    ['Mensuel de 1617,00 Euros à 2646,00 Euros', 1617, 2646, 'month'],
    ['Horaire de 11.88 Euros sur 12.0 mois', 11.88, undefined, 'hour'],
    ['Annuel de 21622.0 Euros à 25000.0 Euros sur 12.0 mois', 21622, 25000, 'year'],
    ['Mensuel de 2000.0 Euros sur 0.0 mois', 2000, undefined, 'month'],
    ['Mensuel de 1950,00 Euros sur 13 mois', 1950, undefined, 'month'],
    ['De 820€ à 1 823€ par mois', 820, 1823, 'month'],
    ['11.88 EUR per annum', 11.88, undefined, 'year'],
    ['1,5k€ par mois', 1500, undefined, 'month'],
    ['25-30 K€ par an', 25000, 30000, 'year'],
    ['25K€ à 30K€ brut annuel', 25000, 30000, 'year'],
    ['12,50 €/h', 12.5, undefined, 'hour'],
    ["12,10 € de l'heure", 12.1, undefined, 'hour'],
    ['1 900 € brut mensuel (35h) + primes de 150 €', 1900, undefined, 'month'],
    ['12.02 € brut / heure + 13ème mois + panier 7,30 €', 12.02, undefined, 'hour'],
    ['1 823,03 € - 2 100,00 € / mois', 1823.03, 2100, 'month'],
    ['de 2.000 à 2.400 euros par mois', 2000, 2400, 'month'],
    ['Mensuel de 1800 à 2000', 1800, 2000, 'month'],
    ['35 h/semaine, 1 850 € par mois', 1850, undefined, 'month'],
    ['12 €/h soit 1 820 € par mois', 12, undefined, 'hour'],
    ['1 820 € par mois pour 35 heures', 1820, undefined, 'month'],
    ['TJM 350 €', 350, undefined, 'day'],
    ['1 850 € x 13 mois, mensuel', 1850, undefined, 'month'],
    ['Entre 1 900 et 2 100 euros bruts par mois', 1900, 2100, 'month'],
    ['EUR 28000 par an', 28000, undefined, 'year'],
  ])('%j is read', (text, min, max, period) => {
    expect(payFigures(text)).toEqual({ min, period, ...(max !== undefined && { max }) });
  });

  it('names an upper bound alone with "jusqu\'à"', () => {
    expect(payFigures("Jusqu'à 2 500 € par mois")).toEqual({ max: 2500, period: 'month' });
  });

  it.each([
    'Annuel de',
    'A négocier',
    'Selon profil et expérience',
    'SMIC',
    'Grille indiciaire, indice 367',
    '60 % du SMIC',
    '1 500 € net par mois',
    '3 000 CHF par mois',
    '35 heures',
    '',
  ])('%j holds no gross euros', (text) => {
    expect(payFigures(text)).toEqual({});
  });
});

describe('pay as it is shown', () => {
  it.each<[string, PayParts, Hours, Pay | undefined]>([
    ['an hour', { text: '12 €/h' }, {}, { text: '12 €/h', min: 12, period: 'hour', comparable: 1820.04 }],
    [
      'a year',
      { text: '24 000 € par an' },
      {},
      { text: '24 000 € par an', min: 24000, period: 'year', comparable: 2000 },
    ],
    [
      'part time with hours is scaled',
      { text: '1 000 € par mois' },
      { time: 'part', weekly: 17.5 },
      { text: '1 000 € par mois', min: 1000, period: 'month', comparable: 2000 },
    ],
    [
      'part time without hours is not compared',
      { text: '1 300 € par mois' },
      { time: 'part' },
      { text: '1 300 € par mois', min: 1300, period: 'month' },
    ],
    [
      'a day is not compared',
      { text: '200 € par jour' },
      {},
      { text: '200 € par jour', min: 200, period: 'day' },
    ],
    ['a wrong period stays text', { text: '11.88 EUR per annum' }, {}, { text: '11.88 EUR per annum' }],
    ['a low month stays text', { text: '820 € par mois' }, {}, { text: '820 € par mois' }],
    ['a high hour stays text', { text: '1 900 € / heure' }, {}, { text: '1 900 € / heure' }],
    [
      'a range with one bad end stays text',
      { text: 'De 820€ à 1 823€ par mois' },
      {},
      { text: 'De 820€ à 1 823€ par mois' },
    ],
    ['no period stays text', { text: '2 000 €' }, {}, { text: '2 000 €' }],
    ['a turned range stays text', { text: '2500 à 2000 € par mois' }, {}, { text: '2500 à 2000 € par mois' }],
    ['words stay', { text: 'A négocier' }, {}, { text: 'A négocier' }],
    [
      'parts',
      { min: 1900, max: 2100, period: 'month', currency: 'EUR' },
      {},
      { min: 1900, max: 2100, period: 'month', comparable: 1900 },
    ],
    [
      'equal bounds are one',
      { min: 1900, max: 1900, period: 'month' },
      {},
      { min: 1900, period: 'month', comparable: 1900 },
    ],
    [
      'a number with the period beside it',
      { text: '1850', period: 'month' },
      {},
      { min: 1850, period: 'month', comparable: 1850 },
    ],
    [
      'implausible parts become words',
      { min: 11.88, max: 13, period: 'year' },
      {},
      { text: '11,88 à 13 EUR par an' },
    ],
    [
      'other money becomes words',
      { min: 4000, period: 'month', currency: 'CHF' },
      {},
      { text: '4\u202f000 CHF par mois' },
    ],
    [
      'an upper bound alone is not compared',
      { max: 2500, period: 'month' },
      {},
      { max: 2500, period: 'month' },
    ],
    ['nothing', {}, {}, undefined],
    ['a number and its currency', { text: '25000', currency: 'EUR' }, {}, { text: '25\u202f000 EUR' }],
    ['a number alone, which may be a grade', { text: '367' }, {}, undefined],
    [
      'a number beside the bounds',
      { text: '1900', min: 1900, period: 'month' },
      {},
      { min: 1900, period: 'month', comparable: 1900 },
    ],
    ['a zero', { text: '0' }, {}, undefined],
    ...[
      'Horaire de',
      'Annuel de',
      'Mensuel de Euros',
      'Mensuel de 0,00 Euros',
      'Salaire : € brut / mois',
      'De € à € par mois',
      'Horaire de Euros sur 12.0 mois',
      '-',
    ].map((cut): [string, PayParts, Hours, undefined] => [`no text of ${cut}`, { text: cut }, {}, undefined]),
    ...['SMIC', 'Selon profil', 'Grille indiciaire', 'A négocier'].map(
      (words): [string, PayParts, Hours, Pay] => [`the words ${words}`, { text: words }, {}, { text: words }],
    ),
  ])('%s', (_, parts, hours, expected) => {
    expect(pay(parts, hours)).toEqual(expected);
  });

  it('is shortened to 120 characters', () => {
    expect(pay({ text: 'selon profil '.repeat(30) })!.text).toHaveLength(120);
  });
});
