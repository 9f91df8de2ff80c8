import { MAX_ELEMENTS, MAX_FIELD_CHARS } from '../limits.ts';
import { emptyRecord, type RecordTree, type Tree } from './record.ts';

/** The tree of a parsed JSON object, or in a few words why it is too large to be a record. */
export function treeOf(value: object): RecordTree | string {
  let values = 0;
  let large = false;
  const grow = (child: unknown): Tree => {
    values++;
    if (typeof child === 'string') {
      large ||= child.length > MAX_FIELD_CHARS;
      return child;
    }
    if (typeof child !== 'object' || child === null) return String(child);
    if (Array.isArray(child)) return child.filter((item) => item !== null).map(grow);
    const group = emptyRecord();
    for (const [key, item] of Object.entries(child)) if (item !== null) group[key] = grow(item);
    return group;
  };
  const tree = grow(value) as RecordTree;
  if (large) return 'field larger than 64 KB';
  return values > MAX_ELEMENTS ? `record with more than ${MAX_ELEMENTS} values` : tree;
}
