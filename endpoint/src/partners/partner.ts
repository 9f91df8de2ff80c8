import { basename } from 'node:path';
import Type, { type Static } from 'typebox';
import {
  ConfigError,
  expandEnvironment,
  readYamlFolder,
  wholeOrNothing,
  type YamlFile,
  type YamlPath,
} from '../shared/yaml.ts';
import { BOARD_PREFIX, boardOf } from '../offers/posting.ts';
import type { Rules } from '../rules/rule.ts';
import { FeedFile, feedOf, type PartnerFeed } from './feed-file.ts';
import { PartnerRulesFile, partnerRulesOf, type Receiving, type RulesReading } from './rules-file.ts';

/** What stands in `partners/ID.yaml`. */
const PartnerFile = Type.Object(
  {
    id: Type.String({
      pattern: `^(${BOARD_PREFIX})?[a-z0-9]+(-[a-z0-9]+)*$`,
      maxLength: 60,
      description: 'small letters, digits and single hyphens',
    }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    site: Type.String(),
    hosts: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z0-9.:-]+$', description: 'a host in small letters' })),
    ),
    licence: Type.Optional(
      Type.Object(
        {
          attribution: Type.Optional(Type.String({ maxLength: 300 })),
          mayForward: Type.Optional(Type.Boolean()),
          maxAge: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
        },
        { additionalProperties: false },
      ),
    ),
    tag: Type.Optional(Type.Record(Type.String(), Type.String())),
    rank: Type.Optional(Type.Integer()),
    own: Type.Optional(Type.Boolean()),
    rules: Type.Optional(PartnerRulesFile),
    token: Type.Optional(
      Type.String({ pattern: '^[A-Za-z_]\\w*$', description: 'the name of an environment variable' }),
    ),
    feed: Type.Optional(FeedFile),
  },
  { additionalProperties: false },
);

/** A site that sends us offers; a click on one of them goes back to it. */
export interface Partner {
  /** Also the name of its file. */
  id: string;
  name: string;
  /** http(s) address of its site. */
  site: string;
  /** Hosts that the links of its offers may lead to, their subdomains included. */
  hosts: readonly string[];
  licence: {
    /** A sentence that has to be shown with its offers. */
    attribution?: string;
    /** Whether its offers may go on to other partners. */
    mayForward: boolean;
    /** Days after which an offer may no longer be shown. */
    maxAge?: number;
  };
  /** Query parameters that a click carries. */
  tag: Readonly<Record<string, string>>;
  /** Among partners with the same offer the one with the smaller rank leads. */
  rank: number;
  /** True where employers themselves write the feed: it leads before those of aggregators. */
  own: boolean;
  /** Which of its postings may be shown; all without them. */
  rulesIn?: Rules;
  feed: PartnerFeed;
}

/** A site that receives our offers; it may be a partner that sends some, too. */
export interface Receiver {
  /** Also the name of its file. */
  id: string;
  receiving: Receiving;
}

/** Both kinds of partners by their ids. */
export interface Partners {
  partners: Map<string, Partner>;
  receivers: Map<string, Receiver>;
}

const DEFAULT_RANK = 100;

/** What partners' files may name: places by their codes, and boards. */
type Known = Pick<RulesReading, 'codes' | 'boards'>;

/**
 * Loads `partners/*.yaml`, whole or not at all. `${NAME}` in addresses is replaced from the environment.
 * @throws {ConfigError} with one line for each thing to mend
 */
export function loadPartners(
  folder: string,
  env: Record<string, string | undefined>,
  known: Known,
): Partners {
  const files = readYamlFolder(folder, PartnerFile);
  const all = wholeOrNothing(files, (yaml) => partnerOf(yaml, folder, env, known));
  return {
    partners: new Map(all.flatMap(({ partner }) => (partner ? [[partner.id, partner]] : []))),
    receivers: new Map(all.flatMap(({ receiver }) => (receiver ? [[receiver.id, receiver]] : []))),
  };
}

function partnerOf(
  yaml: YamlFile<Static<typeof PartnerFile>>,
  folder: string,
  env: Record<string, string | undefined>,
  known: Known,
): { partner?: Partner; receiver?: Receiver } {
  const { id, name, site, hosts, licence, tag, rank, own, rules, token, feed } = yaml.value;
  const problems: string[] = [];
  const refuse = (path: YamlPath, sentence: string) => problems.push(yaml.fault(path, sentence));
  const address = (path: YamlPath, text: string): string => {
    try {
      const expanded = expandEnvironment(text, env);
      if (isHttp(expanded)) return expanded;
      refuse(path, `${path.join('.')} must begin with http:// or https:// and name a host, not "${text}".`);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const sentence of error.problems) refuse(path, sentence);
    }
    return text;
  };

  if (basename(yaml.file) !== `${id}.yaml`) refuse(['id'], `The file of "${id}" must be named ${id}.yaml.`);
  const posted = boardOf(id);
  if (posted !== undefined && known.boards && !known.boards.has(posted))
    refuse(['id'], `"${posted}" is no known board; add boards/${posted}.yaml, or choose another id.`);
  if (!feed && token === undefined)
    refuse([], 'feed is missing; add it, or a token where the partner only receives offers.');
  if (feed && !hosts) refuse([], 'hosts is missing; add it.');
  const { rulesIn, receiving } = partnerRulesOf({ rules, token }, { env, ...known, refuse });
  const siteAddress = address(['site'], site);
  const partner: Partner | undefined = feed && {
    id,
    name,
    site: siteAddress,
    hosts: hosts ?? [],
    licence: { ...licence, mayForward: licence?.mayForward ?? false },
    tag: tag ?? {},
    rank: rank ?? DEFAULT_RANK,
    own: own ?? false,
    ...(rulesIn && { rulesIn }),
    feed: feedOf(feed, { folder, env, refuse, address }),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return { partner, receiver: receiving && { id, receiving } };
}

function isHttp(address: string): boolean {
  return URL.canParse(address) && /^https?:\/\/[^/]/.test(address);
}
