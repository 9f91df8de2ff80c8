import { describe, expect, it } from 'vitest';
import { withoutContacts } from './contacts.ts';

function setup(text: string) {
  const count = { emails: 0, phones: 0 };
  return { kept: withoutContacts(`avant ${text} après`, count), count };
}

describe('an e-mail address is left out of a text and counted', () => {
  it.each([
    'rh@exemple.fr',
    'prenom.nom@mairie-arques.fr',
    'Prénom.Nom+emploi@sous.domaine.exemple.com',
    'mailto:rh@exemple.fr',
    'prenom.nom (at) ville.fr',
    'prenom.nom(at)ville.fr',
    'prenom.nom [at] ville.fr',
    'prenom.nom [arobase] ville [point] fr',
    'prenom.nom {at} ville (dot) fr',
    'prenom.nom arobase ville point fr',
    'prenom.nom at ville dot fr',
    'prenom.nom @ ville.fr',
    'prenom.nom @ ville . fr',
    'prenom.nom[@]ville.fr',
    'éloïse@exemple.fr',
  ])('%s', (address) => {
    expect(setup(address)).toEqual({ kept: 'avant après', count: { emails: 1, phones: 0 } });
  });
});

describe('a phone number is left out of a text and counted', () => {
  it.each([
    '0321384567',
    '03 21 38 45 67',
    '06.12.34.56.78',
    '03-21-38-45-67',
    '03/21/38/45/67',
    '06 - 12 - 34 - 56 - 78',
    '06 123 456 78',
    '0612 345 678',
    '0 612 345 678',
    '(03) 21 38 45 67',
    '+33 3 21 38 45 67',
    '+33 (0)3 21 38 45 67',
    '+33(0)321384567',
    '+33.3.21.38.45.67',
    '+33-6-12-34-56-78',
    '(+33) 6 12 34 56 78',
    '0033 6 12 34 56 78',
    '+32 2 555 12 12',
    '+44 20 7946 0958',
  ])('%s', (number) => {
    expect(setup(number)).toEqual({ kept: 'avant après', count: { emails: 0, phones: 1 } });
  });

  it('also right behind an abbreviation', () => {
    expect(setup('Tél.03 21 38 45 67').count.phones).toBe(1);
  });
});

describe('what is no contact stays', () => {
  it.each([
    'le 01/02/2026 08:30',
    'du 01-02-2026 au 05-03-2026 20 postes',
    'à 2 at 3 points',
    'Réf. 12345678901234',
    '1 900 € x 13 mois',
    'SIRET 123 456 789 00012',
    '35 h, de 08h00 à 16h30',
    '@exemple',
    'C@fé',
    'site www.exemple.fr',
    '62500 Saint-Omer',
    'de 2026 à 2030',
  ])('%s', (text) => {
    expect(setup(text)).toEqual({ kept: `avant ${text} après`, count: { emails: 0, phones: 0 } });
  });
});
