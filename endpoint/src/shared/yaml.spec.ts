import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Type, { type TSchema } from 'typebox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, expandEnvironment, openYaml, readYaml, readYamlFolder } from './yaml.ts';

const Town = Type.Object(
  {
    name: Type.String(),
    radius: Type.Optional(
      Type.Object(
        { steps: Type.Optional(Type.Array(Type.Integer())), default: Type.Number({ maximum: 100 }) },
        { additionalProperties: false },
      ),
    ),
    communes: Type.Optional(
      Type.Array(Type.String({ pattern: '^\\d{5}$', description: 'a code of 5 digits' })),
    ),
    size: Type.Optional(Type.Unsafe<string>({ type: 'string', enum: ['small', 'large'] })),
    from: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])),
    codes: Type.Optional(Type.Record(Type.String(), Type.String())),
  },
  { additionalProperties: false },
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'town-jobs-yaml-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(text: string | Buffer, name = 'town.yaml'): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** What is thrown for such a file, without the folder in front. */
function refusal(text: string | Buffer, schema: TSchema = Town): string {
  try {
    readYaml(write(text), schema);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message.replaceAll(`${folder}/`, '');
  }
  throw new Error('Nothing was refused.');
}

describe('a good file', () => {
  it('keeps the zeros of an INSEE code without quotes', () => {
    const file = write('name: Amareins\ncommunes: [01165, 62765]\ncodes:\n  010: 1\n  yes: true\n');

    const town = readYaml(file, Town);

    expect(town.communes).toEqual(['01165', '62765']);
    expect(town.codes).toEqual({ '010': '1', yes: 'true' });
  });

  it('begins with a byte order mark or not', () => {
    expect(readYaml(write('\uFEFFname: Lumbres\n'), Town)).toEqual({ name: 'Lumbres' });
  });

  it('knows the line of a value that turns out to be wrong later', () => {
    const yaml = openYaml(write('name: Lumbres\ncommunes:\n  - 62534\n  - 99999\n'), Town);

    expect(yaml.fault(['communes', 1], 'Unknown.')).toBe(`${yaml.file}:4: Unknown.`);
    expect(yaml.fault(['communes'], 'Unknown.')).toBe(`${yaml.file}:2: Unknown.`);
    expect(yaml.fault(['nowhere', 'at all'], 'Unknown.')).toBe(`${yaml.file}:1: Unknown.`);
  });
});

describe('a file to mend', () => {
  it.each([
    ['name: a\nradius:\n  default: "vingt"\n', 'town.yaml:3: radius.default must be a number, not "vingt".'],
    ['name: a\nraduis: 3\n', 'town.yaml:2: raduis is not a known key; did you mean "radius"?'],
    [
      'name: a\nradius:\n  default: 3\n  colour: red\n',
      'town.yaml:4: radius.colour is not a known key; the known ones are steps, default.',
    ],
    [
      'radius:\n  default: 300\n',
      'town.yaml:1: name is missing; add it.\ntown.yaml:2: radius.default must be at most 100, not 300.',
    ],
    ['name: a\nradius: {}\n', 'town.yaml:2: radius.default is missing; add it.'],
    ['name:\n', 'town.yaml:1: name must be a text, not empty.'],
    ['name: a\nname: b\n', 'town.yaml:2: "name" stands here a second time; keep one of the two.'],
    [
      'name: a\ncodes:\n  1: a\n  "1": b\n',
      'town.yaml:4: "1" stands here a second time; keep one of the two.',
    ],
    ['name: a\nradius:\n\tdefault: 3\n', 'town.yaml:3: A tab indents this line; use spaces.'],
    [
      'name: a\ncommunes: [62765, 627]\n',
      'town.yaml:2: entry 2 of communes must be a code of 5 digits, not "627".',
    ],
    ['name: a\nsize: huge\n', 'town.yaml:2: size must be "small" or "large", not "huge".'],
    ['name: a\nfrom: 3.5.1\nsize: [a]\n', 'town.yaml:3: size must be "small" or "large", not a list.'],
    ['name: a\nfrom: {b: c}\n', 'town.yaml:2: from must be a text or a list, not a group of keys.'],
    ['name: a\nfrom:\n  - b\n  - [c]\n', 'town.yaml:4: entry 2 of from must be a text, not a list.'],
    [
      'name: a\nradius: {default: 1, steps: [1.5]}\n',
      'town.yaml:2: entry 1 of radius.steps must be a whole number, not 1.5.',
    ],
    ['', 'town.yaml:1: The file must hold keys with their values ("name: …"), one a line.'],
    ['# nothing yet\n', 'town.yaml:1: The file must hold keys with their values ("name: …"), one a line.'],
    ['- a\n- b\n', 'town.yaml:1: The file must hold keys with their values ("name: …"), one a line.'],
    ['name: a\n---\nname: b\n', 'town.yaml:2: A second document begins here ("---"); keep one in a file.'],
    ['name: "a\n', 'town.yaml:2: A quote, bracket or colon is not closed or missing here.'],
    [
      'a: &a [x]\nb: &b [*a, *a]\nname: [*b, *b]\n',
      'town.yaml:2: "*a" refers to another value; write it out.',
    ],
    [
      'name: a\n__proto__: {x: 1}\n',
      'town.yaml:2: __proto__ is not a known key; the known ones are name, radius, communes, size, from, codes.',
    ],
  ])('%j is refused with its line and what to do', (text, message) => {
    expect(refusal(text)).toBe(message);
  });

  it('is refused where its encoding is not UTF-8', () => {
    expect(refusal(Buffer.from('name: Département\n', 'latin1'))).toBe(
      'town.yaml:1: The file is not in UTF-8; save it in that encoding.',
    );
  });

  it.each(['[', '{a: ', '- '])('is refused where %j nests without end', (opening) => {
    expect(refusal(`name: ${opening.repeat(50_000)}`)).toMatch(/^town\.yaml:\d+: /);
  });

  it('is refused where it is not there', () => {
    expect(() => readYaml(join(folder, 'none.yaml'), Town)).toThrow('There is no such file');
  });
});

describe('a folder', () => {
  it('is read in the order of names, other files left aside', () => {
    write('name: B\n', 'b.yaml');
    write('name: A\n', 'a.yaml');
    write('nonsense', 'a.yaml.orig');
    mkdirSync(join(folder, 'old'));

    expect(readYamlFolder(folder, Town).map(({ value }) => value.name)).toEqual(['A', 'B']);
  });

  it('gives nothing but the faults of all its files when one is wrong', () => {
    write('name: A\n', 'a.yaml');
    write('name: [B]\n', 'b.yaml');
    write('nom: C\n', 'c.yaml');

    const read = () => readYamlFolder(folder, Town);

    expect(read).toThrow(
      /b\.yaml:1: name must be a text.*\n.*c\.yaml:1: .*name is missing.*\n.*c\.yaml:1: nom/,
    );
  });

  it('that does not exist is named', () => {
    expect(() => readYamlFolder(join(folder, 'boards'), Town)).toThrow(/boards: .*create it/);
  });
});

describe('environment variables', () => {
  it('replace their names in a text', () => {
    expect(expandEnvironment('${HOST}/feed?key=${KEY}&$5', { HOST: 'http://a', KEY: '$&' })).toBe(
      'http://a/feed?key=$&&$5',
    );
  });

  it('are named where they are missing', () => {
    expect(() => expandEnvironment('${TOKEN}', {})).toThrow('The environment variable TOKEN is not set');
    expect(() => expandEnvironment('${TOKEN}', { TOKEN: '' })).toThrow('TOKEN is not set');
    expect(() => expandEnvironment('${toString}', {})).toThrow('toString is not set');
    expect(() => expandEnvironment('${a b}', {})).toThrow('"${a b}" is not the name');
    expect(() => expandEnvironment('${HOST', { HOST: 'x' })).toThrow('"${HOST" is not the name');
  });
});
