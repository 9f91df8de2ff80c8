import type { Difference } from './words.ts';

const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Words of a title that make another post of it. */
const TITLE_WORDS = set(`
  chef responsable second adjoint assistant aide apprenti alternant alternance stagiaire stage directeur manager
  superviseur coordinateur coordonnateur referent lead junior senior remplacant remplacement vacataire etudiant extra
  formateur encadrant gouvernant maitre nuit jour soir soiree matin week weekend dimanche samedi itinerant national
  international
`);
/** What the nature of a contract already says. */
const NATURE_WORDS = set('apprenti alternant alternance apprentissage');

/** "Adjoint technique" is a grade of the territorial civil service, which town halls put beside the trade. */
const GRADES = ['technique', 'administratif', 'territorial', 'animation', 'patrimoine'];

/** Words of a text that make another job of it: when, how long, at which level. */
const TEXT_WORDS = set(`
  nuit nuits jour journee matin matins matinee soir soirs soiree apres midi week weekend weekends
  lundi mardi mercredi jeudi vendredi samedi samedis dimanche dimanches
  janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
  printemps ete automne hiver noel vacances
  deux trois quatre cinq six sept huit neuf dix douze quinze vingt trente
  cap bep bac bp brevet bts but licence master ingenieur debutant debutants experience
  cdi cdd interim saisonnier stage apprentissage alternance remplacement permanent temporaire
  chef responsable assistant adjoint apprenti directeur
`);
/** A longer passage that only one side has is a sentence left out or put in, not a fact that was changed. */
const LONGEST_CHANGE = 7;
/** Words that begin with so many equal letters are one word. */
const SPELLED_ALIKE = 5;

/** Whether the words that only one of two titles has make another post of it. */
export function tellingTitles(a: ReadonlySet<string>, b: ReadonlySet<string>, sameNature: boolean): boolean {
  const telling = (word: string, title: ReadonlySet<string>) =>
    TITLE_WORDS.has(word) &&
    !(sameNature && NATURE_WORDS.has(word)) &&
    !(word === 'adjoint' && GRADES.some((grade) => title.has(grade)));
  for (const word of a) if (!b.has(word) && telling(word, a)) return true;
  for (const word of b) if (!a.has(word) && telling(word, b)) return true;
  return false;
}

/**
 * Whether two texts differ in what matters: a figure, a time of day or week, a month, a diploma or a level stands on
 * one side where the other has something else. A text that is cut, or that has a sentence more, differs in nothing.
 */
export function tellingDifference(found: readonly Difference[]): boolean {
  return found.some(({ a, b, atEnd }) => {
    if (a.length === 0 || b.length === 0) return !atEnd && isChange(a.length === 0 ? b : a);
    if (atEnd && Math.max(a.length, b.length) > LONGEST_CHANGE) return false;
    return tellsBeside(a, b) || tellsBeside(b, a);
  });
}

/** A typo that was corrected, or a plural, changes nothing: "dimanche" beside "dimanches". */
function tellsBeside(words: readonly string[], others: readonly string[]): boolean {
  const spelledAlike = (word: string, other: string) =>
    word === other ||
    (word.length >= SPELLED_ALIKE && word.slice(0, SPELLED_ALIKE) === other.slice(0, SPELLED_ALIKE));
  return words.some((word) => isTelling(word) && !others.some((other) => spelledAlike(word, other)));
}

function isChange(words: readonly string[]): boolean {
  return words.length <= LONGEST_CHANGE && words.some(isTelling);
}

/** References and postcodes are figures, too, but tell two copies apart, not two jobs. */
function isTelling(word: string): boolean {
  if (TEXT_WORDS.has(word)) return true;
  return /\p{N}/u.test(word) && word.length < 5;
}
