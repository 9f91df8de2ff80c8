import { describe, expect, it } from 'vitest';
import { tellingDifference } from './telling.ts';
import { differences, foldedWords } from './words.ts';

const differ = (a: string, b: string) =>
  tellingDifference(
    differences(
      foldedWords(`Vous entretenez le parc ${a} avec notre équipe`),
      foldedWords(`Vous entretenez le parc ${b} avec notre équipe`),
    ),
  );

describe('tellingDifference', () => {
  it.each([
    ['du matin', 'du soir'],
    ['pendant trois mois', 'pendant six mois'],
    ['muni du CACES 1', 'muni du CACES 3'],
    ['titulaire d’un CAP', 'titulaire d’un brevet'],
    ['communal', 'communal le week-end'],
  ])('sees another job in "%s" beside "%s"', (a, b) => {
    expect(differ(a, b)).toBe(true);
  });

  it.each([
    ['communal', 'municipal'],
    ['le dimanche', 'le dimanches'],
    ['recherche bac pro technicien', 'recherché(e) bac pro technicienne'],
    ['sous la référence 8841207', 'sous la référence 991203'],
    ['communal', 'communal. Le matin vous préparez le matériel et vous chargez les deux camions de la régie'],
  ])('sees none in "%s" beside "%s"', (a, b) => {
    expect(differ(a, b)).toBe(false);
  });
});
