import answers from './answers.json' with { type: 'json' };
import facets from './facets.json' with { type: 'json' };

/** What `endpoint` is set to in stories: nothing leaves the page, the answers of a real endpoint were recorded. */
export const RECORDED = 'https://recorded.example';

const page = globalThis.fetch.bind(globalThis);
const [longest] = [...answers.offers.offers].sort((a, b) => b.title.length - a.title.length);

/** The boards of stories: each shows one state that a resident can meet. */
const BOARDS: Record<string, (what: string) => unknown> = {
  'saint-omer': (what) => ({ offers: answers.offers, count: answers.count })[what],
  pessac: (what) => inColours(what, '#7a1f4b'),
  bordeaux: (what) => inColours(what, '#e8b400'),
  none: () => ({ ...answers.none, board: answers.offers.board }),
  one: (what) =>
    what === 'count'
      ? { ...answers.count, total: 1 }
      : { ...answers.offers, total: 1, pages: 1, offers: answers.offers.offers.slice(0, 1) },
  thousands: (what) =>
    what === 'count' ? { ...answers.count, total: 3127 } : { ...answers.offers, total: 3127, pages: 50 },
  anonymous: () => ({ ...answers.offers, offers: answers.offers.offers.map(withoutEmployer) }),
  long: () => ({ ...answers.offers, offers: answers.offers.offers.map(lengthened) }),
};

/** Answers requests to the recorded endpoint, as a service worker would, and leaves all others alone. */
export function playRecordedEndpoint(): void {
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (url.origin !== RECORDED) return page(input, init);
    const [, board = '', what = ''] = /^\/v1\/boards\/([^/]+)\/?(.*)$/.exec(url.pathname) ?? [];
    if (board === 'loading') return new Promise(() => {});
    if (board === 'offline') throw new TypeError('Failed to fetch');
    if (board === 'busy') return answer({ detail: 'Trop de demandes.' }, 429, { 'retry-after': '120' });
    if (what === 'suggest') return answer(answers.suggest);
    if (what === 'places') return answer(answers.places);
    if (what === 'map' && board in BOARDS) return answer(mapOf(board));
    if (what.startsWith('offers/')) return offerOf(board, decodeURIComponent(what.slice('offers/'.length)));
    const found = BOARDS[board]?.(what);
    const counted = url.searchParams.has('facets') && (board === 'none' ? facets.none : facets.offers);
    return found
      ? answer(counted ? { ...found, facets: counted } : found)
      : answer({ detail: 'Erreur interne.' }, 500);
  };
}

function answer(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers },
  });
}

/** A recorded card with a text, as `…/offers/{id}` gives it; on the board "none" all offers are closed. */
function offerOf(board: string, id: string): Response {
  const { offers } = answers.offers;
  const card = offers.find((offer) => offer.id === id);
  if (board === 'failed') return answer({ status: 500, detail: 'Erreur interne.' }, 500);
  if (board === 'none' || !card) {
    const closedAt = '2026-11-20T08:00:00Z';
    const gone = { offer: card?.title ?? 'Cariste', closedAt, similar: offers.slice(3, 6) };
    return answer({ status: 410, detail: 'Closed.', ...gone }, 410);
  }
  const told = board === 'long' ? lengthened(card) : board === 'anonymous' ? withoutEmployer(card) : card;
  const { place, partners, ...common } = told;
  return answer({
    ...common,
    places: place ? [place] : [],
    postings: [...partners, 'atelier-rh', 'mairies'].map((partner) => ({
      partner,
      link: 'https://partner.example/',
    })),
    description: TEXT,
    schedule: ['journée', 'week-end'],
    experience: 'Débutant accepté',
    licences: ['B'],
    openings: 2,
    openToDisabled: true,
    expiresAt: '2026-12-20T08:00:00Z',
  });
}

const TEXT = [
  {
    kind: 'p',
    runs: [
      { text: 'Vous rejoignez une équipe de ' },
      { text: 'six personnes', mark: 'strong' },
      { text: '.' },
    ],
  },
  { kind: 'heading', runs: [{ text: 'Vos missions' }] },
  { kind: 'ul', items: [[{ text: 'Préparer les commandes' }], [{ text: 'Tenir le quai en ordre' }]] },
];

/** Counts the offers of a board by commune, as `…/map` does; on "thousands" each recorded one stands for many. */
function mapOf(board: string): unknown {
  const shown = { none: 0, one: 1 }[board] ?? answers.offers.offers.length;
  const offers = answers.offers.offers.slice(0, shown);
  const each = board === 'thousands' ? 156 : 1;
  const totals = new Map<string, number>();
  const places = new Map<string, { name: string; point?: number[] }>();
  for (const { place } of offers) {
    if (!place?.insee) continue;
    totals.set(place.insee, (totals.get(place.insee) ?? 0) + each);
    places.set(place.insee, place);
  }
  return {
    generation: 1,
    level: 'commune',
    communes: [...totals],
    places: [...places.values()].map(({ name, point }) => ({ name, point })),
    unplaced: board === 'none' ? 0 : 2 * each,
    outside: 0,
  };
}

function inColours(what: string, primary: string): unknown {
  if (what === 'count') return answers.count;
  const { board } = answers.offers;
  return { ...answers.offers, board: { ...board, theme: { ...board.theme, 'color-primary': primary } } };
}

/** As 43 % of the offers come that France's employment service gives. */
function withoutEmployer<T extends object>(offer: T): T & { employer: undefined } {
  return { ...offer, employer: undefined };
}

function lengthened<T extends { title: string }>(offer: T): T {
  const words = `${offer.title}, ${longest!.title.toLowerCase()}, pour un groupe international en forte croissance`;
  return { ...offer, title: words, employer: { name: `Société anonyme de ${words}` } };
}
