import { CONTRACT_KINDS, type Offer } from '../../endpoint/src/contract/index.ts';
import { Random } from '../../endpoint/src/search/conformance/random.ts';

const NOW_MS = Date.parse('2026-11-22T14:00:00Z');
const DAY_MS = 86_400_000;
/** Words of a text: about 1,500 characters. */
const WORDS = 230;
const VOCABULARY = 20_000;
const SYLLABLES = 'ba ce di fo gu la me ni po ru sa te vi zo cha pré ton lin ver mar'.split(' ');
const TRADES =
  `Infirmier|Aide-soignante|Vendeuse|Boulanger|Chauffeur PL|Serveur|Comptable|Maçon|Plombier|Cariste|
Mécanicien|Cuisinier|Soudeur|Agent d'entretien|Préparateur de commandes|Technicien de maintenance`
    .replaceAll('\n', '')
    .split('|');

const vocabulary = Array.from({ length: VOCABULARY }, (_, index) => {
  let word = '';
  for (let rest = index + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length];
  return word;
});

/** A word, few of them often and most of them seldom. */
function word(random: Random): string {
  return vocabulary[Math.floor(VOCABULARY * random.next() ** 4)]!;
}

/**
 * An offer with a text of about 1,500 characters. The same number and version give the same offer; another version
 * has another title, text and place.
 */
export function makeOffer(number: number, version: number): Offer {
  const random = new Random(number * 1009 + version * 7919 + 1);
  const commune = random.int(2000);
  const offer: Offer = {
    id: `offer${number}`,
    title: `${random.pick(TRADES)} ${word(random)} ${word(random)} H/F`,
    description: [
      { kind: 'p', runs: [{ text: Array.from({ length: WORDS }, () => word(random)).join(' ') }] },
    ],
    places: [
      {
        insee: String(10_000 + commune),
        name: `Commune ${commune}`,
        department: '62',
        point: [48 + commune / 1000, 2 + (commune % 71) / 20],
        precision: 'commune',
      },
    ],
    contract: { kind: random.pick(CONTRACT_KINDS) },
    trade: { label: random.pick(TRADES) },
    postedAt: new Date(NOW_MS - random.int(60) * DAY_MS).toISOString(),
    postings: [{ partner: `partner${random.int(400)}`, link: `https://partner.example/${number}` }],
  };
  if (random.chance(0.57)) offer.employer = { name: `${vocabulary[random.int(3000)]} ${word(random)}` };
  return offer;
}
