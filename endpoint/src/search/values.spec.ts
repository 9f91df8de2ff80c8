import { describe, expect, it } from 'vitest';
import { SCHEDULE_WORDS } from '../contract/vocabulary.ts';
import {
  employerValue,
  experienceWord,
  keyOf,
  payBand,
  scheduleWords,
  sectorValue,
  tradeValue,
} from './values.ts';

describe('the key of a label', () => {
  it('is shared by its spellings', () => {
    const spellings = [
      'Mairie de Saint-Omer',
      'MAIRIE DE SAINT OMER',
      ' mairie  de saint—omer. ',
      'Maïrie de Saint-Ómer',
    ];

    expect(new Set(spellings.map(keyOf))).toEqual(new Set(['mairie-de-saint-omer']));
    expect(keyOf('Cœur & Œuvre')).toBe(keyOf('COEUR ET OEUVRE').replace('-et', ''));
  });

  it('is a value of an address', () => {
    for (const label of [
      'Vendeurs & Cie',
      'L’Étoile, du Nord',
      'بائع',
      'a'.repeat(200),
      `${'é '.repeat(79)}`,
    ]) {
      expect(keyOf(label), label).toMatch(/^[\p{L}\p{N}.:-]{1,80}$/u);
    }
    expect(keyOf('?! \0\ud800')).toBe('');
  });

  it('is never the word of those who say nothing', () => {
    expect(keyOf('Unstated')).not.toBe('unstated');
  });
});

describe('the value of a label', () => {
  it('is its code where that is one of the nomenclature', () => {
    expect(tradeValue({ trade: { code: 'J1506', label: ' Soins  infirmiers ' } })).toEqual({
      value: 'J1506',
      label: 'Soins infirmiers',
    });
    expect(tradeValue({ trade: { code: 'inf', label: 'Infirmier' } })?.value).toBe('infirmier');
    expect(sectorValue({ sector: { code: '87.10A', label: 'Hébergement' } })?.value).toBe('87.10A');
    expect(employerValue({ employer: { name: 'La Poste' } })).toEqual({
      value: 'la-poste',
      label: 'La Poste',
    });
  });

  it('is absent where nothing is said', () => {
    expect(tradeValue({})).toBeUndefined();
    expect(employerValue({ employer: { name: ' – ' } })).toBeUndefined();
  });
});

describe('a schedule', () => {
  it('in the words of the feeds gives those of the filter', () => {
    const parsed = 'journée,matin,soirée,nuit,week-end,équipes,horaires décalés,avec coupure'.split(',');

    expect(parsed.flatMap((text) => scheduleWords([text]))).toEqual(SCHEDULE_WORDS.slice(0, -1));
    expect(scheduleWords(parsed)).toEqual(SCHEDULE_WORDS.slice(0, -1));
  });

  it('that nobody understands is unstated', () => {
    expect([scheduleWords(undefined), scheduleWords([]), scheduleWords(['selon planning'])]).toEqual(
      Array.from({ length: 3 }, () => ['unstated']),
    );
  });
});

describe('the experience asked for', () => {
  it.each([
    [
      'beginner',
      [
        'Débutant accepté',
        'Débutants acceptés',
        'sans expérience',
        'Aucune expérience',
        '0 à 1 an',
        'Expérience non exigée',
      ],
    ],
    [
      'under-3',
      [
        '1 an',
        'De 1 à 7 ans',
        "Moins d'un an",
        '6 mois',
        'deux ans',
        '2 An(s)',
        '1 à 3 ans',
        'moins de 5 ans',
        '1-3 years',
      ],
    ],
    [
      'from-3',
      [
        '3 ans',
        'Plus de 7 ans',
        '36 mois',
        'cinq ans minimum',
        '5 à 10 années',
        'Débutant non accepté, 4 ans',
      ],
    ],
    ['unstated', [undefined, '', 'Expérience exigée', 'profil confirmé', 'bac +2', 'Débutants s’abstenir']],
  ])('is %s', (word, texts) => {
    for (const text of texts) expect(experienceWord(text), text).toBe(word);
  });
});

describe('a pay band', () => {
  it('begins with its lower bound', () => {
    expect([undefined, 0, 1999.99, 2000, 2499, 2500, 3000, 4000, 90_000].map(payBand)).toEqual(
      'unstated,under-2000,under-2000,2000-2500,2000-2500,2500-3000,3000-4000,from-4000,from-4000'.split(','),
    );
  });
});
