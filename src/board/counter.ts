import type { Failure, SearchState } from './state.ts';

/** What a counter shows. */
export interface CountState {
  readonly status: 'before' | 'loading' | 'answers' | 'failed' | 'offline';
  /** Kept while loading and after a failure. */
  readonly total?: number;
  /** When partners were last asked, ISO 8601. */
  readonly refreshedAt?: string;
  /** The board's theme, known from the first answer on. */
  readonly theme?: Readonly<Record<string, string>>;
  readonly failure?: Failure;
}

/** What a counter shows of a search, its own or that of the page. */
export function countOf({ status, total, board, failure }: SearchState): CountState {
  const refreshedAt = board?.freshness.refreshedAt;
  return { status: status === 'none' ? 'answers' : status, total, refreshedAt, theme: board?.theme, failure };
}
