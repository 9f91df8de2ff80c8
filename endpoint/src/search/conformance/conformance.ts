import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Offer } from '../../contract/index.ts';
import type { Engine, Publication } from '../engine.ts';
import { makeOffer } from './corpus.ts';
import { Oracle } from './oracle.ts';
import { AREAS, makeRequest, SCOPES, WORDS } from './queries.ts';
import { Random } from './random.ts';

const OFFERS = 500;
const QUERIES_A_GENERATION = 500;
/** A linear scan takes its time on a busy machine; nothing here is about time. */
const PATIENCE_MS = 120_000;

/** An engine that is to be tested, with its writing side. */
export interface EngineUnderTest {
  engine: Engine;
  /** Publishes one generation and returns once the engine answers from it. */
  publish(source: (publication: Publication) => void): Promise<void>;
  /** Closes everything and opens it again from what was kept; the engine in the answer takes over. */
  reopen(): Promise<Engine>;
  close(): Promise<void>;
}

/**
 * Holds an engine to the linear scan: seeded offers, seeded queries, the same totals, order, cards, facets and
 * suggestions, after each of several publications and after being opened again.
 */
export function conformance(name: string, makeEngine: () => Promise<EngineUnderTest>): void {
  describe(`${name} answers as the linear scan does`, { timeout: PATIENCE_MS }, () => {
    const random = new Random(20_261_122);
    const offers = new Map<string, Offer>();
    let tested: EngineUnderTest;
    let engine: Engine;

    beforeAll(async () => {
      tested = await makeEngine();
      engine = tested.engine;
    });
    afterAll(() => tested.close());

    /** Publishes changes to the engine and to the map that the oracle is made of. */
    async function publish(changes: { put?: string[]; withdraw?: string[] }) {
      const put = (changes.put ?? []).map((id) => makeOffer(random, id));
      await tested.publish((publication) => {
        for (const id of changes.withdraw ?? []) publication.withdraw(id);
        for (const offer of put) publication.put(structuredClone(offer));
      });
      for (const id of changes.withdraw ?? []) offers.delete(id);
      for (const offer of put) offers.set(offer.id, offer);
    }

    async function compare() {
      const oracle = new Oracle(offers.values(), engine.state());
      expect(engine.state().offers).toBe(offers.size);
      for (let query = 0; query < QUERIES_A_GENERATION; query++) {
        const scope = random.pick(SCOPES);
        const request = makeRequest(random);
        const asked = JSON.stringify({ scope: scope.id, request });
        expect(plain(await engine.search(scope, request)), asked).toEqual(
          plain(await oracle.search(scope, request)),
        );
        if (query % 4 === 0)
          expect(await engine.count(scope, request), asked).toEqual(await oracle.count(scope, request));
        if (query % 4 === 1) {
          const areas = random.chance(0.5) ? AREAS : undefined;
          expect(await engine.map(scope, request, areas), asked).toEqual(
            await oracle.map(scope, request, areas),
          );
        }
      }
      for (const scope of SCOPES) {
        for (const typed of WORDS) {
          expect(await engine.suggest(scope, typed, 8), typed).toEqual(await oracle.suggest(scope, typed, 8));
        }
      }
      for (const id of [...random.some([...offers.keys()], 20), 'nobody']) {
        const offer = await engine.offer(id);
        expect(offer).toEqual(plain(await oracle.offer(id)));
        for (const scope of SCOPES)
          if (offer) expect(engine.shows(scope, offer)).toBe(oracle.shows(scope, offer));
      }
    }

    const ids = (count: number, from = 0) =>
      Array.from({ length: count }, (_, index) => `offer${from + index}`);

    it('before anything was published', async () => {
      await compare();
    });

    it('after the first publication', async () => {
      await publish({ put: ids(OFFERS) });
      await compare();
    });

    it('after offers were replaced, withdrawn and added', async () => {
      const known = random.some([...offers.keys()], 200);
      await publish({
        put: [...known.slice(0, 120), ...ids(60, OFFERS)],
        withdraw: [...known.slice(120), 'nobody'],
      });
      await compare();
    });

    it('after many small publications', async () => {
      for (let round = 0; round < 12; round++) {
        const known = random.some([...offers.keys()], 6);
        await publish({ put: [...known.slice(0, 3), `late${round}`], withdraw: known.slice(2, 5) });
      }
      await compare();
    });

    it('after a publication that failed', async () => {
      const failing = tested.publish((publication) => {
        for (const id of random.some([...offers.keys()], 30)) publication.withdraw(id);
        publication.put(makeOffer(random, 'never'));
        throw new Error('The feed broke off.');
      });
      await expect(failing).rejects.toThrow('The feed broke off.');
      await compare();
    });

    it('after it was opened again', async () => {
      const { generation } = engine.state();
      engine = await tested.reopen();
      expect(engine.state().generation).toBe(generation);
      await compare();
      await publish({ put: ids(20, OFFERS + 100), withdraw: random.some([...offers.keys()], 20) });
      await compare();
    });

    it('after everything was withdrawn', async () => {
      await publish({ withdraw: [...offers.keys()] });
      await compare();
    });
  });
}

/** As it travels: keys without a value are no keys. */
function plain<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}
