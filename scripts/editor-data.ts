import { elementsOf, type Attribute, type Documented, type Manifest } from './manifest.ts';

/** Where editors find what the tags are, for whom they read it. */
const HELP = { name: 'town-jobs', url: 'https://www.npmjs.com/package/town-jobs' };

/**
 * What VS Code shows while somebody writes a page or a style sheet: tags, attributes and their values; variables,
 * parts and states. In the form of its `html.customData` and `css.customData`, version 1.1.
 */
export function editorData(manifest: Manifest): { path: string; text: string }[] {
  const elements = elementsOf(manifest);
  const tags = elements.map(({ tagName, description, attributes, slots = [], events = [] }) => ({
    name: tagName,
    description: markdown(description, [
      ...slots.map(
        ({ name, ...slot }) => `slot ${name ? `\`${name}\`` : '(without a name)'}: ${slot.description}`,
      ),
      ...events.map((event) => `event \`${event.name}\`: ${event.description}`),
    ]),
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      description: attribute.description,
      ...valuesOf(attribute),
    })),
    references: [HELP],
  }));
  const byName = <T extends Documented>(
    of: (element: (typeof elements)[number]) => readonly T[] | undefined,
  ) => {
    const found = new Map<string, string[]>();
    for (const element of elements) {
      for (const { name, description } of of(element) ?? []) {
        found.set(name, [...(found.get(name) ?? []), `\`<${element.tagName}>\`: ${description}`]);
      }
    }
    return [...found];
  };
  const css = {
    version: 1.1,
    properties: (elements[0]?.cssProperties ?? []).map((one) => ({
      name: one.name,
      description: `${one.description} Without it: \`${one.default}\`.`,
      values: [],
    })),
    pseudoElements: byName(({ cssParts }) => cssParts).map(([name, lines]) => ({
      name: `::part(${name})`,
      description: lines.join('\n\n'),
    })),
    pseudoClasses: byName(({ cssStates }) => cssStates).map(([name, lines]) => ({
      name: `:state(${name})`,
      description: lines.join('\n\n'),
    })),
  };
  return [
    { path: 'integrations/vscode.html-custom-data.json', text: json({ version: 1.1, tags }) },
    { path: 'integrations/vscode.css-custom-data.json', text: json(css) },
  ];
}

function markdown(description: string, lines: readonly string[]) {
  return { kind: 'markdown', value: [description, ...lines].join('\n\n') };
}

/** The words that an attribute knows: of its type, or named by its description. */
function valuesOf({ type, description }: Attribute): { values?: { name: string }[] } {
  const typed = [...type.text.matchAll(/'([^']+)'/g)];
  const named = [...(/ Any of (.+)\.$/.exec(description)?.[1] ?? '').matchAll(/`([^`]+)`/g)];
  const values = [...typed, ...named].map(([, name]) => ({ name: name! }));
  return values.length ? { values } : {};
}

function json(data: object): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
