import { FACETS } from '../../contract/vocabulary.ts';
import type { Engine, Filters, Scope, SearchRequest } from '../engine.ts';
import { analyseQuery } from '../words/analyse.ts';
import { AREAS, makeRequest, makeWords, SCOPES } from './queries.ts';
import type { Random } from './random.ts';

const SUGGESTIONS = 8;

/** Anything that an engine can be asked. */
export type Question =
  | { kind: 'search'; scope: Scope; request: SearchRequest }
  | { kind: 'count'; scope: Scope; request: Filters }
  | { kind: 'map'; scope: Scope; request: Filters; rolledUp: boolean }
  | { kind: 'suggest'; scope: Scope; typed: string }
  | { kind: 'offer'; id: string };

/**
 * One question of a board; the same chance gives the same question. Six in ten are searches.
 *
 * @param ids of offers that are known, of which some may have been withdrawn
 */
export function makeQuestion(random: Random, ids: readonly string[]): Question {
  const scope = random.pick(SCOPES);
  const kind = random.pick(['search', 'search', 'search', 'count', 'map', 'suggest'] as const);
  if (kind === 'suggest') {
    if (random.chance(0.3)) return { kind: 'offer', id: random.pick([...ids.slice(-40), 'nobody']) };
    return { kind, scope, typed: makeWords(random) };
  }
  const request = makeRequest(random);
  if (kind === 'map') return { kind, scope, request, rolledUp: random.chance(0.5) };
  return { kind, scope, request };
}

/**
 * What an engine says, as it travels: keys without a value are no keys. Of an offer also which boards show it.
 */
export async function answer(engine: Engine, question: Question): Promise<unknown> {
  return plain(await asked(engine, question));
}

async function asked(engine: Engine, question: Question): Promise<unknown> {
  switch (question.kind) {
    case 'search':
      return engine.search(question.scope, question.request);
    case 'count':
      return engine.count(question.scope, question.request);
    case 'map':
      return engine.map(question.scope, question.request, question.rolledUp ? AREAS : undefined);
    case 'suggest':
      return engine.suggest(question.scope, question.typed, SUGGESTIONS);
    case 'offer': {
      const offer = await engine.offer(question.id);
      return {
        offer,
        boards: SCOPES.filter((scope) => offer && engine.shows(scope, offer)).map(({ id }) => id),
      };
    }
  }
}

function plain(value: unknown): unknown {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

/** What a question tries, in words for a table: its kind, and each thing in it that an engine can get wrong. */
export function aspectsOf(question: Question, said: unknown): string[] {
  if (question.kind === 'suggest' || question.kind === 'offer') return [question.kind];
  const { kind, request } = question;
  const { corrected, total } = said as { corrected?: unknown; total?: number };
  const aspects: Record<string, unknown> = {
    [kind]: true,
    words: request.q,
    'words: the last half typed': analyseQuery(request.q ?? '').terms.at(-1)?.starts,
    'words: a typo corrected': corrected,
    'words: exact': request.q && request.exact,
    radius: request.around?.radiusKm !== undefined,
    département: request.around?.department,
    'nothing found': total === 0,
  };
  for (const facet of FACETS) {
    const filter = request[facet];
    aspects[`filter ${facet}`] = Array.isArray(filter) ? filter.length > 0 : filter !== undefined;
  }
  if (kind === 'search') {
    aspects[`sort ${request.sort}`] = true;
    aspects['page after the first'] = request.offset > 0;
    for (const facet of FACETS) aspects[`facet ${facet}`] = request.facets?.includes(facet);
  }
  return Object.keys(aspects).filter((name) => aspects[name]);
}
