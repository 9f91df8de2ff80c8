import { createHash } from 'node:crypto';
import type { ESTree, Plugin } from 'vite';

type Statement = ESTree.Program['body'][number];

/**
 * Lets lazy chunks use what the script already holds (Lit, our base class, `msg`), without importing it: pages load
 * the script under addresses that a chunk cannot know (`town-jobs.js?ver=6.4`, `town-jobs@1.0.0.js`), and an import
 * would bring a second copy. The script leaves on the page a list of what its chunks import of it, under a name that
 * only this build has, and each import becomes a read of its place there. Sources import as anywhere.
 *
 * Values are handed over as they are when the script has run: what is assigned later cannot be shared.
 */
export function sharedKit(): Plugin {
  let kit = '';
  const ofScript = new Set<string>();
  const handedOver = new Set<string>();
  const taken = new Map<string, readonly string[]>();
  return {
    name: 'shared-kit',
    apply: 'build',
    outputOptions(options) {
      const splitting = typeof options.codeSplitting === 'object' ? options.codeSplitting : {};
      // Left to itself, rolldown now and then takes what several chunks share out of the script.
      const script = { name: 'script', priority: 1, test: (id: string) => ofScript.has(id) };
      const groups = [script, ...(splitting.groups ?? [])];
      return { ...options, codeSplitting: { ...splitting, includeDependenciesRecursively: false, groups } };
    },
    buildEnd() {
      const add = (id: string) => {
        if (ofScript.has(id)) return;
        ofScript.add(id);
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) add(imported);
      };
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) add(id);
      const sources = createHash('sha256');
      for (const id of [...this.getModuleIds()].sort()) sources.update(this.getModuleInfo(id)?.code ?? '');
      kit = `globalThis[Symbol.for("town-jobs.${sources.digest('hex').slice(0, 8)}")]`;
      handedOver.clear();
      taken.clear();
    },
    renderChunk(code, chunk, _, { chunks }) {
      const { body } = this.parse(code);
      if (chunk.isEntry) {
        const left = leftOnPage(code, body, kit, chunk.exports);
        for (const name of left.names) handedOver.add(name);
        return { code: left.code, map: null };
      }
      const ofScript = (file: string) => (chunks[file]?.isEntry ? chunks[file].exports : undefined);
      const alone = takenFromPage(code, body, kit, ofScript);
      taken.set(chunk.name, alone.names);
      return { code: alone.code, map: null };
    },
    generateBundle(_, bundle) {
      for (const [chunk, names] of taken) {
        const missing = names.filter((name) => !handedOver.has(name));
        if (missing.length)
          this.error(`${chunk} takes ${missing.join(', ')}: the script does not hand it over.`);
      }
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const statement of this.parse(chunk.code).body) {
          const file = fileOf(statement);
          const other = bundle[file ?? ''];
          const isChunk = other?.type === 'chunk' && !other.isEntry;
          if (file && (chunk.isEntry || !isChunk)) {
            this.error(`${chunk.fileName} imports ${file}: script and chunks are to stand alone.`);
          }
        }
      }
    },
  };
}

interface Rewritten {
  readonly code: string;
  /** What the script hands over, or a chunk takes, by the names that both know. */
  readonly names: readonly string[];
}

/** A script whose exports are a list on the page, in the order of `exported`; where it is loaded twice, the first one's. */
export function leftOnPage(
  code: string,
  body: readonly Statement[],
  kit: string,
  exported: readonly string[],
): Rewritten {
  return rewritten(code, body, (statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration) return undefined;
    const locals = new Map(
      statement.specifiers.map(({ exported, local }) => [nameOf(exported), nameOf(local)]),
    );
    const list = exported.map((name) => locals.get(name)).join(', ');
    return { names: exported, statement: `${kit} ??= [${list}];` };
  });
}

/**
 * A chunk whose imports from the script are reads of what the script left on the page.
 * @param exportedBy What a file exports, where that is the script
 */
export function takenFromPage(
  code: string,
  body: readonly Statement[],
  kit: string,
  exportedBy: (file: string) => readonly string[] | undefined,
): Rewritten {
  return rewritten(code, body, (statement) => {
    const exported = exportedBy(fileOf(statement) ?? '');
    if (!exported) return undefined;
    if (statement.type !== 'ImportDeclaration')
      throw new Error('A chunk hands on what it takes from the script.');
    const names: string[] = [];
    const fields = statement.specifiers.map((one) => {
      if (one.type !== 'ImportSpecifier')
        throw new Error(`A chunk takes the whole script, as ${one.local.name}.`);
      const name = nameOf(one.imported);
      names.push(name);
      return `${exported.indexOf(name)}: ${one.local.name}`;
    });
    return { names, statement: `const { ${fields.join(', ')} } = ${kit};` };
  });
}

interface Replacement {
  /** What the script and its chunks call what is handed over. */
  readonly names: readonly string[];
  readonly statement: string;
}

function rewritten(
  code: string,
  body: readonly Statement[],
  replacement: (statement: Statement) => Replacement | undefined,
): Rewritten {
  const names: string[] = [];
  let end = code;
  for (const statement of body.toReversed()) {
    const found = replacement(statement);
    if (!found) continue;
    names.push(...found.names);
    end = end.slice(0, statement.start) + found.statement + end.slice(statement.end);
  }
  return { code: end, names };
}

/** The file that a statement imports, by its name in the bundle. */
function fileOf(statement: Statement): string | undefined {
  const source =
    'source' in statement && statement.source && 'value' in statement.source ? statement.source : undefined;
  return typeof source?.value === 'string' ? source.value.replace(/^(\.\.?\/)+/, '') : undefined;
}

function nameOf(name: ESTree.ModuleExportName): string {
  return name.type === 'Literal' ? name.value : name.name;
}
