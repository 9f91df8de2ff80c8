import { nearest } from '../../shared/nearest.ts';
import { rulesOf, type FieldRule, type OpenMapping } from '../mapping.ts';
import type { Census } from './census.ts';
import { recordPaths } from './record-paths.ts';

/** What a mapping and a feed make of each other, as sentences with file and line, and what is left over. */
export interface Advice {
  /** What to mend, one line each. */
  faults: string[];
  /** Paths of the feed that no field reads, the most usual first. */
  unread: { path: string; share: number; sample: string }[];
}

/** Compares what a mapping reads with what the records of a feed hold. */
export function adviceOn({ mapping, known, fault }: OpenMapping, census: Census): Advice {
  const held = census.paths();
  const names = held.map(({ path }) => path);
  const read = new Set<string>();
  const faults: string[] = [];
  for (const { path, rule, group } of rulesOf(mapping.fields)) {
    const wanted = fullPaths(rule, group);
    for (const one of wanted) read.add(one);
    // The known formats have fields that not every partner fills in.
    if (known || wanted.some((one) => names.includes(one))) continue;
    const meant = nearest(wanted[0]!, names);
    const hint = meant ? ` Did you mean "${meant}"?` : '';
    faults.push(
      fault(
        ['fields', ...path],
        `fields.${path.join('.')} reads "${wanted[0]}", which no record holds.${hint}`,
      ),
    );
  }
  const unread = held.filter(({ path }) => !read.has(path)).sort((a, b) => b.share - a.share);
  return { faults, unread };
}

/** Says where the records of a feed stand, for a mapping that found none. */
export function recordsAdvice({ mapping: { layout }, fault }: OpenMapping, head: string): string | undefined {
  if (layout.format !== 'xml' && layout.format !== 'json') return undefined;
  const [path] = recordPaths(layout.format, head);
  const wanted = layout.records ?? '$';
  if (path === undefined || path === wanted) return undefined;
  return fault(['records'], `records reads "${wanted}", but what repeats in the feed is "${path}".`);
}

function fullPaths(rule: FieldRule, group: string | string[] | undefined): string[] {
  const words = typeof rule === 'string' || Array.isArray(rule) ? { from: rule } : rule;
  return join(join(join([''], group), words.each), words.from);
}

/** Each beginning with each path behind it; "." stays where it is. */
function join(bases: string[], paths: string | string[] | undefined): string[] {
  if (paths === undefined) return bases;
  return bases.flatMap((base) =>
    [paths]
      .flat()
      .map((path) => (path === '.' || path === '' ? base : base === '' ? path : `${base}.${path}`)),
  );
}
