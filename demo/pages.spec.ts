import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { WRITTEN_ENDPOINT } from './serve.ts';

const ROOT = fileURLToPath(new URL('./pages/', import.meta.url));
const FILES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' });
const PAGES = FILES.filter((file) => file.endsWith('.html'));
const BOARDS: Record<string, string> = {
  'saint-omer/index.html': 'saint-omer',
  'pessac/index.html': 'pessac',
  'bordeaux/index.html': 'bordeaux',
  'csp/index.html': 'saint-omer',
};
const VOID = new Set(['meta', 'link', 'img', 'br', '!doctype']);

interface Tag {
  name: string;
  attributes: string;
  /** The elements around it, the outermost first. */
  around: Tag[];
}

function read(file: string): string {
  return readFileSync(ROOT + file, 'utf8');
}

/** The elements of a page in their order; throws where a tag is left open or closed twice. */
function outline(html: string): Tag[] {
  const tags: Tag[] = [];
  const open: Tag[] = [];
  for (const [, slash, name = '', attributes = ''] of html.matchAll(/<(\/?)([!\w-]+)([^>]*)>/g)) {
    if (slash) {
      const last = open.pop();
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name}>`);
    } else {
      const tag = { name, attributes, around: [...open] };
      tags.push(tag);
      if (!VOID.has(name)) open.push(tag);
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is left open`);
  return tags;
}

function attribute(tag: Tag, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag.attributes)?.[1];
}

describe.each(PAGES)('demo page %s', (file) => {
  const tags = outline(read(file));
  const named = (name: string) => tags.filter((tag) => tag.name === name);
  const elements = tags.filter((tag) => tag.name.startsWith('town-jobs'));

  it('says its language and has a title, one h1 and one main', () => {
    expect(attribute(named('html')[0]!, 'lang')).toBe('fr');
    expect(named('title')).toHaveLength(1);
    expect(named('h1')).toHaveLength(1);
    expect(named('main')).toHaveLength(1);
  });

  it('skips no level of headings', () => {
    const levels = tags.filter((tag) => /^h[1-6]$/.test(tag.name)).map((tag) => Number(tag.name[1]));
    for (const [index, level] of levels.entries()) {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 1) + 1);
    }
  });

  it('keeps a link to the board inside each element', () => {
    for (const element of elements) {
      const links = tags.filter((tag) => tag.name === 'a' && tag.around.includes(element));
      expect(links.map((link) => attribute(link, 'href'))).toEqual([
        `${WRITTEN_ENDPOINT}/${attribute(element, 'board')}`,
      ]);
    }
  });

  it('loads the script once, as a module from the endpoint, where it has elements', () => {
    const scripts = named('script').map((tag) => [attribute(tag, 'type'), attribute(tag, 'src')]);
    expect(scripts).toEqual(elements.length > 0 ? [['module', `${WRITTEN_ENDPOINT}/town-jobs.js`]] : []);
  });
});

describe.each(Object.entries(BOARDS))('the three regions of %s', (file, board) => {
  const elements = outline(read(file)).filter((tag) => /^town-jobs-(?!filters)/.test(tag.name));

  it('hold the counter, the search and the results of one board', () => {
    expect(elements.map((tag) => tag.name).toSorted()).toEqual([
      'town-jobs-counter',
      'town-jobs-results',
      'town-jobs-search',
    ]);
    expect(elements.map((tag) => attribute(tag, 'board'))).toEqual([board, board, board]);
  });

  it('share no parent but the body', () => {
    const [first, second, third] = elements.map((tag) => tag.around);
    const shared = (one: Tag[], other: Tag[]) => one.filter((tag) => other.includes(tag)).at(-1)?.name;

    expect(shared(first!, second!)).toBe('body');
    expect(shared(second!, third!)).toBe('body');
    expect(shared(first!, third!)).toBe('body');
  });
});

it('the page of Pessac has filters of its board below the search', () => {
  const elements = outline(read('pessac/index.html')).filter((tag) => tag.name.startsWith('town-jobs'));
  const filters = elements.findIndex((tag) => tag.name === 'town-jobs-filters');

  expect(elements[filters - 1]?.name).toBe('town-jobs-search');
  expect(attribute(elements[filters]!, 'board')).toBe('pessac');
});

describe('the one-tag page', () => {
  it('holds nothing but the script and one element', () => {
    const tags = outline(read('une-balise/index.html'));
    const element = tags.find((tag) => tag.name === 'town-jobs');

    expect(element?.attributes.trim()).toBe('board="saint-omer"');
    expect(tags.filter((tag) => tag.name.startsWith('town-jobs-'))).toEqual([]);
  });
});

it.each(FILES.filter((file) => /\.(html|css|svg)$/.test(file)))('%s names no third party', (file) => {
  const addresses = read(file)
    .replaceAll('xmlns="http://www.w3.org/2000/svg"', '')
    .match(/(https?:)?\/\/[^\s"')]+|@import|@font-face|data:/g);

  for (const address of addresses ?? []) {
    expect(`${address}/`.startsWith(`${WRITTEN_ENDPOINT}/`), address).toBe(true);
  }
});
