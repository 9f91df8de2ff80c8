import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer/index.js';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { CRITERIA, wordsOf } from '../src/board/criteria.ts';

const root = join(import.meta.dirname, '..');
/** Where the sources of elements and events lie. */
const ROOM = 'src/elements';

/** Something of an element that has a name and a sentence about it. */
export interface Documented {
  name: string;
  description: string;
}

export interface Attribute extends Documented {
  type: { text: string };
  default?: string;
  /** The property that the attribute sets, where there is one. */
  fieldName?: string;
}

export interface Member extends Documented {
  kind: 'field' | 'method';
  type?: { text: string };
  attribute?: string;
}

export interface Variable extends Documented {
  default: string;
}

export interface ElementEvent extends Documented {
  type: { text: string };
}

/** One element, as `custom-elements.json` has it. Lists that are empty are missing. */
export interface Element extends Documented {
  kind: 'class';
  customElement: true;
  tagName: string;
  attributes: Attribute[];
  members?: Member[];
  slots?: Documented[];
  events?: ElementEvent[];
  cssParts?: Documented[];
  cssStates?: Documented[];
  cssProperties: Variable[];
}

/** One class of events, with what it carries. */
export interface EventClass extends Documented {
  kind: 'class';
  superclass: { name: 'Event' };
  members: Member[];
}

type Declaration = Element | EventClass;

/** What `custom-elements.json` holds, after the schema of that name. */
export interface Manifest {
  schemaVersion: string;
  readme: string;
  modules: { kind: 'javascript-module'; path: string; declarations: Declaration[]; exports: object[] }[];
}

/** What the analyzer gives of a class: all of it, private things included. */
interface Analyzed extends Omit<Partial<Element>, 'kind' | 'members'> {
  kind: string;
  name: string;
  superclass?: { name: string };
  members?: (Member & { privacy?: string; static?: boolean; readonly?: boolean })[];
  takesCriteria?: boolean;
}

interface AnalyzedModule {
  path: string;
  declarations: Analyzed[];
}

/** Describes every element and every event from the doc comments of the sources. */
export async function describeElements(): Promise<Manifest> {
  const modules = await Promise.all((await sources()).map(parse));
  const aliases = new Map<string, string>();
  const plugins = [...litPlugin(), criteriaTag(), aliasesInto(aliases)];
  const analyzed = create({ modules, plugins }) as { modules: AnalyzedModule[] };
  const all = analyzed.modules.flatMap(({ declarations }) => declarations);
  const criteria = criteriaOf(all);

  const described: Manifest['modules'] = [];
  for (const { path, declarations } of analyzed.modules) {
    const shown = declarations.flatMap((one) => publicPart(one, criteria, aliases) ?? []);
    if (!shown.length) continue;
    const module = path.replace(/^src/, 'dist').replace(/\.ts$/, '.js');
    const exports = shown.flatMap(({ name, ...one }) => {
      const declaration = { name, module };
      const asClass = { kind: 'js', name, declaration };
      return 'tagName' in one
        ? [asClass, { kind: 'custom-element-definition', name: one.tagName, declaration }]
        : [asClass];
    });
    described.push({ kind: 'javascript-module', path: module, declarations: shown, exports });
  }
  return { schemaVersion: '2.1.0', readme: 'README.md', modules: described };
}

/** Every element, the whole board first, the others in the order of their names. */
export function elementsOf({ modules }: Manifest): Element[] {
  const found = modules.flatMap(({ declarations }) => declarations.filter((one) => 'tagName' in one));
  return found.toSorted((a, b) => (a.tagName < b.tagName ? -1 : 1));
}

/** Every class of events, by its name. */
export function eventsOf({ modules }: Manifest): Map<string, EventClass> {
  const found = modules.flatMap(({ declarations }) =>
    declarations.filter((one): one is EventClass => !('tagName' in one)),
  );
  return new Map(found.map((one) => [one.name, one]));
}

async function sources(): Promise<string[]> {
  const files = await readdir(join(root, ROOM), { recursive: true });
  return files
    .filter((file) => /\.ts$/.test(file) && !/\.(test|spec|styles)\.ts$/.test(file))
    .map((file) => `${ROOM}/${file}`)
    .concat('src/theme/theme-controller.ts')
    .toSorted();
}

async function parse(path: string) {
  return ts.createSourceFile(path, await readFile(join(root, path), 'utf8'), ts.ScriptTarget.ES2022, true);
}

/** Elements with the tag `@criteria` take what a search begins with as attributes, without being part of one. */
function criteriaTag() {
  return {
    name: 'criteria',
    analyzePhase({ node, moduleDoc }: { node: import('typescript').Node; moduleDoc: object }) {
      if (!ts.isClassDeclaration(node)) return;
      const isTagged = ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'criteria');
      const { declarations } = moduleDoc as AnalyzedModule;
      const described = declarations.find(({ name }) => name === node.name?.text);
      if (isTagged && described) described.takesCriteria = true;
    },
  };
}

/** Notes what types of a few words stand for: a manifest is read without the sources. */
function aliasesInto(aliases: Map<string, string>) {
  return {
    name: 'aliases',
    collectPhase({ node }: { node: import('typescript').Node }) {
      if (ts.isTypeAliasDeclaration(node) && ts.isUnionTypeNode(node.type)) {
        aliases.set(node.name.text, node.type.getText());
      }
    },
  };
}

/** The attributes that say what a search begins with, from the elements that show one. */
function criteriaOf(all: readonly Analyzed[]): Attribute[] {
  const { attributes = [] } = all.find(({ name }) => name === 'SearchElement') ?? {};
  return attributes.filter(({ name }) => (CRITERIA as readonly string[]).includes(name));
}

/** What people outside may use of a class; undefined for classes that are none of their business. */
function publicPart(
  analyzed: Analyzed,
  criteria: readonly Attribute[],
  aliases: ReadonlyMap<string, string>,
): Declaration | undefined {
  const { name, description = '', superclass, tagName } = analyzed;
  if (analyzed.kind !== 'class') return undefined;
  const members = (analyzed.members ?? [])
    .filter((one) => !one.privacy && !one.static && one.name !== 'boardTheme')
    .map(({ kind, name, type, description = '', attribute }) => ({
      kind,
      name,
      ...(type && { type: { text: plainType(type.text, aliases) } }),
      description,
      ...(attribute && { attribute }),
    }));
  if (superclass?.name === 'Event') {
    return { kind: 'class', name, description, superclass: { name: 'Event' }, members };
  }
  if (!tagName) return undefined;
  const own = analyzed.attributes ?? [];
  const more = analyzed.takesCriteria ? criteria : [];
  return {
    kind: 'class',
    name,
    customElement: true,
    tagName,
    description: oneLine(description),
    attributes: [...own, ...more.filter(({ name }) => !own.some((one) => one.name === name))].map((one) =>
      plainAttribute(one, aliases),
    ),
    ...(members.length && { members }),
    ...listed('slots', analyzed.slots),
    ...listed(
      'events',
      analyzed.events?.filter(({ name, description }) => name?.startsWith('town-jobs-') && description),
    ),
    ...listed('cssParts', analyzed.cssParts),
    ...listed('cssStates', analyzed.cssStates),
    cssProperties: (analyzed.cssProperties ?? []).map(({ name, description, default: value }) => ({
      name,
      description,
      default: value,
    })),
  };
}

function plainAttribute(
  { name, description = '', type, default: value, fieldName }: Attribute,
  aliases: ReadonlyMap<string, string>,
): Attribute {
  const words = wordsOf(name);
  const choices = words ? ` Any of ${words.map((word) => `\`${word}\``).join(', ')}.` : '';
  return {
    name,
    description: oneLine(description) + choices,
    type: { text: plainType(type?.text ?? 'string', aliases) },
    ...(value && { default: value.replace(/^'(.*)'$/, '$1') }),
    ...(fieldName && { fieldName }),
  };
}

function listed<K extends string, T extends Documented>(key: K, list: readonly T[] | undefined) {
  const plain = list?.map(({ name, description, ...rest }) => {
    const { type } = rest as { type?: { text: string } };
    return { name, description: oneLine(description), ...(type && { type }) };
  });
  return plain?.length ? { [key]: plain } : {};
}

function plainType(text: string, aliases: ReadonlyMap<string, string>): string {
  const alone = text.replace(/\s*\|\s*undefined$/, '');
  return aliases.get(alone) ?? alone;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
