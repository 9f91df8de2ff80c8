import { parentPort, workerData } from 'node:worker_threads';
import { CorruptDatabase } from '../../shared/database.ts';
import type { Scope } from '../engine.ts';
import { openEngine, type EmbeddedEngine } from './engine.ts';
import type {
  Answers,
  FromQueryThread,
  Query,
  QueryThreadSettings,
  ScopeReference,
  ToQueryThread,
} from './query-messages.ts';

/** One of the threads that answer: it has a connection of its own and shares the columns of a generation with all. */

const settings = workerData as QueryThreadSettings;
const port = parentPort!;
const scopes = new Map<string, Scope>();
const tell = (message: FromQueryThread, transferred: ArrayBuffer[] = []) =>
  port.postMessage(message, transferred);

try {
  work(openEngine(settings));
} catch (error) {
  fail(error);
}

function work(engine: EmbeddedEngine): void {
  async function obey(order: ToQueryThread): Promise<void> {
    if (order.kind === 'adopt') tell({ kind: 'adopted', generation: engine.adopt(order.message) });
    if (order.kind === 'ask') {
      try {
        const answer = await answerTo(engine, order.query, order.scope && known(order.scope));
        tell({ kind: 'answer', answer }, transferable(answer));
      } catch (error) {
        fail(error);
      }
    }
    if (order.kind === 'close') {
      await engine.close();
      port.close();
    }
  }

  port.on('message', (order: ToQueryThread) => void obey(order));
  tell({ kind: 'adopted', generation: engine.state().generation });
}

async function answerTo(
  engine: EmbeddedEngine,
  query: Query,
  scope: Scope | undefined,
): Promise<Answers[Query['kind']]> {
  if (query.kind === 'offer') return engine.offer(query.id);
  if (query.kind === 'search') return engine.searchAsJson(scope!, query.request);
  if (query.kind === 'count') return engine.count(scope!, query.filters);
  if (query.kind === 'map') return engine.map(scope!, query.filters, query.areas);
  return engine.suggest(scope!, query.typed, query.limit);
}

function known({ key, scope, forget }: ScopeReference): Scope {
  if (forget !== undefined) scopes.delete(forget);
  if (scope) scopes.set(key, scope);
  return scopes.get(key)!;
}

/** Bytes change their owner instead of being copied. */
function transferable(answer: Answers[Query['kind']]): ArrayBuffer[] {
  return answer && 'json' in answer ? [answer.json.buffer as ArrayBuffer] : [];
}

function fail(error: unknown): void {
  const damaged = error instanceof CorruptDatabase;
  tell({ kind: 'failed', reason: (error as Error).stack ?? String(error), damaged });
}
