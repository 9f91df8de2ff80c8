import { createHash } from 'node:crypto';
import Type, { type Static } from 'typebox';
import type { Codes } from '../rules/compile.ts';
import type { Rule, Rules } from '../rules/rule.ts';
import { checkRules, RulesFile, topicsOfFile } from '../rules/rule-file.ts';
import { nearest } from '../shared/nearest.ts';
import type { YamlPath } from '../shared/yaml.ts';

/** Longest time for which an offer is held back, in hours: 60 days. */
const MAX_EMBARGO_HOURS = 1440;
/** A shorter token can be guessed. */
const MIN_TOKEN_CHARS = 16;

const Ids = Type.Array(Type.String(), { minItems: 1, uniqueItems: true });

/** `rules` in `partners/ID.yaml`: what comes in, and what goes out. */
export const PartnerRulesFile = Type.Object(
  {
    in: Type.Optional(RulesFile),
    out: Type.Optional(
      Type.Object(
        {
          ...topicsOfFile,
          boards: Type.Optional(
            Type.Object(
              { allow: Type.Optional(Ids), refuse: Type.Optional(Ids) },
              { additionalProperties: false, minProperties: 1 },
            ),
          ),
          embargo: Type.Optional(Type.Number({ minimum: 0, maximum: MAX_EMBARGO_HOURS })),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
type PartnerRulesFile = Static<typeof PartnerRulesFile>;

/** What a partner receives of our offers, and by what it is known. */
export interface Receiving {
  /** SHA-256 of its token, in hexadecimal digits: the token itself is not kept. */
  tokenHash: string;
  rules: Rules;
  /** Ids of boards. */
  boards?: Rule;
  /** Hours after its publication for which an offer is held back. */
  embargoHours: number;
}

/** What reads the rules of a partner's file: says what is wrong with them. */
export interface RulesReading {
  env: Record<string, string | undefined>;
  /** Without them codes of places are not checked. */
  codes?: Codes;
  /** Ids of all boards; without them names of boards are not checked. */
  boards?: ReadonlySet<string>;
  refuse(path: YamlPath, sentence: string): void;
}

/**
 * The rules of a partner's file; every fault is told to `refuse`.
 *
 * @param token the name of the environment variable that holds the partner's token; without it it receives nothing
 */
export function partnerRulesOf(
  { rules, token }: { rules?: PartnerRulesFile; token?: string },
  { env, codes, boards: known, refuse }: RulesReading,
): { rulesIn?: Rules; receiving?: Receiving } {
  const { boards, embargo = 0, ...out } = rules?.out ?? {};
  for (const [direction, topics] of [
    ['in', rules?.in],
    ['out', out],
  ] as const) {
    if (topics && codes) checkRules(topics, ['rules', direction], { codes, refuse });
  }
  for (const verb of ['allow', 'refuse'] as const) {
    for (const [index, id] of (boards?.[verb] ?? []).entries()) {
      if (!known || known.has(id)) continue;
      const meant = nearest(id, known);
      const hint = meant ? `did you mean "${meant}"?` : `add boards/${id}.yaml or leave it out.`;
      refuse(['rules', 'out', 'boards', verb, index], `"${id}" is no known board; ${hint}`);
    }
  }
  if (rules?.out && token === undefined)
    refuse(['rules', 'out'], 'rules.out has a meaning with a token only; add token, or remove rules.out.');
  const secret = token === undefined ? undefined : env[token];
  if (token !== undefined && !secret)
    refuse(['token'], `The environment variable ${token} is not set; set it to the partner's token.`);
  if (secret && secret.length < MIN_TOKEN_CHARS)
    refuse(['token'], `The environment variable ${token} must hold at least ${MIN_TOKEN_CHARS} characters.`);

  const rulesIn = rules?.in;
  if (!secret) return { rulesIn };
  return { rulesIn, receiving: { tokenHash: hashOf(secret), rules: out, boards, embargoHours: embargo } };
}

/** By what a token is compared. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
