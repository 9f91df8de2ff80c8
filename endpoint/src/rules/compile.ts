import { contractWords, UNSTATED } from '../contract/vocabulary.ts';
import type { Places } from '../places/places.ts';
import { keyOf } from '../search/values.ts';
import { Phrases } from './phrases.ts';
import { type Ruled, type Rules, type RuleTest, type Topic, TOPICS } from './rule.ts';

/** Finds communes, intercommunalities and départements by their codes. */
export type Codes = Pick<Places, 'commune' | 'epci' | 'department'>;

/** The first of some values that a posting has, as the rule writes it. */
type Finder = (posting: Ruled) => string | undefined;

/**
 * Makes one test of rules: what is refused counts before what is allowed.
 *
 * @throws {TypeError} where a value means nothing, which the reading of a partner's file rules out
 */
export function compileRules(rules: Rules, codes: Codes): RuleTest {
  const tests: RuleTest[] = [];
  for (const topic of TOPICS) {
    const refused = rules[topic]?.refuse && FINDERS[topic](rules[topic].refuse, codes);
    if (!refused) continue;
    tests.push((posting) => {
      const found = refused(posting);
      return found === undefined ? undefined : `${topic} ${found}`;
    });
  }
  for (const topic of TOPICS) {
    const allowed = rules[topic]?.allow && FINDERS[topic](rules[topic].allow, codes);
    if (!allowed) continue;
    tests.push((posting) =>
      allowed(posting) === undefined ? `${topic} not among those allowed` : undefined,
    );
  }
  return (posting) => {
    for (const test of tests) {
      const refusal = test(posting);
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  };
}

const FINDERS: Record<Topic, (values: readonly string[], codes: Codes) => Finder> = {
  contract: (values) => (posting) => {
    const words: readonly string[] = contractWords(posting.contract);
    return values.find((value) => words.includes(value));
  },

  trade: (values) => (posting) => {
    const code = posting.trade?.code;
    return values.find((value) => (value === UNSTATED ? code === undefined : code?.startsWith(value)));
  },

  place: placeFinder,

  employer: (values) => {
    const keys = new Map(values.map((value) => [value === UNSTATED ? UNSTATED : keyOf(value), value]));
    return ({ employer }) => keys.get((employer && keyOf(employer.name)) || UNSTATED);
  },

  pay: (values) => (posting) => {
    const { min, max } = posting.pay ?? {};
    const stated = min === undefined && max === undefined ? UNSTATED : 'stated';
    return values.find((value) => value === stated);
  },

  words: (values) => {
    const phrases = new Phrases(values);
    return (posting) => phrases.find(posting);
  },
};

function placeFinder(values: readonly string[], codes: Codes): Finder {
  const communes = new Map<string, string>();
  const departments = new Map<string, string>();
  for (const value of values) {
    const epci = codes.epci(value);
    const commune = codes.commune(value);
    if (epci) for (const insee of epci.members) communes.set(insee, value);
    else if (commune) communes.set(commune.insee, value);
    else if (codes.department(value)) departments.set(value, value);
    else if (value !== UNSTATED) throw new TypeError(`"${value}" is no code of a place.`);
  }
  const unstated = values.includes(UNSTATED);
  return ({ places }) => {
    for (const { insee, department } of places) {
      const found = communes.get(insee ?? '') ?? departments.get(department ?? '');
      if (found !== undefined) return found;
    }
    const known = places.some((place) => place.insee ?? place.department ?? place.country);
    return unstated && !known ? UNSTATED : undefined;
  };
}
