import { resolve } from 'node:path';
import { Cron } from 'croner';
import iconv from 'iconv-lite';
import Type, { type Static } from 'typebox';
import { oneOf } from '../contract/index.ts';
import type { FeedSettings } from '../feeds/feed.ts';
import * as franceTravail from '../france-travail/settings.ts';
import type { YamlPath } from '../shared/yaml.ts';
import type { SamplesFeed } from './samples.ts';

/** `feed` in `partners/ID.yaml`: an address with a mapping, or `kind` for a source that is read by code. */
export const FeedFile = Type.Object(
  {
    kind: Type.Optional(oneOf(['france-travail'], 'france-travail; leave it out for a feed at an address')),
    address: Type.Optional(Type.String()),
    pages: Type.Optional(Type.Array(Type.String(), { maxItems: 100 })),
    mapping: Type.Optional(Type.String({ minLength: 1 })),
    encoding: Type.Optional(Type.String()),
    headers: Type.Optional(Type.Record(Type.String(), Type.String())),
    every: Type.Optional(Type.String()),
    token: Type.Optional(Type.String()),
    perSecond: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: franceTravail.MAX_PER_SECOND })),
    exclude: Type.Optional(
      Type.Array(
        Type.String({
          pattern: '^[A-Za-z0-9_-]+$',
          description: 'a code of one of France Travail’s partners',
        }),
        { uniqueItems: true },
      ),
    ),
  },
  { additionalProperties: false },
);
type FeedFile = Static<typeof FeedFile>;

/** How a partner's feed at an address is asked for, and when. */
export interface AddressFeed extends FeedSettings {
  kind?: undefined;
  /** A cron expression in the time of Paris. */
  every: string;
}

/** How a partner's offers are asked for, and when. */
export type PartnerFeed = AddressFeed | franceTravail.FranceTravailFeed | SamplesFeed;

/** What reads a feed's part of a file: says what is wrong with it, and checks addresses. */
export interface FeedReading {
  /** Where the partner's file lies; a mapping may lie beside it. */
  folder: string;
  env: Record<string, string | undefined>;
  refuse(path: YamlPath, sentence: string): void;
  address(path: YamlPath, text: string): string;
}

/** Four times a day. */
const DEFAULT_EVERY = '0 5,11,16,21 * * *';
/** Keys that mean something for a feed at an address only, and for France Travail only. */
const OF_ADDRESS = ['pages', 'mapping', 'encoding', 'headers'] as const;
const OF_FRANCE_TRAVAIL = ['token', 'perSecond', 'exclude'] as const;

/** The feed of a partner's file, defaults filled in; every fault is told to `refuse`. */
export function feedOf(file: FeedFile, reading: FeedReading): PartnerFeed {
  const { refuse } = reading;
  const strange = file.kind ? OF_ADDRESS : OF_FRANCE_TRAVAIL;
  for (const key of strange) {
    if (file[key] === undefined) continue;
    const where = file.kind ? 'a feed at an address' : '"kind: france-travail"';
    refuse(['feed', key], `feed.${key} has a meaning for ${where} only; remove it.`);
  }
  const every = file.every ?? (file.kind ? franceTravail.DEFAULT_EVERY : DEFAULT_EVERY);
  if (!isCron(every)) {
    refuse(['feed', 'every'], `"${every}" is no cron expression; write one like "${DEFAULT_EVERY}".`);
  }
  return file.kind ? franceTravailFeed(file, every, reading) : addressFeed(file, every, reading);
}

function addressFeed(
  file: FeedFile,
  every: string,
  { folder, env, refuse, address }: FeedReading,
): AddressFeed {
  const { encoding, headers, pages, mapping = '' } = file;
  for (const key of ['address', 'mapping'] as const) {
    if (file[key] === undefined) refuse(['feed'], `feed.${key} is missing; add it.`);
  }
  if (encoding && !iconv.encodingExists(encoding)) {
    refuse(['feed', 'encoding'], `"${encoding}" is no known encoding; write "utf-8" or "windows-1252".`);
  }
  for (const [header, variable] of Object.entries(headers ?? {})) {
    if (env[variable]) continue;
    const sentence = `The environment variable ${variable} is not set; header ${header} needs it.`;
    refuse(['feed', 'headers', header], sentence);
  }
  const feed: AddressFeed = {
    address: file.address === undefined ? '' : address(['feed', 'address'], file.address),
    mapping: /[/\\]|\.yaml$/.test(mapping) ? resolve(folder, mapping) : mapping,
    every,
  };
  if (pages) feed.pages = pages.map((page, i) => address(['feed', 'pages', i], page));
  if (encoding) feed.encoding = encoding;
  if (headers) feed.headers = headers;
  return feed;
}

function franceTravailFeed(
  file: FeedFile,
  every: string,
  { env, refuse, address }: FeedReading,
): franceTravail.FranceTravailFeed {
  for (const variable of franceTravail.KEY_VARIABLES) {
    if (!env[variable])
      refuse(['feed', 'kind'], `The environment variable ${variable} is not set; France Travail needs it.`);
  }
  return {
    kind: 'france-travail',
    every,
    mapping: franceTravail.FRANCE_TRAVAIL_MAPPING,
    address: address(['feed', 'address'], file.address ?? franceTravail.SEARCH_ADDRESS),
    token: address(['feed', 'token'], file.token ?? franceTravail.TOKEN_ADDRESS),
    perSecond: file.perSecond ?? franceTravail.DEFAULT_PER_SECOND,
    exclude: file.exclude ?? [],
  };
}

function isCron(expression: string): boolean {
  try {
    return new Cron(expression, { paused: true, timezone: 'Europe/Paris' }).nextRun() !== null;
  } catch {
    return false;
  }
}
