import type { ReactiveControllerHost } from 'lit';
import { BoardMap, type MapState } from '../board/map.ts';
import { isOnline, onNetworkBack } from './network.ts';
import { clientOf } from './open-search.ts';
import type { SearchController } from './search-controller.ts';

/** How far off the screen a map asks already, so that it is there when it is scrolled to. */
const NEAR = '200px';

/** Gives a map its numbers: those of the element's search, asked for only while the element is on the screen or near. */
export class MapController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #page: SearchController;
  #map: BoardMap | undefined;
  #of = '';
  #isNear = false;
  #observer: IntersectionObserver | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, page: SearchController) {
    this.#host = host;
    this.#page = page;
    host.addController(this);
  }

  get state(): MapState {
    return this.#map?.state ?? { status: 'before' };
  }

  /** Asks again after a failure. */
  retry(): void {
    this.#map?.retry();
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.#isNear = entries.at(-1)!.isIntersecting;
        this.#host.requestUpdate();
      },
      { rootMargin: NEAR },
    );
    this.#observer.observe(this.#host);
    this.#stop = onNetworkBack(() => this.#map?.networkBack());
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#stop?.();
    this.#map?.stop();
    this.#isNear = false;
  }

  hostUpdate(): void {
    const { state, settings } = this.#page;
    const { board, endpoint } = settings;
    if (!state || !board || !endpoint) return;
    if (this.#of !== `${endpoint} ${board}`) {
      this.#map?.stop();
      this.#of = `${endpoint} ${board}`;
      this.#map = new BoardMap(clientOf(endpoint), board, isOnline, () => this.#host.requestUpdate());
    }
    if (this.#isNear) this.#map?.follow(state);
  }
}
