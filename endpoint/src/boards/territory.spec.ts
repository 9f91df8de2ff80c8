import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { distanceKm } from '../places/distance.ts';
import { Places } from '../places/places.ts';
import { type BoardDefinition, describeBoard } from './board.ts';
import { type Configuration, loadConfiguration } from './configuration.ts';
import { compileTerritory } from './territory.ts';

const DEMO = fileURLToPath(new URL('../../../demo/config', import.meta.url));

let places: Places;
let demo: Configuration;
beforeAll(async () => {
  places = await Places.load();
  demo = loadConfiguration(DEMO, { DEMO_PARTNERS: 'http://127.0.0.1:9' }, places);
});

function board(change: Partial<BoardDefinition>): BoardDefinition {
  return {
    id: 'town',
    name: 'Town',
    territory: { name: 'Town', communes: ['62765'], epcis: [] },
    nearby: 0,
    radius: { steps: [10], default: 10 },
    languages: ['fr'],
    remote: false,
    theme: {},
    demonstration: false,
    ...change,
  };
}

describe.each([
  ['saint-omer', 89, ['62']],
  ['pessac', 1, ['33']],
  ['bordeaux', 28, ['33']],
] as const)('the territory of %s', (id, members, departments) => {
  it('is its members and every commune within the distance of one, as a plain scan finds them', () => {
    const { definition, scope, members: own } = demo.boards.get(id)!;
    const points = [...own].map((insee) => places.commune(insee)!.point!);
    const scanned = [...places.communes()].filter(
      ({ insee, point }) =>
        own.has(insee) || (point && points.some((member) => distanceKm(member, point) <= definition.nearby)),
    );

    expect(own.size).toBe(members);
    expect([...scope.communes]).toEqual(scanned.map(({ insee }) => insee).sort());
    expect([...scope.departments]).toEqual(departments);
  });
});

describe('a territory', () => {
  it('counts distances from its most populous commune', () => {
    expect(demo.boards.get('saint-omer')!.scope.centre).toEqual(places.commune('62765')!.point);
    expect(demo.boards.get('bordeaux')!.scope.centre).toEqual(places.commune('33063')!.point);
  });

  it('joins communes, intercommunalities and a distance around a commune', () => {
    const territory = {
      name: 'Town',
      communes: ['33318', '62807'],
      epcis: ['246201016'],
      around: { commune: '62765', km: 5 },
    };

    const { members } = compileTerritory(board({ territory }), places);

    expect(members).toContain('33318');
    expect(members).toContain('62757');
    expect(members).toContain('62534');
    expect(members).toContain('62525');
    expect(members).not.toContain('62807');
  });

  it('without a distance is its members alone', () => {
    const { scope } = compileTerritory(board({ nearby: 0 }), places);

    expect([...scope.communes]).toEqual(['62765']);
  });

  it('has another revision with every change of its file, and the same one again otherwise', () => {
    const revision = (change: Partial<BoardDefinition>) =>
      compileTerritory(board(change), places).scope.revision;

    expect(revision({})).toBe(revision({}));
    const changed = [{ nearby: 1 }, { name: 'T' }, { theme: { space: '2em' } }, { partners: ['a'] }];
    expect(new Set([{}, ...changed].map(revision)).size).toBe(5);
  });

  it('accepts all partners unless some are named, and what is posted on it anyway', () => {
    const definition = board({ partners: ['a'] });

    expect(compileTerritory(board({}), places).scope.partners).toBeUndefined();
    expect(compileTerritory(definition, places).scope.partners).toEqual(
      new Set(['a', `board:${definition.id}`]),
    );
  });
});

it('describes a board as the contract wants it', () => {
  const described = describeBoard(demo.boards.get('saint-omer')!, {
    places,
    partners: demo.partners,
    freshness: { generation: 3 },
    origin: 'https://emploi.example.fr',
  });

  expect(described).toMatchObject({
    id: 'saint-omer',
    territory: { name: 'le Pays de Saint-Omer', nearby: 50 },
    radius: { steps: [5, 10, 20, 30, 50], default: 20 },
    freshness: { generation: 3 },
    page: 'https://emploi.example.fr/saint-omer',
    demonstration: true,
  });
  expect(described.partners.map(({ id }) => id)).toEqual([
    'mairies',
    'atelier-rh',
    'boussole',
    'grand-tableau',
  ]);
  expect(described.territory.communes).toHaveLength(89);
  expect(described.territory.communes[0]).toEqual({ insee: '62008', name: places.commune('62008')!.name });
});

it('describes only the partners that a board accepts', () => {
  const compiled = compileTerritory(board({ partners: ['boussole', 'unknown'] }), places);

  const { partners } = describeBoard(compiled, {
    places,
    partners: demo.partners,
    freshness: { generation: 0 },
    origin: 'https://emploi.example.fr',
  });

  expect(partners).toEqual([
    {
      id: 'boussole',
      name: 'Boussole Emploi',
      site: 'http://127.0.0.1:9/boussole/',
      attribution: 'Offres diffusées par Boussole Emploi.',
    },
  ]);
});
