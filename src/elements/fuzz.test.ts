import { expect, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import * as fc from 'fast-check';
import { damaged, type AnswerName, type Damaged } from '../../test/kit/damaged-answers.ts';
import { onPage, ownName } from './testing.ts';
import './barometer/barometer.ts';
import './counter/counter.ts';
import './map/map.ts';
import './offer/offer.ts';
import './town-jobs/town-jobs.ts';
import type { TownJobsOffer } from './offer/offer.ts';

/** How many answers, and of which seed: `npm run fuzz -- 10000 7`. */
const { answers, seed } = (await (await fetch('/__kit__/fuzz')).json()) as { answers: number; seed: number };
/** A page asks for the list, its count, the map, its outline, the barometer's numbers, an offer and one that is gone. */
const ANSWERS_A_PAGE = 7;
const PATIENCE_MS = 3_600_000;
/** A page that takes longer to come to rest waits for ever. */
const REST_MS = 10_000;
/** Addresses of this end are answered here; nothing leaves the page. */
const BROKEN = 'https://broken.example';
/** One page in so many types into the boxes, which wait for residents to pause. */
const TYPING_PAGES = 12;
const WRONG = /\bNaN\b|undefined|\[object|Invalid Date|Infinity/;
const SCRIPTED = 'script, iframe, object, embed, img, base, link, meta, form[action]';

type Answers = Readonly<Record<AnswerName, Damaged>>;

const page = fc.record({
  answers: fc.record<Answers>({
    offers: damaged('offers'),
    offer: damaged('offer'),
    gone: damaged('gone'),
    count: damaged('count'),
    map: damaged('map'),
    board: damaged('board'),
    suggest: damaged('suggest'),
    places: damaged('places'),
  }),
  gone: fc.constantFrom('o1', 'o2'),
  types: fc.nat({ max: TYPING_PAGES - 1 }).map((one) => one === 0),
});

/** What was done to the whole answers of a page: only what was. */
function changesTo({ answers, gone, types }: { answers: Answers; gone: string; types: boolean }): string {
  const changed = Object.entries(answers).filter(([, { changes }]) => changes.length);
  return JSON.stringify(
    { ...Object.fromEntries(changed.map(([name, { changes }]) => [name, changes])), gone, types },
    undefined,
    1,
  );
}

/** Tells the runner what comes now, or that the last one is through. */
const trying = (what?: string) => executeServerCommand('fuzz-trying', what);

/** Everything below, through shadow roots. */
function all(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? all(element.shadowRoot) : []),
  ]);
}

/** @param gone The offer that is gone, of "o1" and "o2". */
function nameOf(path: string, gone: string): AnswerName {
  const [, , , , what = '', id] = path.split('/');
  if (id) return id === gone ? 'gone' : 'offer';
  return (what || 'board') as AnswerName;
}

const frame = () => new Promise(requestAnimationFrame);

/** Waits, frame by frame, until a page has come to rest. */
async function rest(isAtRest: () => boolean): Promise<void> {
  const deadline = performance.now() + REST_MS;
  // What was just asked for is rendered as awaited first.
  do {
    if (performance.now() > deadline) throw new Error(`An element waits for ever, until ${isAtRest}.`);
    await frame();
  } while (!isAtRest());
}

const isBusy = (elements: readonly Element[]) =>
  elements.some((element) => element.matches('.skeleton, [aria-busy=true]'));

/** Types a word into a box, as a resident does. */
function type(elements: readonly Element[], box: string): void {
  const input = elements.find((one): one is HTMLInputElement => one.matches(box))!;
  input.focus();
  input.value = 'car';
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** What is wrong with what a page shows; hostile links, markup and words that no resident should read. */
function faultsOf(elements: readonly Element[], address: string): string[] {
  const faults: string[] = [];
  for (const element of elements) {
    if (element.matches(SCRIPTED)) faults.push(element.outerHTML.slice(0, 200));
    for (const { name } of element.attributes)
      if (name.startsWith('on')) faults.push(`${name} of an element`);
    if (element instanceof HTMLAnchorElement && !isHarmless(element, address))
      faults.push(element.href.slice(0, 200));
    const { shadowRoot } = element;
    const told = shadowRoot?.querySelector('.base')?.textContent;
    if (told && WRONG.test(told)) faults.push(`${element.localName}: ${WRONG.exec(told)![0]}`);
  }
  return faults;
}

/** A link to this endpoint, or the one to the board's own page; http and https without a user part. */
function isHarmless(link: HTMLAnchorElement, address: string): boolean {
  const { href } = link;
  const { protocol, username, origin } = new URL(href, location.href);
  // An offer leads to partners by the endpoint alone, whatever they are said to have as links.
  if ((link.getRootNode() as Partial<ShadowRoot>).host?.localName === 'town-jobs-offer')
    return href.startsWith(`${address}/b/go/`);
  return /^https?:$/.test(protocol) && !username && (href.startsWith(`${address}/b/`) || origin !== BROKEN);
}

describe('all elements before damaged answers', () => {
  const { fetch } = globalThis;
  const uncaught: unknown[] = [];
  const catching = (event: ErrorEvent | PromiseRejectionEvent) =>
    uncaught.push('reason' in event ? event.reason : event.error);
  const asked: Record<string, number> = {};
  let pages = 0;

  before(() => {
    addEventListener('error', catching);
    addEventListener('unhandledrejection', catching);
  });
  after(() => {
    globalThis.fetch = fetch;
    removeEventListener('error', catching);
    removeEventListener('unhandledrejection', catching);
  });

  it(`show the good offers, no hostile link, and throw nothing, in ${answers} of them`, async function () {
    this.timeout(PATIENCE_MS);

    const { errorInstance, counterexample, counterexamplePath } = await fc.check(
      fc.asyncProperty(page, async ({ answers, gone, types }) => {
        uncaught.length = 0;
        await trying(`page ${pages + 1} of seed ${seed}, with ${changesTo({ answers, gone, types })}`);
        const address = `${BROKEN}/${++pages}`;
        const here = new Set<AnswerName>();
        globalThis.fetch = async (input) => {
          const name = nameOf(new URL(String(input)).pathname.replace(`/${pages}`, ''), gone);
          asked[name] = (asked[name] ?? 0) + 1;
          here.add(name);
          const init = {
            status: name === 'gone' ? 410 : 200,
            headers: { 'content-type': 'application/json' },
          };
          return new Response(answers[name].text, init);
        };
        const search = ownName();
        const ground = await onPage(html`
          <town-jobs search=${search} board="b" endpoint=${address} url="off"></town-jobs>
          <town-jobs-counter search=${search} board="b" endpoint=${address} contract="cdi"></town-jobs-counter>
          <town-jobs-barometer search=${search} board="b" endpoint=${address} q="x"></town-jobs-barometer>
          <town-jobs-map search=${search} board="b" endpoint=${address}></town-jobs-map>
          <town-jobs-offer search=${search} board="b" endpoint=${address} url="off"></town-jobs-offer>
        `);
        try {
          const seen = () => all(ground);
          const hasAsked = (...names: AnswerName[]) => names.every((name) => here.has(name));
          const offer = ground.querySelector<TownJobsOffer>('town-jobs-offer')!;
          offer.open('o1');
          const first = gone === 'o1' ? 'gone' : 'offer';
          await rest(() => hasAsked('offers', 'count', first) && !isBusy(seen()));
          // An offer that has come takes the focus, and the page goes there; a map asks once it is near.
          ground.querySelector('town-jobs-map')!.scrollIntoView();
          await rest(() => hasAsked('map') && !isBusy(seen()));
          const faults = faultsOf(seen(), address);
          offer.open('o2');
          await rest(() => hasAsked('gone', 'offer') && !isBusy(seen()));
          if (types) {
            type(seen(), '#words');
            await rest(() => hasAsked('suggest'));
            type(seen(), '#where');
            await rest(() => hasAsked('places'));
          }
          // What nobody caught is told once the browser has come to a frame.
          await frame();

          const shown = seen()
            .filter((one): one is HTMLElement => one.matches('[data-offer]'))
            .map(({ dataset }) => dataset['offer']);
          expect(uncaught.join('\n'), 'uncaught').to.equal('');
          expect([...faults, ...faultsOf(seen(), address)].join('\n'), 'faults').to.equal('');
          expect('hit' in globalThis, 'code of an answer has run').to.equal(false);
          expect(shown, 'good offers').to.include.members([...answers.offers.good]);
        } finally {
          ground.remove();
        }
      }),
      { numRuns: Math.ceil(answers / ANSWERS_A_PAGE), seed, endOnFailure: false },
    );

    await trying();
    if (errorInstance) {
      const { message } = errorInstance as Error;
      throw new Error(
        `${message.slice(0, 2000)}\nat path ${counterexamplePath} of seed ${seed}, with these changes to whole answers:\n` +
          changesTo(counterexample![0]),
      );
    }
    console.log(`fuzz: ${pages} pages of seed ${seed} met damaged answers: ${JSON.stringify(asked)}`);
  });
});
