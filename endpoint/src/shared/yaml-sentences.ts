import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { YAMLParseError } from 'yaml';
import { nearest } from './nearest.ts';

/** A thing to mend and where it stands. */
export interface Finding {
  path: string[];
  sentence: string;
}

interface SchemaFault {
  keyword: string;
  schemaPath: string;
  instancePath: string;
  params: Record<string, unknown>;
}

/** What a value breaks of its schema, as sentences for the person who wrote the file. */
export function schemaSentences(schema: TSchema, value: unknown): Finding[] {
  const faults = Value.Errors(schema, value) as SchemaFault[];
  const findings = new Map<string, Finding>();
  for (const fault of withoutAlternatives(faults)) {
    if (fault.keyword === 'type' && faults.some((other) => isList(other, fault.instancePath))) continue;
    for (const finding of sentencesOf(fault, schema, value)) {
      findings.set(`${finding.path.join('/')} ${finding.sentence}`, finding);
    }
  }
  return [...findings.values()];
}

/** What a YAML parser found wrong, as a sentence. */
export function syntaxSentence(error: YAMLParseError, text: string): string {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return 'A tab indents this line; use spaces.';
    case 'DUPLICATE_KEY':
      return `"${/^["']?([^:"'\n]*)/.exec(text.slice(error.pos[0]))![1]!.trim()}" stands here a second time; keep one of the two.`;
    case 'MULTIPLE_DOCS':
      return 'A second document begins here ("---"); keep one in a file.';
    case 'BAD_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'This line does not fit what is above it; check its indentation, and quote a text that holds ": ".';
    case 'MISSING_CHAR':
      return 'A quote, bracket or colon is not closed or missing here.';
    case 'BAD_ALIAS':
      return 'Aliases ("*name") are not used here; write the value out.';
    case 'RESOURCE_EXHAUSTION':
      return 'The values are nested too deeply.';
    default:
      return 'This is not valid YAML; quote texts that begin with a sign or hold ": " or " #".';
  }
}

/**
 * Of a value that fits none of several alternatives, keeps what is wrong deeper inside (the alternative of
 * the right kind), else one fault for the value as a whole.
 */
function withoutAlternatives(faults: SchemaFault[]): SchemaFault[] {
  let kept = faults;
  for (const whole of faults.filter(({ keyword }) => keyword === 'anyOf')) {
    const inside = (fault: SchemaFault) => fault.schemaPath.startsWith(`${whole.schemaPath}/anyOf/`);
    const deeper = kept.filter((fault) => inside(fault) && fault.instancePath !== whole.instancePath);
    kept = kept.filter((fault) => !inside(fault) && (fault !== whole || deeper.length === 0));
    kept.push(...deeper);
  }
  return kept;
}

/** Whether a fault lists the values that would be right, which says more than their type. */
function isList({ keyword, instancePath }: SchemaFault, at: string): boolean {
  return instancePath === at && (keyword === 'enum' || keyword === 'const');
}

function sentencesOf(fault: SchemaFault, schema: TSchema, value: unknown): Finding[] {
  const path = steps(fault.instancePath);
  const part = resolve(schema, steps(fault.schemaPath.slice(1))) as Record<string, unknown> | undefined;
  const name = nameOf(path, value);
  const got = shown(resolve(value, path));
  const say = (sentence: string): Finding[] => [{ path, sentence }];
  const { params } = fault;

  switch (fault.keyword) {
    case 'required':
      return (params.requiredProperties as string[]).map((key) => ({
        path,
        sentence: `${nameOf([...path, key], value)} is missing; add it.`,
      }));
    case 'additionalProperties':
      return (params.additionalProperties as string[]).map((key) => ({
        path: [...path, key],
        sentence: unknownKey(nameOf([...path, key], value), key, part),
      }));
    case 'boolean':
      return [];
    case 'type':
      return say(`${name} must be ${kind(params.type)}, not ${got}.`);
    case 'enum':
      return say(`${name} must be ${list((params.allowedValues as unknown[]).map(shown))}, not ${got}.`);
    case 'const':
      return say(`${name} must be ${shown(params.allowedValue)}, not ${got}.`);
    case 'anyOf': {
      const alternatives = (part?.anyOf ?? []) as { type?: unknown; const?: unknown }[];
      const kinds = alternatives.map((one) => ('const' in one ? shown(one.const) : kind(one.type)));
      return say(`${name} must be ${list([...new Set(kinds)])}, not ${got}.`);
    }
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return say(`${name} must be ${bound(fault.keyword)} ${params.limit}, not ${got}.`);
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return say(`${name} must hold at least ${params.limit}.`);
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
      return say(`${name} must hold at most ${params.limit}.`);
    case 'uniqueItems':
      return say(`${name} names the same thing twice; keep one.`);
    default:
      return say(`${name} must be ${described(part, fault)}, not ${got}.`);
  }
}

function unknownKey(name: string, key: string, part: Record<string, unknown> | undefined): string {
  const known = Object.keys((part?.properties as object | undefined) ?? {});
  const meant = nearest(key, known);
  if (meant) return `${name} is not a known key; did you mean "${meant}"?`;
  return `${name} is not a known key${known.length ? `; the known ones are ${known.join(', ')}` : ''}.`;
}

/** A path in words: `radius.default`, `entry 2 of communes`, `as in entry 4 of fields`. */
function nameOf(path: string[], value: unknown): string {
  let name = '';
  for (const [depth, step] of path.entries()) {
    if (Array.isArray(resolve(value, path.slice(0, depth)))) name = `entry ${Number(step) + 1} of ${name}`;
    else if (name.startsWith('entry ')) name = `${step} in ${name}`;
    else name = name ? `${name}.${step}` : step;
  }
  return name || 'The file';
}

/** A pattern in words: schemas say them as their description. */
function described(part: Record<string, unknown> | undefined, fault: SchemaFault): string {
  if (typeof part?.description === 'string') return part.description.replace(/\.$/, '');
  return `of the form ${String(fault.params.pattern ?? fault.params.format ?? fault.keyword)}`;
}

function kind(type: unknown): string {
  const words: Record<string, string> = {
    string: 'a text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of keys',
    null: 'empty',
  };
  return words[String(type)] ?? 'of another kind';
}

function bound(keyword: string): string {
  if (keyword === 'minimum') return 'at least';
  if (keyword === 'maximum') return 'at most';
  return keyword === 'exclusiveMinimum' ? 'more than' : 'less than';
}

function list(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  if (typeof value !== 'string') return String(value);
  return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
}

function steps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function resolve(root: unknown, path: string[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
