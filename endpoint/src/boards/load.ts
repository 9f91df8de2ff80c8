import { basename } from 'node:path';
import Type, { type Static } from 'typebox';
import type { Places } from '../places/places.ts';
import { nearest } from '../shared/nearest.ts';
import { ConfigError, readYamlFolder, wholeOrNothing, type YamlFile, type YamlPath } from '../shared/yaml.ts';
import type { BoardDefinition } from './board.ts';

/** The furthest that a board looks beyond its members, in kilometres. */
const MAX_NEARBY_KM = 50;
const DEFAULT_NEARBY_KM = 20;
const DEFAULT_RADIUS = { steps: [5, 10, 20, 30, 50], default: 20 };

/** First parts of addresses that the endpoint uses itself. */
export const ROUTE_WORDS: readonly string[] = [
  'v1',
  'healthz',
  'readyz',
  'metrics',
  'bureau',
  'partners',
  'assets',
  'town-jobs',
  'demo',
];

const Kilometres = Type.Number({ exclusiveMinimum: 0, maximum: 100 });

/** What stands in `boards/ID.yaml`. */
const BoardFile = Type.Object(
  {
    id: Type.String({
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      maxLength: 60,
      description: 'small letters, digits and single hyphens',
    }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    territory: Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 100 }),
        communes: Type.Optional(Type.Array(Type.String())),
        epcis: Type.Optional(Type.Array(Type.String())),
        around: Type.Optional(
          Type.Object({ commune: Type.String(), km: Kilometres }, { additionalProperties: false }),
        ),
      },
      { additionalProperties: false },
    ),
    nearby: Type.Optional(Type.Number({ minimum: 0, maximum: MAX_NEARBY_KM })),
    radius: Type.Optional(
      Type.Object(
        { steps: Type.Array(Kilometres, { minItems: 1, uniqueItems: true }), default: Type.Number() },
        { additionalProperties: false },
      ),
    ),
    languages: Type.Optional(
      Type.Array(
        Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]+)*$', description: 'a language tag like "fr"' }),
        { minItems: 1, uniqueItems: true },
      ),
    ),
    partners: Type.Optional(Type.Array(Type.String(), { uniqueItems: true })),
    remote: Type.Optional(Type.Boolean()),
    theme: Type.Optional(
      Type.Record(
        Type.String({ pattern: '^[a-z]+(-[a-z]+)*$' }),
        Type.String({
          pattern: '^[^;{}<>\\\\"]{1,100}$',
          description: 'a CSS value without ; { } < > \\ or double quotes',
        }),
        { additionalProperties: false },
      ),
    ),
    demonstration: Type.Optional(Type.Boolean()),
    samples: Type.Optional(Type.Boolean()),
    contact: Type.Optional(
      Type.String({
        pattern: '^(https?://[^\\s/]\\S*|[^\\s@:/]+@[^\\s@]+\\.[^\\s@]+)$',
        description: 'an e-mail address or the address of a page (https://…)',
      }),
    ),
    imprint: Type.Optional(
      Type.String({ pattern: '^https?://[^\\s/]\\S*$', description: 'the address of a page (https://…)' }),
    ),
  },
  { additionalProperties: false },
);

/**
 * Loads `boards/*.yaml`, whole or not at all.
 * @param partners the ids that a board may name; without it any
 * @throws {ConfigError} with one line for each thing to mend
 */
export function loadBoards(
  folder: string,
  places: Places,
  partners?: ReadonlySet<string>,
): Map<string, BoardDefinition> {
  const files = readYamlFolder(folder, BoardFile);
  const boards = wholeOrNothing(files, (yaml) => {
    const problems = [
      ...identityFaults(yaml),
      ...territoryFaults(yaml, places),
      ...choiceFaults(yaml, partners),
    ];
    if (problems.length > 0) throw new ConfigError(problems);
    return definitionOf(yaml.value);
  });
  return new Map(boards.map((board) => [board.id, board]));
}

type BoardYaml = YamlFile<Static<typeof BoardFile>>;

function definitionOf({ territory, ...file }: Static<typeof BoardFile>): BoardDefinition {
  const { communes = [], epcis = [] } = territory;
  const { steps, default: radius } = file.radius ?? DEFAULT_RADIUS;
  return {
    ...file,
    territory: { ...territory, communes, epcis },
    nearby: file.nearby ?? DEFAULT_NEARBY_KM,
    radius: { steps: steps.toSorted((a, b) => a - b), default: radius },
    languages: file.languages ?? ['fr'],
    remote: file.remote ?? false,
    theme: file.theme ?? {},
    demonstration: file.demonstration ?? false,
  };
}

function identityFaults({ value: { id }, file, fault }: BoardYaml): string[] {
  if (ROUTE_WORDS.includes(id))
    return [fault(['id'], `"${id}" is an address of the endpoint itself; choose another id.`)];
  if (basename(file) !== `${id}.yaml`)
    return [fault(['id'], `The file of "${id}" must be named ${id}.yaml.`)];
  return [];
}

function territoryFaults({ value: { territory }, fault }: BoardYaml, places: Places): string[] {
  const { communes = [], epcis = [], around } = territory;
  const faults: string[] = [];
  const commune = (path: YamlPath, insee: string) => {
    if (!places.commune(insee)) {
      faults.push(fault(path, `"${insee}" is no INSEE code of a commune; a postcode is something else.`));
    }
  };
  for (const [index, insee] of communes.entries()) commune(['territory', 'communes', index], insee);
  for (const [index, code] of epcis.entries()) {
    if (places.epci(code)) continue;
    faults.push(fault(['territory', 'epcis', index], `"${code}" is no code (SIREN) of an intercommunality.`));
  }
  if (around) commune(['territory', 'around', 'commune'], around.commune);
  if (communes.length + epcis.length === 0 && !around) {
    faults.push(fault(['territory'], 'territory must name communes, epcis or around; add one of them.'));
  }
  return faults;
}

function choiceFaults({ value, fault }: BoardYaml, partners: ReadonlySet<string> | undefined): string[] {
  const faults: string[] = [];
  const { radius } = value;
  if (radius && !radius.steps.includes(radius.default)) {
    faults.push(
      fault(['radius', 'default'], `radius.default must be one of the steps, not ${radius.default}.`),
    );
  }
  for (const [index, id] of (value.partners ?? []).entries()) {
    if (!partners || partners.has(id)) continue;
    const meant = nearest(id, partners);
    const hint = meant ? `did you mean "${meant}"?` : `add partners/${id}.yaml or leave it out.`;
    faults.push(fault(['partners', index], `"${id}" is no known partner; ${hint}`));
  }
  return faults;
}
