import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { schemaSentences, syntaxSentence } from './yaml-sentences.ts';
import { keyText, plainValue, sameKey } from './yaml-value.ts';

/** The largest configuration file that is read. */
const MAX_FILE_BYTES = 1_000_000;

/** Keys and list positions that lead to a value: `['radius', 'steps', 0]`. */
export type YamlPath = readonly (string | number)[];

/** Configuration that cannot be used; each problem is one line "FILE:LINE: what to do". */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: string | readonly string[]) {
    const lines = typeof problems === 'string' ? [problems] : problems;
    super(lines.join('\n'));
    this.problems = lines;
  }
}

/** A checked file that still knows its lines, for faults that no schema sees (an unknown commune). */
export interface YamlFile<T> {
  /** The file as it is named in errors: relative to the working directory where it lies below it. */
  file: string;
  value: T;
  /** A sentence with the file and the line of the value in front. */
  fault(path: YamlPath, sentence: string): string;
}

/**
 * Reads a YAML file and checks it against a schema.
 *
 * Where the schema wants text, numbers keep their spelling: INSEE code 01004 needs no quotes.
 * @throws {ConfigError} with one line for each thing to mend
 */
export function readYaml<T extends TSchema>(file: string, schema: T): Static<T> {
  return openYaml(file, schema).value;
}

/** Reads a YAML file as {@link readYaml} does and keeps its lines. */
export function openYaml<T extends TSchema>(file: string, schema: T): YamlFile<Static<T>> {
  const name = displayName(file);
  const text = readText(file, name);
  const lines = new LineCounter();
  const document = parse(text, name, lines);

  const value = plainValue(document.contents, schema);
  const fault = (path: YamlPath, sentence: string) => `${name}:${lineOf(document, lines, path)}: ${sentence}`;
  if (!Value.Check(schema, value)) {
    const sentences = schemaSentences(schema, value);
    throw new ConfigError(sentences.map(({ path, sentence }) => fault(path, sentence)));
  }
  return { file: name, value, fault };
}

/**
 * Reads every `*.yaml` of a folder in the order of their names, whole or not at all.
 * @throws {ConfigError} with the lines of all files that have something to mend
 */
export function readYamlFolder<T extends TSchema>(folder: string, schema: T): YamlFile<Static<T>>[] {
  const name = displayName(folder);
  let entries: string[];
  try {
    entries = readdirSync(folder);
  } catch {
    throw new ConfigError(`${name}: there is no such folder, or it cannot be read; create it.`);
  }
  return wholeOrNothing(entries.filter((entry) => /^[^.].*\.yaml$/.test(entry)).sort(), (entry) =>
    openYaml(join(folder, entry), schema),
  );
}

/** Maps every item and throws one {@link ConfigError} with the problems of all that failed. */
export function wholeOrNothing<I, R>(items: Iterable<I>, read: (item: I) => R): R[] {
  const results: R[] = [];
  const problems: string[] = [];
  for (const item of items) {
    try {
      results.push(read(item));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return results;
}

/**
 * Replaces every `${NAME}` by the environment variable of that name.
 * @throws {ConfigError} with a sentence that names the first variable which is missing or empty
 */
export function expandEnvironment(text: string, env: Record<string, string | undefined>): string {
  return text.replace(/\$\{([^}]*)\}?/g, (reference, name: string) => {
    if (!reference.endsWith('}') || !/^[A-Za-z_]\w*$/.test(name)) {
      throw new ConfigError(`"${reference}" is not the name of an environment variable; write \${NAME}.`);
    }
    const value = Object.hasOwn(env, name) ? env[name] : undefined;
    if (!value) {
      throw new ConfigError(`The environment variable ${name} is not set; set it before starting.`);
    }
    return value;
  });
}

function displayName(file: string): string {
  const fromHere = relative(process.cwd(), file);
  return fromHere === '' || fromHere.startsWith('..') ? file : fromHere;
}

function readText(file: string, name: string): string {
  let bytes: Buffer;
  try {
    if (statSync(file).size > MAX_FILE_BYTES) {
      throw new ConfigError(`${name}:1: The file is larger than 1 MB; split it.`);
    }
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`${name}: There is no such file, or it cannot be read.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ConfigError(`${name}:1: The file is not in UTF-8; save it in that encoding.`);
  }
}

function parse(text: string, name: string, lines: LineCounter): Document.Parsed {
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: sameKey,
    logLevel: 'error',
  });
  if (document.errors.length > 0) {
    const problems = document.errors.map(
      (error) => `${name}:${lines.linePos(error.pos[0]).line}: ${syntaxSentence(error, text)}`,
    );
    throw new ConfigError([...new Set(problems)]);
  }
  visit(document, {
    Alias(_, alias) {
      const { line } = lines.linePos(alias.range![0]);
      throw new ConfigError(`${name}:${line}: "*${alias.source}" refers to another value; write it out.`);
    },
  });
  if (!isMap(document.contents)) {
    throw new ConfigError(`${name}:1: The file must hold keys with their values ("name: …"), one a line.`);
  }
  return document;
}

/** The line of a value's key, or of the closest thing around it that exists. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: YamlPath): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => keyText(item.key) === String(step));
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return lines.linePos(offset).line;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
