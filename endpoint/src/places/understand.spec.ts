import { beforeAll, describe, expect, it } from 'vitest';
import { Places, type SuggestTerritory } from './places.ts';

let places: Places;
let audomarois: SuggestTerritory;
let poitiers: ReadonlySet<string>;

beforeAll(async () => {
  places = await Places.load();
  const around = (insee: string) => {
    const communes = places.within(places.commune(insee)!.point!, 50);
    return new Set(communes.map((commune) => commune.insee));
  };
  audomarois = {
    members: new Set([...places.epci('200069037')!.members, ...places.epci('246201016')!.members]),
    inReach: around('62765'),
    departments: new Set(['62']),
  };
  poitiers = around('86194');
});

describe('what a resident means', () => {
  it.each([
    ['st omer', { insee: '62765' }],
    ['ST-OMER CEDEX', { insee: '62765' }],
    ['62765', { insee: '62765' }],
    ['saint omer 62', { insee: '62765' }],
    ['saint-omer (14)', { insee: '14635' }],
    ['Tatinghem', { insee: '62757' }],
    ['longuen', { insee: '62525' }],
    ['aire', { insee: '62014' }],
    ['bordeaux', { insee: '33063' }],
    ['Paris 12e', { insee: '75056' }],
    ['75012', { insee: '75056' }],
    ['paris', { insee: '75056' }],
    ['62', { department: '62' }],
    ['2a', { department: '2A' }],
    ['pas de calais', { department: '62' }],
    ['réunion', { department: '974' }],
    ['50.75,2.25', { point: [50.75, 2.25] }],
    [' 44.8 , -0.58 ', { point: [44.8, -0.58] }],
  ])('by %j is %j', (text, expected) => {
    expect(places.understand(text, audomarois.inReach)).toEqual(expected);
  });

  it.each(['', ' ', 'zzz', 'sa', '99999', '0,0', '95.2,2', '50,200', '🥐', '__proto__', 'x'.repeat(10_000)])(
    'by %j is nothing known',
    (text) => {
      expect(places.understand(text, audomarois.inReach)).toBeUndefined();
    },
  );

  it('by five digits is a postcode first, since half of them are the INSEE code of another commune', () => {
    expect(places.commune('62500')!.name).toBe('Lespesses');
    expect(places.understand('62500', audomarois.inReach)).toEqual({ insee: '62765' });
    expect(places.understand('62500')).toEqual({ insee: '62765' });
    expect(places.understand('62500', new Set(['62500']))).toEqual({ insee: '62500' });
  });

  it('among homonyms is the preferred one, else the largest', () => {
    expect(places.understand('saint-omer')).toEqual({ insee: '62765' });
    expect(places.understand('saint-omer', new Set(['14635']))).toEqual({ insee: '14635' });
  });

  it('by the name of a département and of a commune elsewhere is the département', () => {
    expect(places.understand('vienne', poitiers)).toEqual({ department: '86' });
    expect(places.understand('vienne', new Set(['38544']))).toEqual({ insee: '38544' });
  });
});

describe('suggestions', () => {
  const suggest = (typed: string, limit = 8) => places.suggest(typed, audomarois, limit);
  const named = (typed: string, limit?: number) => suggest(typed, limit).map(({ name }) => name);

  it('put the territory first, then what is in reach, then the rest, each by population', () => {
    const found = suggest('saint', 200);
    const tiers = found.map(({ member, place }) => (member ? 0 : audomarois.inReach.has(place) ? 1 : 2));

    expect(found[0]).toEqual({ place: '62765', name: 'Saint-Omer', detail: '62500', member: true });
    expect(tiers.filter((tier) => tier === 0)).toHaveLength(6);
    expect(tiers.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it.each([
    ['omer', 'Saint-Omer'],
    ['ST OM', 'Saint-Omer'],
    ['st', 'Saint-Omer'],
    ['strasb', 'Strasbourg'],
    ['ste', 'Steenvoorde'],
    ['lille', 'Lillers'],
    ['62500', 'Saint-Omer'],
    ['6238', 'Lumbres'],
    ['62', 'Pas-de-Calais'],
    ['pas-de', 'Pas-de-Calais'],
    ['nord', 'Nord'],
    ['paris 12', 'Paris'],
    ['touquet', 'Le Touquet-Paris-Plage'],
    ['s', 'Saint-Omer'],
    ['l', 'Longuenesse'],
  ])('for %j begin with %s', (typed, expected) => {
    expect(named(typed)[0]).toBe(expected);
  });

  it('find a commune by its former name and say so', () => {
    expect(suggest('tatin')).toEqual([
      { place: '62757', name: 'Saint-Martin-lez-Tatinghem', detail: '62500', member: true },
    ]);
    expect(suggest('saint martin au laert')[0]!.detail).toBe('62500 · Saint-Martin-au-Laërt');
  });

  it('give values that are understood as the same place', () => {
    for (const typed of ['les', 'li', 'saint', 'bord', '62', '591', 'la r', 'w']) {
      for (const { place, name } of suggest(typed, 20)) {
        const meant = places.understand(place, audomarois.inReach)!;
        const found = places.commune(meant.insee ?? '') ?? places.department(meant.department ?? '');
        expect(found?.name, place).toBe(name);
      }
    }
  });

  it.each(['a', 's', 'sa', 'saint', 'la', '5', '62', 'o', 'v'])(
    'for %j are as many as asked for',
    (typed) => {
      expect(suggest(typed, 5)).toHaveLength(5);
      expect(suggest(typed, 20)).toHaveLength(20);
    },
  );

  it.each(['s', 'm', 'c', 'vi', 'y', 'ch', 'la'])(
    'for %j are those that a plain scan of France finds',
    (typed) => {
      const nowhere = {
        members: new Set<string>(),
        inReach: new Set<string>(),
        departments: new Set<string>(),
      };
      const fitting = [...places.communes()].filter(({ key }) =>
        [key, key.replace(/^(l|la|le|les) /, '')].some((text) => text.startsWith(typed)),
      );
      const whole = ({ key }: { key: string }) => (key === typed ? 0 : 1);
      fitting.sort((a, b) => whole(a) - whole(b) || b.population - a.population);

      const found = places.suggest(typed, nowhere, 12).filter(({ place }) => !places.department(place));

      expect(found.length).toBeGreaterThan(5);
      expect(found.map(({ name }) => name)).toEqual(fitting.slice(0, found.length).map(({ name }) => name));
    },
  );

  it.each(['', ' ', '-', 'zzzz', '99999', '🥐'])('for %j are none', (typed) => {
    expect(suggest(typed)).toEqual([]);
  });
});
