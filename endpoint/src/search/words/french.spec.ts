import { describe, expect, it } from 'vitest';
import { masculineSingular, sharedPrefix } from './french.ts';

const forms = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]);

describe('the masculine singular', () => {
  it.each(
    forms(`
    infirmieres:infirmier caissiere:caissier boulangere:boulanger bouchere:boucher conseilleres:conseiller
    vendeuse:vendeur serveuses:serveur coiffeuse:coiffeur directrice:directeur ambassadrice:ambassadeur
    technicienne:technicien electriciennes:electricien assistante:assistant agente:agent adjointe:adjoint
    chargee:charge employees:employe ingenieure:ingenieur commerciale:commercial commerciaux:commercial
    professionnelle:professionnel culturelle:culturel administrative:administratif francaise:francais
    hotesse:hote hotesses:hote cheffe:chef contremaitresse:contremaitre commise:commis apprentie:apprenti
    avocates:avocat maconne:macon humaines:humain travaux:travail lieux:lieu emplois:emploi eaux:eau
    heureuse:heureux serieuse:serieux plieuse:plieur photocopieuse:photocopieur montagneuse:montagneux
    diaconesse:diacre chasseresse:chasseur tisserande:tisserand cheminote:cheminot syndique:syndic ennemie:ennemi
    patronne:patron championne:champion lionne:lion lignarde:lignard foraine:forain souterraine:souterrain
    diamantine:diamantin clandestine:clandestin formelle:formel universelle:universel reelle:reel solennelle:solennel
    active:actif neuve:neuf directe:direct requise:requis petites:petit materiaux:materiau renvois:renvoi creee:cre`),
  )('of %s is %s', (form, expected) => {
    expect(masculineSingular(form)).toBe(expected);
  });

  it.each(
    'colonne fonctionne semaine domaine personne cantine garde dentelle parcelle forteresse puree tournee presse vente poids temps cours bois commis entree matiere carriere heure prix bus vis caces permis pays acces'.split(
      ' ',
    ),
  )('of %s is itself', (word) => {
    expect(masculineSingular(word)).toBe(word);
  });

  it('keeps different words apart', () => {
    const pairs = forms(
      'vente:vent plante:plan pointe:point carriere:carrier pente:pendre entree:entre heure:heur maree:mare semaine:semain regarde:regard commune:commun seconde:secondaire devienne:deviens conduite:conduit',
    );

    for (const [one, other] of pairs) expect(masculineSingular(one)).not.toBe(masculineSingular(other));
  });

  it('changes nothing the second time', () => {
    for (const word of [
      'vendeur',
      'infirmier',
      'directeur',
      'charge',
      'travail',
      'hote',
      'commercial',
      'agent',
    ]) {
      expect(masculineSingular(word)).toBe(word);
    }
  });
});

describe('a half-typed feminine', () => {
  it.each([
    'vendeuse',
    'directrice',
    'technicienne',
    'hotesse',
    'professionnelle',
    'commerciaux',
    'administrative',
    'patronne',
    'cheffe',
    'formelle',
    'mairesse',
  ])('of %s leads to the masculine at every letter', (word) => {
    const masculine = masculineSingular(word);
    for (let length = 2; length < word.length; length++) {
      const typed = word.slice(0, length);
      const found = masculine.startsWith(sharedPrefix(typed)) || masculineSingular(typed) === masculine;
      expect(found, typed).toBe(true);
    }
  });
});
