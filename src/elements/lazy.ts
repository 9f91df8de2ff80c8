import { textsOf } from '../locales/locales.ts';

/** Elements that few pages have, each with the way to its code, by what its tag ends with. */
const LAZY = {
  barometer: () => import('./barometer/barometer.ts'),
  map: () => import('./map/map.ts'),
  offer: () => import('./offer/offer.ts'),
};

/** Loads the code of such an element; its texts come beside it. Rejects where it cannot be loaded. */
export function load(room: keyof typeof LAZY): Promise<unknown> {
  void textsOf(room);
  return LAZY[room]();
}

/** Loads the code of such an element once its tag stands in the document, now or later. */
export function loadLazyElements(): void {
  let waiting = Object.keys(LAZY) as (keyof typeof LAZY)[];
  const look = () => {
    waiting = waiting.filter((room) => {
      const stands = document.querySelector(`town-jobs-${room}`);
      // Where it cannot be loaded, the link inside the element remains.
      if (stands) load(room).catch(() => {});
      return !stands;
    });
  };
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}
