import { describe, expect, it } from 'vitest';
import { analyse, analyseQuery } from './analyse.ts';
import { cleanTitle } from './title.ts';

describe('the tokens of a title', () => {
  it.each([
    ['Infirmier(ère) H/F', 'infirmier ide'],
    ['Vendeur·se / caissier·ère (F/H)', 'vendeur caissier hote caisse'],
    ['Chargé-e d’affaires', 'charge affaire'],
    ['SERVEUR/SERVEUSE', 'serveur'],
    ["Agent(e)s d'entretien", 'agent entretien'],
    ['Directeur-trice de crèche', 'directeur creche'],
    ['Poseur F - H', 'poseur'],
    ['Œuvres d’été à l’hôtel', 'oeuvre ete hotel'],
    ['Développeur C++ / C# / .NET', 'developpeur dev cplusplu csharp dotnet'],
    ['Conseiller (ère) / Acheteu·r·se', 'conseiller acheteur'],
    ['Éducateur⸱trice, intervenant·e·x', 'educateur intervenant'],
    ['Chef(fe) ou ambassadeur/drice', 'chef ambassadeur'],
    ['Coordinateur Île-de-France', 'coordinateur ile france'],
  ])('%s are %s', (title, tokens) => {
    expect(analyse(title, 'name').toSorted()).toEqual(tokens.split(' ').toSorted());
  });

  it('meet an abbreviation and its words from both sides', () => {
    expect(analyse('Conducteur PL', 'name')).toEqual(['conducteur', 'pl', 'poids', 'lourd']);
    expect(analyse('Chauffeurs poids lourds', 'name')).toContain('pl');
    expect(analyse('Aide-soignante', 'name')).toContain('as');
    expect(analyse('Hôtesse de caisse', 'name')).toContain('caissier');
    expect(analyse('ATSEM', 'name')).toEqual(expect.arrayContaining(['ecole', 'maternel']));
  });

  it('hold letters and digits only, whatever comes in', () => {
    const text = 'a\0b \ud800 "*^-NEAR( 🦄 عامل çà_et-là';

    for (const token of analyse(text, 'text')) expect(token).toMatch(/^[\p{L}\p{N}]+$/u);
  });
});

it('takes an abbreviation in a text only in capitals', () => {
  expect(analyse('tu as le sens du contact', 'text')).not.toContain('soignant');
  expect(analyse('diplôme AS exigé', 'text')).toContain('soignant');
});

it('leaves the names of employers as they are', () => {
  expect(analyse('La Poste', 'employer')).toEqual(['la', 'poste']);
  expect(analyse("Boulangère d'Artois", 'employer')).toEqual(['boulangere', 'artois']);
});

describe('a query', () => {
  const tokens = (query: string) => analyseQuery(query).terms.map((term) => term.tokens.join('|'));

  it('means the same as the title that it is looking for', () => {
    expect(tokens('infirmière')).toEqual(['infirmier']);
    expect(tokens("recherche poste d'aide-soignantes H/F")).toEqual(['aide', 'soignant']);
  });

  it('keeps a hiring word where nothing else is said', () => {
    expect(tokens('la poste')).toEqual(['poste']);
    expect(tokens('poste de vendeur')).toEqual(['vendeur']);
    expect(tokens('poste à pourvoir : vendeur')).toEqual(['vendeur']);
  });

  it('has no term where nothing can be searched for', () => {
    for (const query of ['', '🦄', 'de la', '"*^(', '\ud800'])
      expect(analyseQuery(query)).toEqual({ terms: [], cut: false });
  });

  it('continues its last word, but no whole abbreviation', () => {
    expect(analyseQuery('agent d’entret').terms.map((term) => term.starts?.token)).toEqual([
      undefined,
      'entret',
    ]);
    expect(analyseQuery('PL').terms[0]!.starts).toBeUndefined();
  });

  it('is cut to 200 characters and 10 terms, and says so', () => {
    const long = Array.from({ length: 12 }, (_, index) => `mot${index}`).join(' ');

    expect(analyseQuery(long)).toMatchObject({ cut: true, terms: { length: 10 } });
    expect(analyseQuery('x'.repeat(201)).cut).toBe(true);
    expect(analyseQuery(','.repeat(10_000)).terms).toEqual([]);
    expect(analyseQuery('x'.repeat(200)).cut).toBe(false);
  });
});

it.each([
  ['URGENT - Vendeur(se) H/F (62) CDI', 'Vendeur'],
  ["AGENT D'ENTRETIEN H/F", "Agent d'entretien"],
  ['Infirmier(ère) de nuit - CDD 6 mois', 'Infirmier de nuit'],
  ['Recherche boulanger', 'Boulanger'],
  ['H/F', 'H/F'],
])('shows the title %s as %s', (title, clean) => {
  expect(cleanTitle(title)).toBe(clean);
});

it.each([
  ['INFIRMIER DE NUIT H/F - Saint-Omer', 'Infirmier de nuit'],
  ['Vendeur - SAINT OMER (62)', 'Vendeur'],
  ['Cariste H/F - CDI - Arques', 'Cariste'],
  ['Guide à Saint-Omer', 'Guide à Saint-Omer'],
  ['Chef de rang - Lille', 'Chef de rang - Lille'],
])('takes the offer’s own place off the end of "%s"', (title, clean) => {
  expect(cleanTitle(title, ['Saint-Omer', 'Arques'])).toBe(clean);
});
