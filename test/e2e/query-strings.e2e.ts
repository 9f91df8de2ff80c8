import { expect } from 'vitest';
import { Random } from '../../endpoint/src/search/conformance/random.ts';
import { endpoint, test } from '../kit/e2e.ts';
import { hostileQuery } from '../kit/hostile-queries.ts';

const QUERIES = 500;

test('no query string brings more than a refusal that says what is wrong', async () => {
  const random = new Random(7);
  let answered = 0;
  for (let query = 0; query < QUERIES; query++) {
    const path = hostileQuery(random, 'saint-omer');
    const response = await fetch(endpoint + path);
    const body = await response.text();
    if (response.status === 200) answered++;
    else {
      expect(response.status, `${path}\n${body}`).toBeLessThan(500);
      if (path.startsWith('/v1/'))
        expect((JSON.parse(body) as { detail: string }).detail).toMatch(/\w+ .*\./);
    }
  }

  expect(answered).toBeGreaterThan(QUERIES / 2);
});
