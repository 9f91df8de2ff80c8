const set = (words: string) => new Set(words.trim().split(/\s+/));

const FUNCTION_WORDS = set(`
  a au aux avec ce ces cet cette chez d dans de des du elle en est et eux il ils je l la le les leur leurs ma mais
  mes mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses sont sous sur ta te tes ton tu un une
  vos votre vous y j m t
  the of and for in to
`);

const HIRING_WORDS = set(`
  h f x hf fh hfx recherche recherches recherchons recherchee recherchent recrute recrutons recrutement recrutements
  recrutent cherche cherchons cherchent embauche embauchons embauches poste postes pourvoir emploi emplois metier metiers
  offre offres job jobs travail boulot annonce annonces urgent urgente opportunite opportunites candidature candidatures
`);

/** A word that only joins others ("de", "la"). It is not indexed outside of employers' names. */
export function isFunctionWord(folded: string): boolean {
  return FUNCTION_WORDS.has(folded);
}

/** A word that nearly every offer says of itself ("recherche", "poste"): a query drops it where others remain. */
export function isHiringWord(folded: string): boolean {
  return HIRING_WORDS.has(folded);
}
