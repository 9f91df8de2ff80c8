import { shortId } from '../src/locales/short-id.ts';

/** The ids of the texts that an element alone has, by its folder. */
export type Uses = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Parts the module that lit-localize makes of a language into one for all pages and one for each lazy element, with
 * short ids. Returns them by the names of their files. Throws where two texts have the same short id.
 */
export function splitTexts(locale: string, module: string, uses: Uses): Map<string, string> {
  const texts = textsIn(module);
  const whole = new Map<string, string>();
  for (const [id] of texts) {
    const other = whole.get(shortId(id));
    if (other)
      throw new Error(`Texts ${other} and ${id} end alike: raise DIGITS in src/locales/short-id.ts.`);
    whole.set(shortId(id), id);
  }

  const files = new Map<string, string>();
  const roomOf = (id: string) => [...uses].filter(([, ids]) => ids.has(id)).map(([room]) => room);
  const common = texts.filter(([id]) => roomOf(id).length === 0);
  const imports = [...uses.keys()].map((room) => `  ${room}: () => import('./${locale}.${room}.ts'),\n`);
  const rooms = `\n/** The texts of elements that are loaded where they stand. */\nexport const rooms = {\n${imports.join('')}};\n`;
  files.set(`${locale}.ts`, written(common) + rooms);
  for (const room of uses.keys()) {
    files.set(`${locale}.${room}.ts`, written(texts.filter(([id]) => roomOf(id).includes(room))));
  }
  return files;
}

type Text = readonly [id: string, template: string];

/** The entries of a module of lit-localize. */
function textsIn(module: string): Text[] {
  const [, entries = ''] = /export const templates = \{\n(.*)\n\s*\};/s.exec(module) ?? [];
  const texts: Text[] = [];
  for (const entry of entries.split(/,\n\s*(?='s[\da-f]+': |$)/)) {
    const [, id, template] = /^\s*'(s[\da-f]+)': (.*?),?$/s.exec(entry) ?? [];
    if (id && template) texts.push([id, template]);
  }
  return texts;
}

function written(texts: readonly Text[]): string {
  const tags = ['html', 'str'].filter((tag) => texts.some(([, template]) => template.startsWith(tag)));
  const imports = tags.map((tag) => `import { ${tag} } from '${tag === 'str' ? '@lit/localize' : 'lit'}';\n`);
  const entries = texts.map(([id, template]) => `  ${shortId(id)}: ${template},\n`);
  return `// Made of src/locales/xlf by \`npm run generate\`.\n${imports.join('')}\nexport const templates = {\n${entries.join('')}};\n`;
}
