import * as fc from 'fast-check';

/** What an endpoint answers to each kind of question, by the question. */
export type AnswerName = 'offers' | 'offer' | 'gone' | 'count' | 'map' | 'board' | 'suggest' | 'places';

/** A damaged answer, as it goes over the wire. */
export interface Damaged {
  readonly text: string;
  /** What was done to it: where, and what stands there now. */
  readonly changes: readonly string[];
  /** Ids of the offers that nothing was done to, in an answer that can be understood. */
  readonly good: readonly string[];
}

const CARD = {
  title: 'Cariste',
  employer: { name: 'Quai du Nord', siret: '12345678901234' },
  contract: { kind: 'cdd', nature: 'insertion', months: 6 },
  hours: { time: 'part', weekly: 28 },
  pay: { text: 'selon profil', min: 1900, max: 2100, period: 'month', comparable: 1900 },
  remote: 'partial',
  language: 'en',
  postedAt: '2026-11-20T08:00:00Z',
  place: { name: 'Arques', insee: '62040', postcode: '62510', point: [50.7, 2.3], precision: 'commune' },
  distance: 3,
  communes: 4,
  partners: ['tableau', 'ardoise'],
};
const BOARD = {
  id: 'b',
  name: 'Emploi du Pays',
  territory: {
    name: 'le Pays',
    centre: [50.75, 2.25],
    nearby: 50,
    communes: [{ insee: '62040', name: 'Arques' }],
    outline: {
      coordinates: [
        [
          [
            [2.2, 50.6],
            [2.4, 50.6],
            [2.3, 50.9],
            [2.2, 50.6],
          ],
        ],
      ],
    },
    outlineSource: 'IGN',
  },
  radius: { steps: [5, 10, 20], default: 20 },
  languages: ['fr'],
  partners: [{ id: 'tableau', name: 'Tableau', site: 'https://tableau.example/', attribution: 'Tableau' }],
  freshness: { generation: 1, refreshedAt: '2026-11-22T06:00:00Z' },
  theme: { 'color-primary': '#7a1f4b', radius: '4px' },
  page: 'https://emploi.example/b',
  demonstration: false,
};
const values = (...names: string[]) => names.map((value) => ({ value, total: 3, label: `Un ${value}` }));
const places = [
  { name: 'Arques', point: [50.7, 2.3] },
  { name: 'Lumbres', point: [50.71, 2.12] },
];

/** Whole answers, of which each is damaged in its own way. */
const WHOLE: Readonly<Record<AnswerName, unknown>> = {
  offers: {
    generation: 1,
    total: 60,
    page: 1,
    pages: 3,
    sort: 'newest',
    place: { asked: 'arques', found: true, name: 'Arques', insee: '62040', point: [50.7, 2.3] },
    radius: 20,
    corrected: [{ from: 'cariset', to: 'cariste' }],
    offers: ['o1', 'o2', 'o3', 'o4'].map((id) => ({ id, ...CARD, title: `Cariste ${id}` })),
    facets: {
      contract: values('cdi', 'cdd'),
      since: values('1', '7'),
      trade: values('N1101'),
      sector: values('52'),
    },
    loosen: [
      { criterion: 'q', total: 12 },
      { criterion: 'radius', to: 30, total: 4 },
    ],
    board: BOARD,
  },
  offer: {
    id: 'o1',
    ...CARD,
    description: [
      { kind: 'heading', runs: [{ text: 'Le poste' }] },
      { kind: 'p', runs: [{ text: 'Au quai', mark: 'strong' }] },
      { kind: 'ul', items: [[{ text: 'charger' }]] },
    ],
    places: [{ ...CARD.place, country: 'BE' }],
    postings: [
      { partner: 'tableau', link: 'https://tableau.example/1' },
      { partner: 'ardoise', link: 'x' },
    ],
    schedule: ['matin'],
    experience: '2 ans',
    licences: ['B'],
    openToDisabled: true,
    adaptedEmployer: false,
    openings: 3,
    updatedAt: '2026-11-21T08:00:00Z',
    expiresAt: '2026-12-20T08:00:00Z',
  },
  gone: { status: 410, offer: 'Cariste', closedAt: '2026-11-21T08:00:00Z', similar: [{ id: 'o2', ...CARD }] },
  count: { total: 60, freshness: BOARD.freshness, theme: BOARD.theme },
  map: {
    generation: 1,
    level: 'commune',
    communes: [
      ['62040', 12],
      ['62534', 3],
    ],
    places,
    unplaced: 2,
    outside: 1,
  },
  board: BOARD,
  suggest: {
    suggestions: [
      { text: 'cariste', kind: 'title', total: 3 },
      { text: 'Quai', kind: 'employer', total: 1 },
    ],
  },
  places: { places: [{ place: '62040', name: 'Arques', detail: '62510', member: true }] },
};

/** What must never become a link, markup, code or a broken sentence. */
const HOSTILE = [
  'javascript:alert(1)',
  ' java\tscript:hit=1',
  'data:text/html,<script>hit=1</script>',
  '"><img src=x onerror="hit=1">',
  '<script>hit=1</script>',
  '${hit=1}',
  'https://partner.example@evil.example/',
  '../../../evil',
  '?partner=x#y',
  '\u202e\u0000\ud800',
  '__proto__',
  'constructor',
  '9'.repeat(5000),
  'é'.repeat(100_000),
];

/** Copies of more would fill the memory of the browser, which says no more what it met. */
const MAX_COPIED_CHARS = 50_000;
/** Nothing stands there, or more than was promised. */
const MISSING = Symbol('missing');
const MANY = Symbol('many');
const EXTRA = Symbol('extra');

interface Edit {
  /** Which of the answer's values, in the order of the text, those of a list together; counted round. */
  readonly at: number;
  /** Which of these, where a list has several; counted round. */
  readonly of: number;
  readonly to: unknown;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat({ max: 500 }),
  of: fc.nat({ max: 3 }),
  to: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<unknown>(MISSING, null, EXTRA, MANY) },
    {
      weight: 4,
      arbitrary: fc.constantFrom<unknown>(0, -1, 1.5, 1e308, -1e308, true, false, '', [], {}, [[]], [null]),
    },
    { weight: 8, arbitrary: fc.constantFrom<unknown>(...HOSTILE) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  ),
});

/** What is no answer at all. */
const noAnswer = fc.constantFrom(
  '',
  'null',
  '[]',
  '"x"',
  '17',
  '{',
  '{"offers":[{"id":',
  '<html>',
  '{"__proto__":{"x":1}}',
);

/** An answer of this name with some of its values missing, null, of another type, hostile, huge or too many. */
export function damaged(name: AnswerName): fc.Arbitrary<Damaged> {
  const edited = fc.array(edit, { maxLength: 10 }).map((edits) => damage(WHOLE[name], edits));
  return fc.oneof(
    { weight: 30, arbitrary: edited },
    { weight: 1, arbitrary: noAnswer.map((text) => ({ text, changes: [text], good: [] })) },
  );
}

type Container = Record<string, unknown>;
interface Place {
  readonly holder: Container;
  readonly key: string;
  readonly path: readonly string[];
}

function damage(whole: unknown, edits: readonly Edit[]): Damaged {
  const root: Container = { answer: structuredClone(whole) };
  const touched: (readonly string[])[] = [];
  const changes: string[] = [];
  for (const { at, of, to } of edits) {
    const all = placesIn(root);
    const shapes = alikeIn(all);
    const alike = shapes[at % shapes.length]!;
    const { holder, key, path } = alike[of % alike.length]!;
    if (to === EXTRA) addTo(holder[key]);
    else if (to === MANY && Array.isArray(holder[key])) multiply(holder[key]);
    else holder[key] = typeof to === 'symbol' ? undefined : structuredClone(to);
    if (to !== EXTRA) touched.push(path);
    changes.push(`${path.slice(1).join('.')}: ${fc.stringify(to).slice(0, 80)}`);
    if (all.length === 1 && root['answer'] === undefined) break;
  }
  return { text: JSON.stringify(root['answer'] ?? null), changes, good: untouched(whole, touched) };
}

/** Values that stand at the same place of several items of a list, together. */
function alikeIn(places: readonly Place[]): Place[][] {
  const alike: Record<string, Place[]> = {};
  for (const place of places) (alike[place.path.join().replaceAll(/\d+/g, '#')] ??= []).push(place);
  return Object.values(alike);
}

/** Every value below, the root first. */
function placesIn(holder: Container, path: readonly string[] = []): Place[] {
  return Object.keys(holder).flatMap((key) => {
    const own = [...path, key];
    const value = holder[key];
    const inner = value !== null && typeof value === 'object' ? placesIn(value as Container, own) : [];
    return [{ holder, key, path: own }, ...inner];
  });
}

/** What a newer endpoint may send, and what a hostile one may. */
function addTo(value: unknown): void {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
  Object.assign(value, { addedLater: { by: ['a newer endpoint'] }, toString: 'hit', length: 3 });
}

function multiply(list: unknown[]): void {
  const [first] = list;
  if ((JSON.stringify(first) ?? '').length > MAX_COPIED_CHARS) return;
  for (let count = 0; count < 100; count++) list.push(structuredClone(first));
}

/** The offers of a list that no change has reached, from above or within. */
function untouched(whole: unknown, touched: readonly (readonly string[])[]): string[] {
  const { offers = [] } = whole as { offers?: { id: string }[] };
  return offers.flatMap(({ id }, index) => {
    const own = ['answer', 'offers', String(index)];
    const isTouched = touched.some((path) => own.every((key, depth) => (path[depth] ?? key) === key));
    return isTouched ? [] : [id];
  });
}
