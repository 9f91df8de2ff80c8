import Type, { type Static, type TSchema } from 'typebox';
import { CONTRACT_WORDS, oneOf, UNSTATED } from '../contract/index.ts';
import type { YamlPath } from '../shared/yaml.ts';
import type { Codes } from './compile.ts';
import { wordsOf } from './phrases.ts';

/** Allowed or refused values of one topic. */
function ruleOf<T extends TSchema>(value: T) {
  const values = Type.Array(value, { minItems: 1, maxItems: 1000, uniqueItems: true });
  return Type.Optional(
    Type.Object(
      { allow: Type.Optional(values), refuse: Type.Optional(values) },
      { additionalProperties: false, minProperties: 1 },
    ),
  );
}

const Words = Type.String({ minLength: 1, maxLength: 200 });

/** The topics of `rules.in` and `rules.out` in `partners/ID.yaml`. */
export const topicsOfFile = {
  contract: ruleOf(oneOf(CONTRACT_WORDS, 'a contract in residents’ words')),
  trade: ruleOf(
    Type.String({
      pattern: `^([A-N]\\d{0,4}|${UNSTATED})$`,
      description: 'the beginning of a ROME code ("G", "K13", "M1607") or unstated',
    }),
  ),
  place: ruleOf(Type.String()),
  employer: ruleOf(Words),
  pay: ruleOf(oneOf(['stated', UNSTATED], 'whether figures are stated')),
  words: ruleOf(Words),
};

/** `rules.in` in `partners/ID.yaml`: of a partner's postings, those that may be shown. */
export const RulesFile = Type.Object(topicsOfFile, { additionalProperties: false });
export type RulesFile = Static<typeof RulesFile>;

/** Tells `refuse` what no schema sees: codes of no place, words without a letter. */
export function checkRules(
  rules: RulesFile,
  path: YamlPath,
  { codes, refuse }: { codes: Codes; refuse(path: YamlPath, sentence: string): void },
): void {
  for (const verb of ['allow', 'refuse'] as const) {
    for (const [index, code] of (rules.place?.[verb] ?? []).entries()) {
      if (code === UNSTATED || codes.commune(code) || codes.epci(code) || codes.department(code)) continue;
      const sentence = `"${code}" is no code of a commune (INSEE), an intercommunality (SIREN) or a département; a postcode is something else.`;
      refuse([...path, 'place', verb, index], sentence);
    }
    for (const topic of ['employer', 'words'] as const) {
      for (const [index, words] of (rules[topic]?.[verb] ?? []).entries()) {
        if (wordsOf(words).length > 0) continue;
        refuse([...path, topic, verb, index], `"${words}" holds no word; write one, or remove it.`);
      }
    }
  }
}
