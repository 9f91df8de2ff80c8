import { textsOf } from '../locales/locales.ts';

/** Elements that few pages have, each with the way to its code. */
const LAZY: readonly (readonly [tag: string, load: () => Promise<unknown>])[] = [
  ['town-jobs-barometer', () => import('./barometer/barometer.ts')],
  ['town-jobs-map', () => import('./map/map.ts')],
  ['town-jobs-offer', () => import('./offer/offer.ts')],
];

/** Loads the code of such an element once its tag stands in the document, now or later. */
export function loadLazyElements(): void {
  let waiting = LAZY;
  const look = () => {
    waiting = waiting.filter(([tag, load]) => {
      const stands = document.querySelector(tag);
      // Where it cannot be loaded, the link inside the element remains. Its texts come beside its code.
      if (stands) load().catch(() => {});
      if (stands) void textsOf(tag.slice('town-jobs-'.length));
      return !stands;
    });
  };
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}
