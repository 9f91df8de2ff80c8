import { elementsOf, eventsOf, type Attribute, type Element, type Manifest } from './manifest.ts';

/** Where the types for frameworks lie, from the root of the package. */
const FOLDER = 'integrations';
const NOTE = '// Made by `npm run generate` from the doc comments of the elements; not to be edited.\n';

/** Types that let JSX and Vue templates know the elements: their attributes, and their events by class. */
export function frameworkTypes(manifest: Manifest): { path: string; text: string }[] {
  return [
    { path: `${FOLDER}/elements.d.ts`, text: NOTE + elementTypes(manifest) },
    { path: `${FOLDER}/react.d.ts`, text: NOTE + jsxTypes('react', 'RefAttributes') },
    { path: `${FOLDER}/preact.d.ts`, text: NOTE + jsxTypes('preact', 'ClassAttributes') },
    { path: `${FOLDER}/vue.d.ts`, text: NOTE + VUE },
  ];
}

function elementTypes(manifest: Manifest): string {
  const elements = elementsOf(manifest);
  const classes = [...elements.map(({ name }) => name), ...eventsOf(manifest).keys()].toSorted();
  return `import type {
${classes.map((name) => `  ${name},`).join('\n')}
} from 'town-jobs';

${elements.map(attributesOf).join('\n')}
/** Every element: its class, its attributes, and its events by their names. */
export interface TownJobsElements {
${elements.map(entryOf).join('\n')}
}

/** The attributes of an element and listeners for its events, as \`ontown-jobs-open\`, which JSX takes as they are. */
export type TownJobsProps<Tag extends keyof TownJobsElements> = TownJobsElements[Tag]['attributes'] & {
  [Name in keyof TownJobsElements[Tag]['events'] as \`on\${Name & string}\`]?: (
    event: TownJobsElements[Tag]['events'][Name],
  ) => void;
};
`;
}

function attributesOf({ name, description, attributes }: Element): string {
  const lines = attributes.map(
    (one) => `  /** ${one.description} */\n  ${keyOf(one.name)}?: ${typeOf(one)} | undefined;`,
  );
  return `/** ${description} */\nexport interface ${name}Attributes {\n${lines.join('\n')}\n}\n`;
}

function entryOf({ tagName, name, events = [] }: Element): string {
  const listed = events.map((event) => `'${event.name}': ${event.type.text}`).join('; ');
  return `  ${keyOf(tagName)}: {
    element: ${name};
    attributes: ${name}Attributes;
    events: {${listed && ` ${listed} `}};
  };`;
}

/** What a template may write: a number in quotes, too. */
function typeOf({ type }: Attribute): string {
  return type.text === 'number' ? 'number | `${number}`' : type.text;
}

function keyOf(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name}'`;
}

/** React 19 and Preact take attributes and events of custom elements in the same way. */
function jsxTypes(library: string, refs: string): string {
  return `import type { ${refs}, HTMLAttributes } from '${library}';
import type { TownJobsElements, TownJobsProps } from './elements.js';

export * from 'town-jobs';

type Tags = {
  [Tag in keyof TownJobsElements]: TownJobsProps<Tag> &
    ${refs}<TownJobsElements[Tag]['element']> &
    Omit<HTMLAttributes<TownJobsElements[Tag]['element']>, keyof TownJobsProps<Tag>>;
};

declare module '${library}' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
`;
}

/** Vue reads \`heading-level\` in a template as \`headingLevel\`. */
const VUE = `import type { HTMLAttributes } from 'vue';
import type { TownJobsElements } from './elements.js';

export * from 'town-jobs';

type Camel<Name> = Name extends \`\${infer Start}-\${infer Rest}\` ? \`\${Start}\${Capitalize<Camel<Rest>>}\` : Name;

type Tags = {
  [Tag in keyof TownJobsElements]: new () => {
    $props: Omit<HTMLAttributes, keyof TownJobsElements[Tag]['attributes']> & {
      [Name in keyof TownJobsElements[Tag]['attributes'] as Camel<Name> &
        string]?: TownJobsElements[Tag]['attributes'][Name];
    } & {
      [Name in keyof TownJobsElements[Tag]['events'] as Camel<\`on-\${Name & string}\`>]?: (
        event: TownJobsElements[Tag]['events'][Name],
      ) => void;
    };
  };
};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
`;
