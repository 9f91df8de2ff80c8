import { expect, html } from '@open-wc/testing';
import { onPage, ownName } from '../testing.ts';
import './offer.ts';
import type { TownJobsOffer } from './offer.ts';

const ANSWERS = 2000;
const PATIENCE_MS = 300_000;
/** Answers of this address are made here; nothing leaves the page. */
const BROKEN = 'https://broken.example';

const OFFER = {
  id: 'o1',
  title: 'Cariste',
  employer: { name: 'Quai du Nord', siret: '12345678901234' },
  contract: { kind: 'cdd', nature: 'insertion', months: 6 },
  hours: { time: 'part', weekly: 28 },
  pay: { text: 'selon profil', min: 1900, max: 2100, period: 'month', comparable: 1900 },
  remote: 'partial',
  language: 'en',
  postedAt: '2026-11-20T08:00:00Z',
  description: [
    { kind: 'heading', runs: [{ text: 'Le poste' }] },
    { kind: 'p', runs: [{ text: 'Au quai', mark: 'strong' }] },
    { kind: 'ul', items: [[{ text: 'charger' }], [{ text: 'ranger', mark: 'em' }]] },
  ],
  places: [{ name: 'Arques', insee: '62040', point: [50.7, 2.3], precision: 'commune', country: 'BE' }],
  schedule: ['matin'],
  experience: '2 ans',
  licences: ['B'],
  openToDisabled: true,
  adaptedEmployer: false,
  openings: 3,
  updatedAt: '2026-11-21T08:00:00Z',
  expiresAt: '2026-12-20T08:00:00Z',
  postings: [
    { partner: 'tableau', link: 'https://tableau.example/1' },
    { partner: 'ardoise', link: 'x' },
  ],
};
const CARD = { ...OFFER, place: OFFER.places[0], distance: 3, communes: 4, partners: ['tableau', 'ardoise'] };
const GONE = { status: 410, offer: 'Cariste', closedAt: '2026-11-21T08:00:00Z', similar: [CARD, CARD] };
const BOARD = {
  id: 'b',
  name: 'Pays',
  partners: [{ id: 'tableau', name: 'Tableau', site: 'https://tableau.example' }],
};

const HOSTILE = [
  'javascript:alert(1)',
  '"><img src=x onerror="hit=1">',
  '<script>hit=1</script>',
  '${hit=1}',
  'https://partner.example@evil.example/',
  '../../../evil',
  '?partner=x#y',
  '\u202e\u0000\ud800',
  '__proto__',
  '9'.repeat(5000),
];

/** A small generator with a seed (mulberry32), so that a failure can be had again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The value with parts of it missing, null, of another type, hostile or many. */
function broken(value: unknown, next: () => number): unknown {
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  if (next() < 0.12) {
    return pick([undefined, null, 0, -1, 1e308, true, '', [], {}, [[]], [null], ...HOSTILE]);
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => broken(item, next));
    return next() < 0.03 ? Array.from({ length: 30 }, () => items[0]) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, broken(item, next)]));
}

/** Waits until something below changes. */
const changed = (root: Node) =>
  new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(root, { attributes: true, characterData: true, childList: true, subtree: true });
  });

describe('<town-jobs-offer> before broken answers', () => {
  const { fetch } = globalThis;
  const uncaught: unknown[] = [];
  const catching = (event: ErrorEvent | PromiseRejectionEvent) =>
    uncaught.push('reason' in event ? event.reason : event.error);

  before(() => {
    addEventListener('error', catching);
    addEventListener('unhandledrejection', catching);
  });
  after(() => {
    globalThis.fetch = fetch;
    removeEventListener('error', catching);
    removeEventListener('unhandledrejection', catching);
  });

  it('shows what is good, never follows a partner’s link and throws nothing, in 2,000 of them', async function () {
    this.timeout(PATIENCE_MS);
    const next = random(7);
    globalThis.fetch = async (input) => {
      const { pathname } = new URL(String(input));
      const status = pathname.includes('/offers/') ? (next() < 0.25 ? 410 : 200) : 200;
      const body = broken(status === 410 ? GONE : pathname.includes('/offers/') ? OFFER : BOARD, next);
      const text = next() < 0.02 ? '{"id":' : JSON.stringify(body === undefined ? null : body);
      return new Response(text, { status, headers: { 'content-type': 'application/json' } });
    };
    const page = await onPage(
      html`<town-jobs-offer search=${ownName()} board="b" endpoint=${BROKEN} url="off"></town-jobs-offer>`,
    );
    const offer = page.querySelector<TownJobsOffer>('town-jobs-offer')!;
    const root = offer.shadowRoot!;
    const shown = { offers: 0, gone: 0, failed: 0 };
    const strange: string[] = [];

    for (let count = 0; count < ANSWERS; count++) {
      offer.open(`o${count}`);
      await offer.updateComplete;
      while (!root.querySelector('section[aria-busy=false]')) await changed(root);
      if (root.querySelector('[part=apply]')) shown.offers++;
      else if (root.querySelector('section > button.primary, section > p > button.primary')) shown.failed++;
      else shown.gone++;
      for (const link of root.querySelectorAll('a')) {
        if (!link.href.startsWith(`${BROKEN}/b/go/`)) strange.push(link.href);
      }
      for (const element of root.querySelectorAll('img, script, iframe, object, [style]'))
        strange.push(element.outerHTML);
      const clock = root.querySelector('time');
      if (clock && /NaN|Invalid|undefined|\[object/.test(root.textContent!)) strange.push(root.textContent!);
    }
    // What nobody caught is told once the browser has come to a frame.
    await new Promise(requestAnimationFrame);

    expect(uncaught).to.deep.equal([]);
    expect(strange).to.deep.equal([]);
    expect('hit' in globalThis).to.equal(false);
    for (const [state, count] of Object.entries(shown)) expect(count, state).to.be.greaterThan(100);
  });
});
