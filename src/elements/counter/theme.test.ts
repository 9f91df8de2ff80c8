import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { endpointAddress } from '../../../test/kit/browser-kit.ts';
import './counter.ts';
import type { TownJobsCounter } from './counter.ts';

describe('a counter alone on a page', () => {
  it('takes the theme of its board', async () => {
    const counter = await fixture<TownJobsCounter>(
      html`<town-jobs-counter board="pessac" endpoint=${endpointAddress}></town-jobs-counter>`,
    );
    await waitUntil(() => counter.shadowRoot?.querySelector('[part=number]'));

    const { color } = getComputedStyle(counter.shadowRoot!.querySelector('[part=number]')!);

    expect(color).to.equal('rgb(122, 31, 61)');
  });
});
