import type { Random } from '../../endpoint/src/search/conformance/random.ts';

/** What nobody types by chance: operators, controls, other scripts, halves of characters, far too much. */
const NASTY = [
  '"*^-NEAR(',
  'a AND b OR NOT c',
  'NEAR(a b, 1e9)',
  '{title} : x',
  "' OR 1=1 --",
  '"; DROP TABLE search_offer; --',
  ','.repeat(10_000),
  '\u0000',
  '%',
  '\u202Ereibrifni\u202C',
  'بائع متجول',
  'עובד',
  '招聘 工程师',
  '👩‍⚕️👨🏽‍🍳',
  'e\u0301'.repeat(300),
  'a'.repeat(5000),
  'a '.repeat(300),
  '__proto__',
  'constructor',
  '[object Object]',
  '<script>alert(1)</script>',
  '${7*7}',
  '../../../etc/passwd',
  'NaN',
  'null',
];
/** As they stand in an address: bytes that are no characters. */
const BROKEN_BYTES = ['%', '%E0%A4%A', '%ED%A0%80', '%u0041', '%C0%AE%C0%AE/', '%00', '%FF'];
const NUMBERS = '5 10 7 1 20 50 1e308 -1 0 1e-9 Infinity -Infinity NaN 10000000000 0x10 007 1,5'.split(' ');
const WORDS = 'infirmière infirmier vendeur boulangere chauffeur agent de la technicien h/f cdi pl'.split(
  ' ',
);
const PLACES =
  '62765|arques|st omer|62|2A|50.75,2.25|99999,99999|1e308,-1e308|75056|paris 11|saint|33000'.split('|');
const LISTS: Record<string, string[]> = {
  contract: ['cdi', 'cdd', 'interim', 'unstated', 'xyz'],
  hours: ['full', 'part', 'unstated'],
  remote: ['full', 'partial', 'unstated'],
  sort: ['relevance', 'newest', 'nearest', 'random'],
  facets: ['contract', 'since', 'contract,since', 'contract,contract'],
  include: ['board', 'boards'],
  exact: ['1', '0'],
};
const OPEN = [
  'commune',
  'employer',
  'partner',
  'trade',
  'sector',
  'schedule',
  'experience',
  'pay',
  'disabled',
  'nature',
];
const SEARCHES = ['offers', 'offers', 'offers', 'count', 'map'];

/** The path and query of one request that a fuzzer, a broken script or a hostile visitor may send to a board. */
export function hostileQuery(random: Random, board: string): string {
  if (random.chance(0.15)) {
    const route = random.pick(['suggest', 'places']);
    return `/v1/boards/${board}/${route}?q=${text(random, WORDS)}`.slice(0, MOST_CHARACTERS);
  }
  const parameters = [`q=${text(random, WORDS)}`];
  if (random.chance(0.5)) parameters.push(`place=${text(random, PLACES)}`);
  if (random.chance(0.3)) parameters.push(parameter(random));
  const page = random.chance(0.15) ? `/${board}` : `/v1/boards/${board}/${random.pick(SEARCHES)}`;
  return `${page}?${parameters.join('&')}`.slice(0, MOST_CHARACTERS);
}

/** Node refuses longer heads by itself. */
const MOST_CHARACTERS = 14_000;

function parameter(random: Random): string {
  return random.pick([
    () => `${random.pick(['radius', 'since', 'page', 'limit'])}=${random.pick(NUMBERS)}`,
    () => `${random.pick(OPEN)}=${text(random, WORDS)}`,
    () => `q=${text(random, WORDS)}`,
    () => `${noise(random)}=${noise(random)}`,
    () => {
      const name = random.pick(Object.keys(LISTS));
      return `${name}=${random.pick(LISTS[name]!)}`;
    },
  ])();
}

/** A value as it stands in an address: mostly encoded, at times with broken bytes, or raw as far as Node lets it. */
function text(random: Random, usual: readonly string[]): string {
  const parts = Array.from({ length: 1 + random.int(4) }, () =>
    random.pick([
      () => random.pick(usual),
      () => random.pick(usual),
      () => random.pick(NASTY),
      () => noise(random),
      () => String.fromCharCode(random.int(0x1_00_00)),
    ])(),
  );
  const value = parts.join(random.pick([' ', ' ', ',', '']));
  if (random.chance(0.1)) return value.replaceAll(/[^!-~]|[#&]/g, '');
  // Half a character cannot be encoded; a Buffer makes it the sign for what is broken.
  const encoded = encodeURIComponent(Buffer.from(value).toString());
  return random.chance(0.1) ? encoded + random.pick(BROKEN_BYTES) : encoded;
}

function noise(random: Random): string {
  const letters = Array.from({ length: random.int(12) }, () => String.fromCharCode(33 + random.int(94)));
  return letters.join('').replaceAll(/[#&]/g, '+');
}
