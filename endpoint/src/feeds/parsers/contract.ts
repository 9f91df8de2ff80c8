import type { Contract } from '../../contract/index.ts';
import {
  CONTRACT_KINDS,
  CONTRACT_NATURES,
  type ContractKind,
  type ContractNature,
} from '../../contract/vocabulary.ts';
import { fold } from './fold.ts';
import { months } from './months.ts';

/** Codes of France Travail's `typeContrat` that are no words: what they are in law. */
const CODES: Record<string, Partial<Contract>> = {
  mis: { kind: 'interim' },
  tti: { kind: 'interim' },
  sai: { kind: 'saisonnier' },
  din: { kind: 'cdi-interim' },
  lib: { kind: 'independant' },
  fra: { kind: 'independant' },
  cce: { kind: 'independant' },
  rep: { kind: 'independant' },
  ddi: { kind: 'cdd', nature: 'insertion' },
};

/** In this order: what is more precise comes first. */
const KINDS: [RegExp, ContractKind][] = [
  [/\bcdi[ -]?(?:de l')?\(?inter|\bcdii\b|inter\w*[ -]cdi\b|indeterminee \(?inter/, 'cdi-interim'],
  [
    /\bcdi\b|duree indeterminee|\bpermanent (?:contract|position)|(?:^|[,;/] ?)permanent(?:$| ?[,;/])|\brolling.contract/,
    'cdi',
  ],
  [/\bsaison|\bseasonal/, 'saisonnier'],
  [/\binterim|\btravail temp|\bmission d'interim|\btemp(?:orary)? (?:agency|work)\b/, 'interim'],
  [/\bcdd|duree determinee|\bfixed.term/, 'cdd'],
  [/\bstage\b|\bstagiaire|\bintern(?:ship)?\b/, 'stage'],
  [
    /\bfreelance|\bindependant|\bliberal|\bauto.?entrepreneur|\bfranchise|\bportage|\bagent commercial|\bcontractor\b|\bself.employed|\bnon salarie/,
    'independant',
  ],
];

/** "Alternance" alone counts as an apprenticeship, which four of five such contracts are. */
const NATURES: [RegExp, ContractNature][] = [
  [/\bprofessionnali[sz]ation|\bcontrat pro\b/, 'professionnalisation'],
  [/\bapprenti|\balternan/, 'apprentissage'],
  [/\binsertion\b|\bcddi\b|\bcui\b|\bcae\b|parcours emploi|\bpec\b|contrat aide/, 'insertion'],
];

/**
 * A contract out of French words or codes: "CDI, temps plein", "CDD - 6 mois", `MIS`, "Contrat d'apprentissage".
 * What names no contract gives nothing.
 */
export function contract(text: string): Partial<Contract> | undefined {
  const folded = fold(text);
  const code = Object.hasOwn(CODES, folded) ? CODES[folded] : undefined;
  if (code) return { ...code };
  const kind = KINDS.find(([words]) => words.test(folded))?.[1];
  const nature = NATURES.find(([words]) => words.test(folded))?.[1];
  if (!kind && !nature) return undefined;
  const length = kind === 'cdi' || kind === 'cdi-interim' ? undefined : months(folded);
  return { ...(kind && { kind }), ...(nature && { nature }), ...(length && { months: length }) };
}

/** One of the contract's own words, as a table of codes names them. */
export function kind(text: string): ContractKind | undefined {
  return CONTRACT_KINDS.find((word) => word === text.trim());
}

/** One of the contract's own words, as a table of codes names them. */
export function nature(text: string): ContractNature | undefined {
  return CONTRACT_NATURES.find((word) => word === text.trim());
}
