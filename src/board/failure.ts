import { RequestError } from '../client/http.ts';
import type { Failure } from './state.ts';

/** What a state becomes when a request came to nothing: offline where the device says so, else failed. */
export function failed(
  error: unknown,
  isOnline?: () => boolean,
): { status: 'failed' | 'offline'; failure: Failure } {
  const failure: Failure = error instanceof RequestError ? error : { kind: 'garbled' };
  return { status: failure.kind === 'network' && isOnline?.() === false ? 'offline' : 'failed', failure };
}
