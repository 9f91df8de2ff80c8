import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Type, { type Static } from 'typebox';
import { oneOf } from '../contract/index.ts';
import { ConfigError, openYaml, type YamlPath } from '../shared/yaml.ts';
import { PARSERS, type ParserName } from './parsers/index.ts';
import type { Layout } from './read/read.ts';

const Path = Type.String({
  minLength: 1,
  description: 'a path to a value ("salary.min", "@id", for CSV the name of a column)',
});
const Paths = Type.Union([Path, Type.Array(Path, { minItems: 1 })]);

/** A rule for one field; the first parser is the one that reads it where `as` names none. */
function field(...parsers: [ParserName, ...ParserName[]]) {
  const Rule = Type.Object(
    {
      from: Type.Optional(Paths),
      as: Type.Optional(oneOf(parsers, `a parser: ${parsers.join(', ')}`)),
      codes: Type.Optional(Type.Record(Type.String(), Type.String())),
      each: Type.Optional(Paths),
    },
    { additionalProperties: false },
  );
  return Type.Optional(
    Type.Union([Path, Type.Array(Path, { minItems: 1 }), Rule], {
      'x-parser': parsers[0],
    } as Type.TSchemaOptions),
  );
}

const each = Type.Optional(Paths);

/** What a mapping file holds: where the records of a feed are, and from where each field of a posting comes. */
export const MappingFile = Type.Object(
  {
    format: oneOf(['xml', 'json', 'csv', 'html'], 'xml (RSS, too), json, csv or html (JobPosting in pages)'),
    records: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'the path of a record: "source.job" for XML, "$" or "$.items" for JSON',
      }),
    ),
    expected: Type.Optional(
      Type.String({ description: 'XML: the path of the element that says how many records there are' }),
    ),
    lastLineBreak: Type.Optional(Type.Boolean()),
    fields: Type.Object(
      {
        reference: field('code'),
        link: field('code'),
        title: field('line'),
        description: field('html', 'text'),
        employer: Type.Optional(
          Type.Object(
            { name: field('line'), siret: field('siret'), hidden: field('yesno') },
            { additionalProperties: false },
          ),
        ),
        places: Type.Optional(
          Type.Object(
            {
              each,
              insee: field('code'),
              name: field('line'),
              postcode: field('code'),
              department: field('code'),
              region: field('line'),
              country: field('code'),
              point: field('point'),
              latitude: field('decimal'),
              longitude: field('decimal'),
            },
            { additionalProperties: false },
          ),
        ),
        contract: Type.Optional(
          Type.Object(
            {
              each,
              text: field('contract'),
              kind: field('kind'),
              nature: field('nature'),
              months: field('months'),
            },
            { additionalProperties: false },
          ),
        ),
        hours: Type.Optional(
          Type.Object(
            { each, text: field('hours'), time: field('time'), weekly: field('weekly') },
            { additionalProperties: false },
          ),
        ),
        schedule: field('schedule'),
        pay: Type.Optional(
          Type.Object(
            {
              each,
              text: field('line'),
              min: field('amount'),
              max: field('amount'),
              period: field('period', 'hour', 'day', 'month', 'year'),
              currency: field('code'),
            },
            { additionalProperties: false },
          ),
        ),
        experience: field('experience', 'line'),
        remote: field('remote'),
        trade: Type.Optional(
          Type.Object({ code: field('rome'), label: field('line') }, { additionalProperties: false }),
        ),
        sector: Type.Optional(
          Type.Object({ code: field('naf'), label: field('line') }, { additionalProperties: false }),
        ),
        licences: field('licence'),
        openToDisabled: field('yesno'),
        adaptedEmployer: field('yesno'),
        openings: field('count'),
        language: field('language'),
        postedAt: field('date'),
        updatedAt: field('date'),
        expiresAt: field('deadline', 'date'),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
type MappingFile = Static<typeof MappingFile>;

/** A rule as a mapping file writes it: a path, several to fall back on, or the four words. */
export type FieldRule =
  | string
  | string[]
  | { from?: string | string[]; as?: ParserName; codes?: Record<string, string>; each?: string | string[] };

export type Fields = MappingFile['fields'];

/** How the records of a feed become postings, loaded and checked. */
export interface Mapping {
  /** The name under which it was asked for. */
  name: string;
  layout: Layout;
  fields: Fields;
}

/** A mapping that still knows its lines, for faults that only a feed shows. */
export interface OpenMapping {
  mapping: Mapping;
  /** Whether it is one of those that come along. */
  known: boolean;
  /** A sentence with the file and the line of a value in front. */
  fault(path: YamlPath, sentence: string): string;
}

/** Where the mappings of known formats lie, from the source tree and from the built package alike. */
const KNOWN = resolve(dirname(fileURLToPath(import.meta.url)), '../../mappings');

/**
 * Loads a mapping by its name in `endpoint/mappings/` ("indeed") or by a path to a YAML file, which is relative to
 * `folder` (the partner's file).
 * @throws {ConfigError} with file, line and a sentence for each thing to mend
 */
export function loadMapping(name: string, folder = '.'): Mapping {
  return openMapping(name, folder).mapping;
}

/** Loads a mapping as {@link loadMapping} does and keeps its lines. */
export function openMapping(name: string, folder = '.'): OpenMapping {
  const known = /^[a-z0-9-]+$/.test(name);
  const file = known ? join(KNOWN, `${name}.yaml`) : isAbsolute(name) ? name : resolve(folder, name);
  const { value, fault } = openYaml(file, MappingFile);
  const problems = faults(value).map(({ path, sentence }) => fault(path, sentence));
  if (problems.length > 0) throw new ConfigError(problems);
  const { fields, ...layout } = value;
  return { mapping: { name, layout, fields }, known, fault };
}

interface Fault {
  path: YamlPath;
  sentence: string;
}

/** What no schema sees: paths that fit the format, fields without which there is no posting, codes that mean nothing. */
function faults(file: MappingFile): Fault[] {
  const found: Fault[] = [];
  const { format, records, fields } = file;
  if (format === 'xml' && !/^[^.]+(\.[^.]+)+$/.test(records ?? '')) {
    found.push({
      path: ['records'],
      sentence: 'records must name the way from the root to a record, like "source.job".',
    });
  }
  if (format === 'json' && !/^\$(\.[^.]+)*$/.test(records ?? '$')) {
    found.push({
      path: ['records'],
      sentence: 'records must be "$" for a list at the top, or a path like "$.items".',
    });
  }
  if ((format === 'csv' || format === 'html') && records !== undefined) {
    const sentence = `records has no meaning for ${format.toUpperCase()}; remove it.`;
    found.push({ path: ['records'], sentence });
  }
  for (const name of ['title', 'link'] as const) {
    if (fields[name] === undefined)
      found.push({ path: ['fields'], sentence: `fields.${name} is missing; add it.` });
  }
  for (const { path, rule, parser } of rulesOf(fields)) found.push(...ruleFaults(path, rule, parser));
  return found;
}

function ruleFaults(path: string[], rule: FieldRule, parser: ParserName): Fault[] {
  if (typeof rule === 'string' || Array.isArray(rule)) return [];
  const name = path.join('.');
  if (rule.from === undefined && rule.each === undefined) {
    return [
      {
        path: ['fields', ...path],
        sentence: `fields.${name} says neither "from" nor "each"; say from where it comes.`,
      },
    ];
  }
  const as = rule.as ?? parser;
  const read = PARSERS[as] as (text: string, contacts: { emails: number; phones: number }) => unknown;
  return Object.entries(rule.codes ?? {})
    .filter(([, meaning]) => meaning !== '' && read(meaning, { emails: 0, phones: 0 }) === undefined)
    .map(([code, meaning]) => ({
      path: ['fields', ...path, 'codes', code],
      sentence: `"${meaning}" means nothing to the parser "${as}" of fields.${name}; see the words that it knows.`,
    }));
}

/** Every rule of a mapping, with the keys that lead to it, the `each` of its group and the parser that reads it. */
export function* rulesOf(
  fields: Fields,
): Generator<{ path: string[]; rule: FieldRule; parser: ParserName; group?: string | string[] }> {
  type Shape = { 'x-parser'?: ParserName; properties?: Record<string, Shape> };
  const shapes = (MappingFile.properties.fields as unknown as Shape).properties!;
  for (const [name, value] of Object.entries(fields)) {
    const shape = shapes[name]!;
    if (shape['x-parser']) yield { path: [name], rule: value as FieldRule, parser: shape['x-parser'] };
    else {
      const { each: group } = value as { each?: string | string[] };
      for (const [part, rule] of Object.entries(value as Record<string, FieldRule>)) {
        const parser = shape.properties![part]!['x-parser'];
        if (parser) yield { path: [name, part], rule, parser, ...(group && { group }) };
      }
    }
  }
}
