import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Failure } from '../board/state.ts';

/** What a counter shows. */
export interface CountState {
  readonly status: 'before' | 'loading' | 'answers' | 'failed' | 'offline';
  /** Kept while loading and after a failure. */
  readonly total?: number;
  /** When partners were last asked, ISO 8601. */
  readonly refreshedAt?: string;
  readonly failure?: Failure;
}

/**
 * Gives a counter its number. With criteria of its own (`q place radius contract since` attributes), or alone on a
 * page, it asks `…/count`, which is cheap; else it follows the total of the page's search of its name.
 */
export class CountController implements ReactiveController {
  constructor(host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  /** Undefined where board or endpoint are missing: show the link. */
  get state(): CountState | undefined {
    return undefined;
  }

  /** BCP 47 tag of the nearest `lang`. */
  get lang(): string {
    return 'fr';
  }

  hostConnected(): void {}

  hostDisconnected(): void {}
}
