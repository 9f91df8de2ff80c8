import { MAX_SHORT_CHARS } from './limits.ts';
import type { FieldRule } from './mapping.ts';
import type { ContactCount } from './parsers/contacts.ts';
import { fold } from './parsers/fold.ts';
import { PARSERS, type FieldParser, type Parsed, type ParserName } from './parsers/index.ts';
import { textOf, valuesAt, type Tree } from './read/record.ts';

/** One record, or one part of it, on its way to become a posting. */
export interface Context {
  /** Where paths begin: the record, or the element that `each` is at. */
  node: Tree;
  contacts: ContactCount;
}

/** A rule of a mapping, ready to read records. */
export interface Field<T> {
  /** The first value that says something. */
  first(context: Context): T | undefined;
  /** Every value that says something. */
  all(context: Context): T[];
  /** What the record holds there, whether it could be read or not. */
  stated(context: Context): string | undefined;
}

/** Where a group or a list takes its elements from: the steps of one or several paths. */
export type Steps = readonly (readonly string[])[];

/** The steps of paths as the format writes them: names parted by dots; a column of a CSV file is one name. */
export function stepsOf(paths: string | readonly string[], format: string): Steps {
  return [paths].flat().map((path) => (format === 'csv' ? [path] : path === '.' ? [] : path.split('.')));
}

/** Makes a field of a rule; an absent rule never finds anything. */
export function makeField<N extends ParserName>(
  rule: FieldRule | undefined,
  parserName: N,
  format: string,
): Field<Parsed<N>> {
  const { from, as, codes, each } = fourWords(rule);
  const name = as ?? parserName;
  const parse = PARSERS[name] as FieldParser<Parsed<N>>;
  const isShort = name !== 'html' && name !== 'text';
  const paths = rule === undefined ? [] : stepsOf(from ?? '.', format);
  const table = codes && new Map(Object.entries(codes).map(([code, meaning]) => [fold(code), meaning]));
  const elements = each === undefined ? undefined : stepsOf(each, format);

  const read = (tree: Tree, contacts: ContactCount): Parsed<N> | undefined => {
    const whole = textOf(tree);
    const text = isShort ? whole?.slice(0, MAX_SHORT_CHARS + 1) : whole;
    const meant = text === undefined ? undefined : table ? table.get(fold(text)) : text;
    return meant ? parse(meant, contacts) : undefined;
  };
  const nodes = (node: Tree): Tree[] => elements?.flatMap((steps) => valuesAt(node, steps)) ?? [node];
  const firstOf = (node: Tree, contacts: ContactCount): Parsed<N> | undefined => {
    for (const steps of paths) {
      for (const tree of valuesAt(node, steps)) {
        const value = read(tree, contacts);
        if (value !== undefined) return value;
      }
    }
    return undefined;
  };

  return {
    first({ node, contacts }) {
      for (const element of nodes(node)) {
        const value = firstOf(element, contacts);
        if (value !== undefined) return value;
      }
      return undefined;
    },
    all({ node, contacts }) {
      if (elements) return stated(nodes(node).map((element) => firstOf(element, contacts)));
      for (const steps of paths) {
        const values = stated(valuesAt(node, steps).map((tree) => read(tree, contacts)));
        if (values.length > 0) return values;
      }
      return [];
    },
    stated({ node }) {
      for (const element of nodes(node)) {
        for (const steps of paths) {
          for (const tree of valuesAt(element, steps)) {
            const text = textOf(tree);
            if (text !== undefined) return text;
          }
        }
      }
      return undefined;
    },
  };
}

function stated<T>(values: (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}

function fourWords(rule: FieldRule | undefined): Exclude<FieldRule, string | string[]> {
  return typeof rule === 'string' || Array.isArray(rule) ? { from: rule } : (rule ?? {});
}
