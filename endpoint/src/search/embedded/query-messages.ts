import type { Offer } from '../../contract/index.ts';
import type {
  Areas,
  CountResult,
  EngineSuggestion,
  Filters,
  MapResult,
  Scope,
  SearchRequest,
} from '../engine.ts';
import type { SerialisedResult } from '../serving.ts';
import type { PublishedMessage } from './message.ts';

/** What a query thread is started with. */
export interface QueryThreadSettings {
  /** The index; the writer has opened it before. */
  file: string;
  /** The generation in use. */
  published: PublishedMessage;
}

/** A question to the engine of a thread. */
export type Query =
  | { kind: 'search'; request: SearchRequest }
  | { kind: 'count'; filters: Filters }
  | { kind: 'map'; filters: Filters; areas?: Areas }
  | { kind: 'suggest'; typed: string; limit: number }
  | { kind: 'offer'; id: string };

/** What each kind of question is answered with. */
export interface Answers {
  search: SerialisedResult;
  count: CountResult;
  map: MapResult;
  suggest: EngineSuggestion[];
  offer: Offer | undefined;
}

/** A board that a thread keeps between queries: it holds thousands of communes, and is sent only once. */
export interface ScopeReference {
  key: string;
  /** Absent where the thread has it already. */
  scope?: Scope;
  /** The key of one that will not be used again. */
  forget?: string;
}

/** What the server tells a query thread. It asks the next question once it has the answer to the last one. */
export type ToQueryThread =
  | { kind: 'ask'; query: Query; scope?: ScopeReference }
  | { kind: 'adopt'; message: PublishedMessage }
  | { kind: 'close' };

/** What a query thread tells the server; the first message says that it has begun to answer. */
export type FromQueryThread =
  | { kind: 'adopted'; generation: number }
  | { kind: 'answer'; answer: Answers[Query['kind']] }
  | { kind: 'failed'; reason: string; damaged: boolean };
