import { textOf, type RecordTree, type Tree } from '../read/record.ts';

/** A feed of more different paths is no feed of offers; the rest is not counted. */
const MAX_PATHS = 500;

/** Counts in how many records each path holds a text: what a mapping could read. */
export class Census {
  readonly #counts = new Map<string, { records: number; sample: string }>();
  #records = 0;

  add(record: RecordTree): void {
    this.#records++;
    const seen = new Set<string>();
    this.#walk(record, '', seen);
  }

  /** Paths as a mapping writes them, with the share of records that hold them (0 to 1) and one text. */
  paths(): { path: string; share: number; sample: string }[] {
    return [...this.#counts].map(([path, { records, sample }]) => ({
      path,
      share: records / this.#records,
      sample,
    }));
  }

  #walk(tree: Tree, path: string, seen: Set<string>): void {
    if (Array.isArray(tree)) {
      for (const item of tree) this.#walk(item, path, seen);
      return;
    }
    const text = textOf(tree);
    if (text !== undefined && path !== '' && !seen.has(path)) {
      seen.add(path);
      this.#count(path, text);
    }
    if (typeof tree === 'string') return;
    for (const [name, child] of Object.entries(tree)) {
      if (name !== '#text') this.#walk(child, path === '' ? name : `${path}.${name}`, seen);
    }
  }

  #count(path: string, sample: string): void {
    const known = this.#counts.get(path);
    if (known) known.records++;
    else if (this.#counts.size < MAX_PATHS) this.#counts.set(path, { records: 1, sample });
  }
}
