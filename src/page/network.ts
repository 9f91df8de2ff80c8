import { tell } from '../shared/console.ts';

/** False only where the device knows that it has no network. */
export function isOnline(): boolean {
  return navigator.onLine !== false;
}

/**
 * Calls back when asking again is worth it: the network is back, or the page came out of the back/forward cache,
 * which breaks off what was being asked. Returns the way to stop it.
 */
export function onNetworkBack(callback: () => void): () => void {
  const onPageShow = (event: PageTransitionEvent) => event.persisted && callback();
  addEventListener('online', callback);
  addEventListener('pageshow', onPageShow);
  return () => {
    removeEventListener('online', callback);
    removeEventListener('pageshow', onPageShow);
  };
}

let watchesPolicy = false;

/** Prints the line that a page's Content-Security-Policy lacks: to our code a blocked request looks like no network. */
export function watchPolicy(endpoints: { keys(): Iterable<string> }): void {
  if (watchesPolicy) return;
  watchesPolicy = true;
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
    for (const endpoint of endpoints.keys()) {
      const { origin } = new URL(endpoint);
      if (effectiveDirective === 'connect-src' && blockedURI.startsWith(origin)) tell('policy', origin);
    }
  });
}
