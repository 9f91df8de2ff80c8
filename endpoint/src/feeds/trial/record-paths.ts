import { Parser } from 'htmlparser2';

/** Deeper lists are parts of a record. */
const MAX_LIST_DEPTH = 4;

/** The paths at which something repeats in the beginning of a feed, the outermost first: where its records may be. */
export function recordPaths(format: 'xml' | 'json', head: string): string[] {
  return format === 'xml' ? xmlPaths(head) : jsonPaths(head);
}

function xmlPaths(head: string): string[] {
  const counts = new Map<string, number>();
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentagname(name) {
        open.push(name);
        if (open.length < 2 || open.length > MAX_LIST_DEPTH) return;
        const path = open.join('.');
        counts.set(path, (counts.get(path) ?? 0) + 1);
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(head);
  const repeated = [...counts].filter(([, count]) => count > 1).map(([path]) => path);
  return repeated.sort((a, b) => a.split('.').length - b.split('.').length);
}

/** Only of a document that is whole: one that is cut says nothing of its lists. */
function jsonPaths(head: string): string[] {
  const found: string[] = [];
  const walk = (value: unknown, path: string, depth: number) => {
    if (typeof value !== 'object' || value === null || depth > MAX_LIST_DEPTH) return;
    if (Array.isArray(value)) {
      if (value.some((item) => typeof item === 'object' && item !== null)) found.push(path);
      return;
    }
    for (const [key, child] of Object.entries(value)) walk(child, `${path}.${key}`, depth + 1);
  };
  try {
    walk(JSON.parse(head), '$', 0);
  } catch {
    return [];
  }
  return found;
}
