import { expect } from 'vitest';
import { pages, test } from '../kit/e2e.ts';
import { violations, violationsOnEveryScreen } from './axe.ts';
import { openList, residentStates } from './states.ts';

const options = { bypassCSP: true };

/** Every state under one tag; those that show the links of a page also where each region has one of its own. */
const places = [
  ...residentStates.map((state) => ({ ...state, where: 'une-balise' })),
  ...residentStates
    .filter(({ name }) => name === 'loading' || name === 'failed')
    .map((state) => ({ ...state, where: 'saint-omer' })),
];

test.for(['saint-omer', 'pessac', 'bordeaux', 'carte', 'une-balise', 'clean', 'csp'])(
  'breaks no rule of axe on the page %s, narrow or wide, light or dark',
  async (name, { open }) => {
    const { page } = await open(options);
    await openList(page, `${pages}/${name}/`);

    expect(await violationsOnEveryScreen(page)).toEqual([]);
  },
);

test.for(places)(
  'breaks no rule of axe in the state $name of the page $where, where a planted fault is seen',
  async ({ enter, where }, { open, proxy }) => {
    const { page } = await open(options);
    await enter(page, `${pages}/${where}/`, proxy);
    const found = await violationsOnEveryScreen(page);
    await page
      .locator('town-jobs-results [part=base]')
      .first()
      .evaluate((base) => base.append(document.createElement('button')));

    expect(found).toEqual([]);
    expect(await violations(page)).toEqual([expect.stringMatching(/^button-name: .*town-jobs-results/)]);
  },
);
