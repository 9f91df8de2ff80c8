import { expect, html } from '@open-wc/testing';
import { calm, fault } from '../../../test/kit/browser-kit.ts';
import { endpoint, inside, onPage, ownName, counted, until } from '../testing.ts';
import './results.ts';

// In a file, and so on a page, of its own: a page that was sent away for two minutes asks nothing in that time.
describe('<town-jobs-results> before a busy endpoint', () => {
  after(calm);

  it('says from when on it can be asked again, without a button before', async () => {
    await fault('status', { status: 429, retryAfter: 120, path: '/offers' });
    const page = await onPage(
      html`<town-jobs-results search=${ownName()} board="saint-omer" endpoint=${endpoint}></town-jobs-results>`,
    );
    const results = page.firstElementChild!;

    await until(() => results.shadowRoot!.querySelector('[part=failure]'), 'no failure');

    expect(counted(results)).to.match(/Réessayez à partir de \d\d?:\d\d\.$/);
    expect(inside(results, '[part=failure]').querySelector('button')).to.equal(null);
  });
});
