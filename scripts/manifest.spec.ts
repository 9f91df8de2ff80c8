import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CRITERIA } from '../src/board/criteria.ts';
import { VARIABLES } from '../src/theme/variables.ts';
import { describeElements, elementsOf, eventsOf, type Element } from './manifest.ts';

const src = join(import.meta.dirname, '../src');
const manifest = await describeElements();
const elements = elementsOf(manifest);
const names = (list: readonly { name: string }[] = []) => list.map(({ name }) => name);

/** The source of an element, with the modules beside it. */
function sourceOf({ tagName }: Element): string {
  const folder = join(src, 'elements', tagName.replace(/^town-jobs-/, ''));
  const files = readdirSync(folder).filter((file) => /(?<!test|spec|styles)\.ts$/.test(file));
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}

/** Every name that a template gives to a part, by attribute or as the part of a heading. */
function partsIn(source: string): string[] {
  const places = source.matchAll(/\spart="([\w ]+)"|\spart=\$\{([^}]+)\}|heading\(\s*[^,]+,\s*('\w+')/g);
  return [...places].flatMap(([, plain, bound, ofHeading]) =>
    plain ? plain.split(' ') : [...(bound ?? ofHeading ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => name!),
  );
}

describe('the manifest', () => {
  it('has every element that the package exports, with a sentence', () => {
    const index = readFileSync(join(src, 'index.ts'), 'utf8');
    const classes = [...index.matchAll(/\b(TownJobs\w*)\b/g)].map(([, name]) => name!);

    const described = [...names(elements), ...eventsOf(manifest).keys()];

    expect(described.toSorted()).toEqual([...new Set(classes)].toSorted());
    expect(elements.filter(({ description }) => !description)).toEqual([]);
  });

  it.each(elements.map((element) => [element.tagName, element] as const))(
    'documents the parts of <%s>, and no other',
    (_, element) => {
      const written = new Set(partsIn(sourceOf(element)));
      const documented = names(element.cssParts).filter((name) => name !== 'base');
      // An offer shows cards of the list.
      const borrowed = element.tagName === 'town-jobs-offer' ? ['card'] : [];

      expect([...written, ...borrowed].toSorted()).toEqual(documented.toSorted());
    },
  );

  it.each(elements.map((element) => [element.tagName, element] as const))(
    'documents the states of <%s>, and no other',
    (_, element) => {
      const list = /const STATES = \[(.*?)\]/s.exec(sourceOf(element))?.[1] ?? '';
      const written = [...list.matchAll(/'([\w-]+)'/g)].map(([, name]) => name);

      expect(names(element.cssStates)).toEqual(written);
    },
  );

  it.each(elements.map((element) => [element.tagName, element] as const))(
    'documents every event that <%s> dispatches, with its class',
    (tag, element) => {
      const source = sourceOf(element);
      const dispatched = [...source.matchAll(/new (TownJobs\w+Event)\(/g)].map(([, name]) => name!);
      if (source.includes('this.ask(')) dispatched.push('TownJobsSearchEvent');
      const documented = (element.events ?? []).map(({ type }) => type.text);

      // What happens inside the board is heard from it.
      if (tag !== 'town-jobs') expect(documented.toSorted()).toEqual([...new Set(dispatched)].toSorted());
      for (const name of documented) expect(eventsOf(manifest).has(name), name).toBe(true);
    },
  );

  it('says what events carry, each field with a sentence', () => {
    const silent = [...eventsOf(manifest).values()].flatMap(({ name, members }) =>
      members.filter(({ description }) => !description).map((field) => `${name}.${field.name}`),
    );

    expect(silent).toEqual([]);
  });

  it('names what a search begins with on every element but the offer', () => {
    const criteria = CRITERIA.filter((name) => name !== 'page');
    for (const { tagName, attributes } of elements) {
      const expected = tagName === 'town-jobs-offer' ? [] : criteria;
      expect(names(attributes), tagName).toEqual(expect.arrayContaining([...expected]));
    }
  });

  it('has no more than 20 variables, the same for every element', () => {
    const all = new Set(elements.flatMap(({ cssProperties }) => names(cssProperties)));

    expect([...all]).toEqual(Object.keys(VARIABLES).map((name) => `--town-jobs-${name}`));
    expect(all.size).toBeLessThanOrEqual(20);
  });

  it('keeps to itself what is private, and where sources lie', () => {
    const hidden = ['page', 'internals', 'base', 'choose', 'boardTheme'];
    const members = elements.flatMap((element) => names(element.members));

    expect(members.filter((name) => name.startsWith('#') || hidden.includes(name))).toEqual([]);
    expect(manifest.modules.filter(({ path }) => !/^dist\/.+\.js$/.test(path))).toEqual([]);
  });
});
