import { loadMapping } from '../endpoint/src/feeds/mapping.ts';
import { lookAtFranceTravail } from '../endpoint/src/france-travail/gather.ts';
import { DEFAULT_PER_SECOND } from '../endpoint/src/france-travail/settings.ts';
import { sentOffers } from '../endpoint/src/france-travail/stand-in/offers.ts';
import { KEYS, type LoggedRequest, startStandIn } from '../endpoint/src/france-travail/stand-in/server.ts';
import { Places } from '../endpoint/src/places/places.ts';
import { print, printFigure } from './search/measuring.ts';

/** What the service allows; the stand-in refuses more. */
const PER_SECOND = 10;
const LAST_INDEX = 3149;
const LARGEST_PAGE = 150;
const SECOND_MS = 1000;
const SHOWN = 5;

/**
 * Gathers a département from a stand-in of France Travail that refuses whoever goes over a limit, at the pace of
 * service, and prints what its log says.
 *
 * @throws where an offer is missing or a limit was passed
 */
export async function run(offers = '9981'): Promise<void> {
  const now = Date.now();
  const count = Number(offers);
  const service = await startStandIn({ offers: sentOffers(count, now), perSecond: PER_SECOND });
  const ids = new Set<string | undefined>();
  try {
    const started = performance.now();
    const look = await lookAtFranceTravail({
      partner: { id: 'france-travail', hosts: ['francetravail.fr'] },
      feed: {
        ...{ kind: 'france-travail', every: '0 * * * *', mapping: 'france-travail' },
        ...{ address: service.address, token: service.token, perSecond: DEFAULT_PER_SECOND, exclude: [] },
      },
      mapping: loadMapping('france-travail'),
      places: await Places.load(),
      reach: { communes: new Set(['62765']), departments: new Set(['62']) },
      ...{ environment: KEYS, now, allowedHosts: new Set(['127.0.0.1']) },
      onPosting: ({ reference }) => void ids.add(reference),
    });
    print(`${look.status}: ${look.read} offers read, ${ids.size} of ${count} gathered`);
    printFigure('time', (performance.now() - started) / SECOND_MS, 's');
    const passed = report(service.log);
    if (ids.size !== count) passed.push(`${count - ids.size} offers are missing`);
    if (passed.length > 0) throw new Error(`France Travail: ${passed.join('; ')}.`);
    print('No limit was passed, and no offer is missing.');
  } finally {
    await service.close();
  }
}

/** Prints the log in short; gives a few words for each limit that was passed. */
function report(log: readonly LoggedRequest[]): string[] {
  const searches = log.filter(({ kind }) => kind === 'search');
  for (const { at, query, status, range } of searches.slice(0, SHOWN)) {
    const asked = [...query].map(([name, value]) => `${name}=${value}`).join('&');
    print(`  ${((at - searches[0]!.at) / SECOND_MS).toFixed(2)} s  ${asked}  ${status} ${range ?? ''}`);
  }
  print(`  … ${searches.length} searches, ${log.length - searches.length} for a token`);
  const statuses = new Map<number, number>();
  for (const { status } of searches) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  print(`answers: ${[...statuses].map(([status, times]) => `${status} × ${times}`).join(' · ')}`);
  const figures = {
    'searches in any one second': {
      most: Math.max(...searches.map(({ at }) => searches.filter((one) => isWithin(one.at, at)).length)),
      limit: PER_SECOND,
    },
    'last index asked for': { most: Math.max(...searches.map((one) => rangeOf(one)[1])), limit: LAST_INDEX },
    'offers of one answer': {
      most: Math.max(...searches.map((one) => rangeOf(one)[1] - rangeOf(one)[0] + 1)),
      limit: LARGEST_PAGE,
    },
    'refused searches': { most: searches.filter(({ status }) => status >= 400).length, limit: 0 },
  };
  console.table(figures);
  return Object.entries(figures)
    .filter(([, { most, limit }]) => most > limit)
    .map(([name, { most, limit }]) => `${name}: ${most}, allowed ${limit}`);
}

function isWithin(at: number, from: number): boolean {
  return at >= from && at < from + SECOND_MS;
}

function rangeOf({ query }: LoggedRequest): [first: number, last: number] {
  return (query.get('range') ?? '0-149').split('-').map(Number) as [number, number];
}
