import { beforeAll, describe, expect, it } from 'vitest';
import type { OfferPlace } from '../contract/index.ts';
import { Places } from '../places/places.ts';
import { compileRules } from './compile.ts';
import type { Ruled, Rules } from './rule.ts';

/** All communes are read slowly on a busy machine; nothing here is about time. */
const PATIENCE_MS = 60_000;

let places: Places;
beforeAll(async () => {
  places = await Places.load();
}, PATIENCE_MS);

const ARQUES: OfferPlace = { insee: '62040', name: 'Arques', department: '62', precision: 'commune' };
const LILLE: OfferPlace = { insee: '59350', name: 'Lille', department: '59', precision: 'commune' };
const NORD: OfferPlace = { name: 'Nord', department: '59', precision: 'department' };
const NOWHERE: OfferPlace = { name: 'Secteur', precision: 'none' };
const GHENT: OfferPlace = { name: 'Gand', country: 'BE', precision: 'none' };

const posting = (change: Partial<Ruled> = {}): Ruled => ({
  title: 'Vendeuse (H/F)',
  description: [
    { kind: 'p', runs: [{ text: 'Vente de prêt-à-porter ' }, { text: 'à domicile', mark: 'strong' }] },
    { kind: 'ul', items: [[{ text: 'Prospection des particuliers en Artois' }]] },
  ],
  places: [],
  contract: { kind: 'unstated' },
  ...change,
});
const test = (rules: Rules, change?: Partial<Ruled>) => compileRules(rules, places)(posting(change));

describe('a rule', () => {
  it.each<[Rules, Partial<Ruled>, string | undefined]>([
    [{ contract: { refuse: ['interim'] } }, { contract: { kind: 'interim' } }, 'contract interim'],
    [{ contract: { refuse: ['interim'] } }, { contract: { kind: 'cdi-interim' } }, 'contract interim'],
    [{ contract: { refuse: ['interim'] } }, { contract: { kind: 'cdi' } }, undefined],
    [{ contract: { refuse: ['apprentissage'] } }, apprentice(), 'contract apprentissage'],
    [{ contract: { allow: ['cdi'] } }, {}, 'contract not among those allowed'],
    [{ contract: { allow: ['cdi', 'unstated'] } }, {}, undefined],
    [{ contract: { allow: ['cdi'] } }, { contract: { kind: 'cdi-interim' } }, undefined],

    [{ trade: { refuse: ['K22'] } }, { trade: { code: 'K2204', label: 'Nettoyage' } }, 'trade K22'],
    [{ trade: { refuse: ['K22'] } }, { trade: { code: 'K1304', label: 'Aide' } }, undefined],
    [{ trade: { refuse: ['K22'] } }, { trade: { label: 'K2204' } }, undefined],
    [{ trade: { allow: ['G'] } }, {}, 'trade not among those allowed'],
    [{ trade: { allow: ['G', 'unstated'] } }, {}, undefined],

    [{ place: { refuse: ['59'] } }, { places: [ARQUES, LILLE] }, 'place 59'],
    [{ place: { refuse: ['59'] } }, { places: [NORD] }, 'place 59'],
    [{ place: { refuse: ['59'] } }, { places: [ARQUES] }, undefined],
    [{ place: { allow: ['62040'] } }, { places: [ARQUES, LILLE] }, undefined],
    [{ place: { allow: ['62040'] } }, { places: [LILLE] }, 'place not among those allowed'],
    [{ place: { allow: ['200069037'] } }, { places: [ARQUES] }, undefined],
    [{ place: { allow: ['200069037'] } }, { places: [LILLE] }, 'place not among those allowed'],
    [{ place: { allow: ['unstated'] } }, { places: [NOWHERE] }, undefined],
    [{ place: { allow: ['unstated'] } }, { places: [NORD] }, 'place not among those allowed'],
    [{ place: { refuse: ['unstated'] } }, { places: [GHENT] }, undefined],
    [{ place: { refuse: ['unstated'] } }, {}, 'place unstated'],

    [{ employer: { refuse: ['Intérim Horizon'] } }, employed('INTERIM HORIZON'), 'employer Intérim Horizon'],
    [{ employer: { refuse: ['Intérim Horizon'] } }, employed('Horizon'), undefined],
    [{ employer: { refuse: ['unstated'] } }, {}, 'employer unstated'],
    [{ employer: { refuse: ['unstated'] } }, employed('Unstated'), undefined],
    [{ employer: { allow: ['Mairie d’Arques'] } }, employed("mairie d'arques"), undefined],
    [{ employer: { allow: ['Mairie d’Arques'] } }, {}, 'employer not among those allowed'],

    [{ pay: { allow: ['stated'] } }, { pay: { text: 'Selon grille' } }, 'pay not among those allowed'],
    [{ pay: { allow: ['stated'] } }, { pay: { max: 2000, period: 'month' } }, undefined],
    [{ pay: { refuse: ['unstated'] } }, {}, 'pay unstated'],

    [{ words: { refuse: ['vente a domicile', 'Ventes de prêt'] } }, {}, 'words Ventes de prêt'],
    [{ words: { refuse: ['porter à domicile'] } }, {}, 'words porter à domicile'],
    [
      { words: { refuse: ['vente domicile', 'art', 'vente de prê', 'domicile prospection x'] } },
      {},
      undefined,
    ],
    [{ words: { refuse: ['vendeur'] } }, {}, 'words vendeur'],
    [{ words: { refuse: ['particulier'] } }, {}, 'words particulier'],
    [{ words: { allow: ['cariste'] } }, {}, 'words not among those allowed'],
    [{ words: { allow: ['cariste', 'VENDEURS'] } }, {}, undefined],
  ])('%j of %j says %j', (rules, change, refusal) => {
    expect(test(rules, change)).toBe(refusal);
  });

  it('counts with all others, what is refused before what is allowed', () => {
    const rules: Rules = { contract: { allow: ['cdi'] }, place: { allow: ['62'], refuse: ['62040'] } };

    expect(test(rules, { contract: { kind: 'cdi' }, places: [ARQUES] })).toBe('place 62040');
    expect(test(rules, { contract: { kind: 'cdd' }, places: [ARQUES] })).toBe('place 62040');
    expect(test(rules, { contract: { kind: 'cdd' }, places: [] })).toBe('contract not among those allowed');
    expect(test({})).toBeUndefined();
  });

  it('knows former communes and arrondissements as the commune of today', () => {
    const paris: OfferPlace = { insee: '75056', name: 'Paris', department: '75', precision: 'commune' };

    expect(test({ place: { refuse: ['75111'] } }, { places: [paris] })).toBe('place 75111');
  });
});

function apprentice(): Partial<Ruled> {
  return { contract: { kind: 'cdd', nature: 'apprentissage' } };
}

function employed(name: string): Partial<Ruled> {
  return { employer: { name } };
}
