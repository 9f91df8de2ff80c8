import { elementsOf, eventsOf, type Documented, type Element, type Manifest } from './manifest.ts';

/** Tables for people, in Markdown, by the name of their place in the README. */
export function tablesOf(manifest: Manifest): Record<string, string> {
  const elements = elementsOf(manifest);
  return {
    attributes: attributesTable(elements),
    events: eventsTable(manifest),
    variables: table(
      ['variable', 'default', 'what it colours or measures'],
      (elements[0]?.cssProperties ?? []).map((one) => [code(one.name), code(one.default), one.description]),
    ),
    parts: eachElement('parts', elements, ({ cssParts }) => cssParts),
    states: eachElement('states', elements, ({ cssStates }) => cssStates),
    slots: eachElement('slots', elements, ({ slots }) => slots),
  };
}

/**
 * A text with its tables as they are now: each stands between `<!-- table: NAME -->` and `<!-- /table -->`. A name
 * that there is no table for is an error.
 */
export function withTables(text: string, tables: Readonly<Record<string, string>>): string {
  return text.replace(
    /(<!-- table: (\w+) -->\n).*?(<!-- \/table -->)/gs,
    (_, begin: string, name: string, end: string) => {
      if (!tables[name]) throw new Error(`There is no table "${name}": ${Object.keys(tables).join(', ')}.`);
      return `${begin}\n${tables[name]}\n${end}`;
    },
  );
}

/** One row for all elements that mean the same by an attribute. */
function attributesTable(elements: readonly Element[]): string {
  const rows = new Map<string, { name: string; property?: string; description: string; on: string[] }>();
  for (const { tagName, attributes } of elements) {
    for (const { name, description, fieldName, default: value } of attributes) {
      const meaning = value && value !== 'false' ? `${description} \`${value}\` without it.` : description;
      const key = `${name} ${meaning}`;
      const row = rows.get(key) ?? { name, property: fieldName, description: meaning, on: [] };
      row.on.push(tagName);
      rows.set(key, row);
    }
  }
  const spread = new Map<string, number>();
  for (const { name, on } of rows.values()) spread.set(name, Math.max(on.length, spread.get(name) ?? 0));
  const names = [...spread].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
  const order = names.flatMap((name) => [...rows.values()].filter((row) => row.name === name));
  return table(
    ['attribute', 'property', 'on', 'meaning'],
    order.map(({ name, property, on, description }) => [
      code(name),
      property ? code(property) : '',
      where(on, elements),
      description,
    ]),
  );
}

function eventsTable(manifest: Manifest): string {
  const classes = eventsOf(manifest);
  const elements = elementsOf(manifest);
  const names = new Map(
    elements.flatMap(({ events = [] }) => events.map(({ name, type }) => [name, type.text] as const)),
  );
  return table(
    ['event', 'from', 'when', 'what it carries'],
    [...names].map(([name, type]) => {
      const { description, members } = classes.get(type)!;
      const from = elements.filter(
        ({ tagName, events }) => tagName !== 'town-jobs' && events?.some((one) => one.name === name),
      );
      return [
        code(name),
        where(
          from.map(({ tagName }) => tagName),
          elements,
        ),
        description,
        members.map((one) => sentence(one.name, one.description)).join('; '),
      ];
    }),
  );
}

/** One row for each element that has some. */
function eachElement(
  what: string,
  elements: readonly Element[],
  of: (element: Element) => readonly Documented[] | undefined,
): string {
  return table(
    ['element', what],
    elements.flatMap((element) => {
      const all = of(element)?.map(({ name, description }) =>
        name ? sentence(name, description) : description.replace(/\.$/, ''),
      );
      return all?.length ? [[code(`<${element.tagName}>`), all.join('; ')]] : [];
    }),
  );
}

/** "any", "any but offer", or the names without what they all begin with. */
function where(tags: readonly string[], elements: readonly Element[]): string {
  const short = (tag: string) => (tag === 'town-jobs' ? '`<town-jobs>`' : tag.replace('town-jobs-', ''));
  const others = elements.map(({ tagName }) => tagName).filter((tag) => !tags.includes(tag));
  if (!others.length) return 'any';
  return others.length < 3 ? `any but ${others.map(short).join(', ')}` : tags.map(short).join(', ');
}

/** "`chip` a criterion that can be taken away". */
function sentence(name: string, description: string): string {
  const text = description.replace(/\.$/, '');
  const isName = /^(`|[A-Z]{2}|NAF|ROME)/.test(text);
  return `${code(name)} ${isName ? text : text.charAt(0).toLowerCase() + text.slice(1)}`.trim();
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |\n`;
  return line(head) + `|${head.map(() => '---|').join('')}\n` + rows.map(line).join('');
}
