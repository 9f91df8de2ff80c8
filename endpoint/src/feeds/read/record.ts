/** A value of a record: text, several values, or a group of named ones. Every format is read into this one shape. */
export type Tree = string | Tree[] | RecordTree;

/**
 * One record of a feed. An XML element is its text, or a group where it has children; an attribute is `@name`, the
 * text beside attributes or children `#text`; what is repeated is a list. A CSV row is a group of its columns. JSON
 * numbers and booleans are their text, `null` is left out.
 */
export interface RecordTree {
  [name: string]: Tree;
}

/** A record that was not read, and why in a few words; the records around it are not touched. */
export class RejectedRecord {
  readonly reason: string;
  /** What the operator can find it by. */
  readonly sample: string;

  constructor(reason: string, sample: string) {
    this.reason = reason;
    this.sample = sample;
  }
}

export type ReadItem = RecordTree | RejectedRecord;

/** How the text of a feed ended. Only a complete one says that what it does not hold is gone. */
export interface Ending {
  complete: boolean;
  /** One sentence for the operator where it is not complete. */
  reason?: string;
  /** How many records the feed itself announces, where its format does (LinkedIn's `expectedJobCount`). */
  expected?: number;
}

/** A reader of one format: text is pushed in by pieces, whole records come out. */
export interface RecordParser {
  /**
   * Takes the next piece and adds the records that it completed to `items`.
   * @throws {FeedError} where the rest of the feed must not be read; `items` then holds what came before
   */
  write(text: string, items: ReadItem[]): void;
  /** Says that nothing more comes; adds the last records and tells how the feed ended. */
  end(items: ReadItem[]): Ending;
}

/** An empty group that no name can do harm to (`__proto__` is a name like any other). */
export function emptyRecord(): RecordTree {
  return Object.create(null) as RecordTree;
}

/** Every value that a path leads to: a step goes through lists, an empty path stays where it is. */
export function valuesAt(tree: Tree | undefined, steps: readonly string[], from = 0): Tree[] {
  if (tree === undefined) return [];
  if (Array.isArray(tree)) return tree.flatMap((item) => valuesAt(item, steps, from));
  if (from === steps.length) return [tree];
  if (typeof tree === 'string') return [];
  const step = steps[from]!;
  return Object.hasOwn(tree, step) ? valuesAt(tree[step], steps, from + 1) : [];
}

/** The text of a value, without space around it; nothing for an empty one or a group without text of its own. */
export function textOf(tree: Tree): string | undefined {
  const text = typeof tree === 'string' ? tree : Array.isArray(tree) ? undefined : tree['#text'];
  return typeof text === 'string' ? text.trim() || undefined : undefined;
}
