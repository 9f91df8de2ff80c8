import { deepEqual, equal } from 'node:assert/strict';
import type { Point } from '../point.ts';

/** Keeps timers of a second and more for `elapse`, which lets a day pass at once. */
function stopClocks(): void {
  const LONG_MS = 1000;
  const DAY_MS = 86_400_000;
  const kept = new Map<unknown, () => void>();
  const keep = (start: typeof setTimeout, stop: typeof clearTimeout) => ({
    start: ((run: () => void, ms = 0, ...given: unknown[]) => {
      if (ms < LONG_MS) return start(run, ms, ...given);
      const id = start(() => {}, 10 * DAY_MS);
      kept.set(id, run);
      return id;
    }) as typeof setTimeout,
    stop: ((id) => {
      kept.delete(id);
      stop(id);
    }) as typeof clearTimeout,
  });
  const once = keep(setTimeout.bind(globalThis), clearTimeout.bind(globalThis));
  const often = keep(setInterval.bind(globalThis) as never, clearInterval.bind(globalThis) as never);
  Object.assign(globalThis, {
    setTimeout: once.start,
    clearTimeout: once.stop,
    setInterval: often.start,
    clearInterval: often.stop,
  });
  const { now } = Date;
  Object.assign(globalThis, {
    elapse: () => {
      Date.now = () => now() + DAY_MS;
      const due = [...kept.values()];
      const elapse = () => {
        for (const run of due) run();
        Object.assign(globalThis, { hasElapsed: true });
      };
      // A driver may limit this very call by a timer of the page: after two tasks it has its answer.
      once.start(() => once.start(elapse));
    },
  });
}

/** What moves, and what runs out. */
export const time: readonly Point[] = [
  {
    number: 27,
    text: 'Nothing moves for those who asked for rest, and the counter does not speak up',
    rgaa: ['13.8', '7.5'],
    wcag: ['2.2.2', '2.3.3', '4.1.3'],
    async check({ open }) {
      for (const page of ['saint-omer', 'une-balise', 'bordeaux'] as const) {
        const visit = await open(page, { prefers: 'reduced-motion' });
        await visit.focus('#words');
        await visit.type('serv');
        await visit.shows('[role=option]');
        const moving = await visit.run(() => {
          const isLong = (times: string) => times.split(',').some((time) => Number.parseFloat(time) > 0.01);
          return globalThis.a11y
            .all('*')
            .filter((one) => one.getRootNode() !== document)
            .filter((one) => {
              const { animationName, animationDuration, transitionDuration, scrollBehavior } =
                getComputedStyle(one);
              const isAnimated = animationName !== 'none' && isLong(animationDuration);
              return isAnimated || isLong(transitionDuration) || scrollBehavior === 'smooth';
            })
            .map((one) => `${one.localName} ${one.getAttribute('part') ?? one.className}`);
        });
        deepEqual(moving, [], `${page}: these move`);
        await visit.press('Escape', 'Enter');
        await visit.hears(/offres? d.emploi/);
        const counters = (await visit.heard()).filter(({ host }) => host === 'town-jobs-counter');
        deepEqual(counters, [], `${page}: the counter is a live region`);
      }
    },
    faults: [
      {
        what: 'cards slide in',
        plant: () =>
          globalThis.a11y.style('@keyframes in{from{translate:0 9px}}[part=card]{animation:in 2s}'),
      },
      {
        what: 'the counter is a live region',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            const line = root.querySelector('[part=number]')?.closest('p');
            if (!line || line.role === 'status') return;
            line.setAttribute('role', 'status');
            setTimeout(() => line.append(' '), 300);
          }),
      },
    ],
  },
  {
    number: 28,
    text: 'Nothing runs out: after a day the page is as it was, and nothing was asked without the resident',
    rgaa: ['13.1'],
    wcag: ['2.2.1', '2.2.4'],
    async check({ open, proxy }) {
      for (const page of ['saint-omer', 'une-balise', 'board'] as const) {
        const visit = await open(page, { before: stopClocks });
        await visit.drawn();
        const text = () =>
          visit.run(() =>
            globalThis.a11y.all('[part=card], ul.offers > li').map((card) => {
              // Another day, another age.
              const age = card.querySelector('time');
              return globalThis.a11y.words(card).replace(age ? globalThis.a11y.words(age) : '', '');
            }),
          );
        const [before, asked] = [await text(), proxy.requests().length];
        await visit.run(() => (globalThis as unknown as { elapse(): void }).elapse());
        await visit.until(() => 'hasElapsed' in globalThis, 'a day does not pass');
        await visit.drawn();
        await visit.drawn();
        deepEqual(await text(), before, `${page}: the list changed by itself`);
        equal(proxy.requests().length, asked, `${page}: the endpoint was asked by itself`);
        const refresh = await visit.run(() => document.querySelectorAll('meta[http-equiv=refresh]').length);
        equal(refresh, 0, `${page}: the page loads itself again`);
      }
    },
    faults: [
      {
        what: 'the list is emptied after 20 minutes',
        plant: () =>
          addEventListener('DOMContentLoaded', () => {
            setTimeout(() => {
              for (const list of globalThis.a11y.all('[part=list]')) list.remove();
            }, 1_200_000);
          }),
      },
      {
        what: 'the list is asked for again every minute',
        plant: () =>
          addEventListener('DOMContentLoaded', () => {
            const { src } = document.querySelector<HTMLScriptElement>('script[type=module]')!;
            setInterval(() => {
              // Answered at once: what matters is that it was asked.
              const request = new XMLHttpRequest();
              request.open('GET', new URL('/v1/boards/saint-omer/count', src).href, false);
              request.send();
            }, 60_000);
          }),
      },
    ],
  },
];
