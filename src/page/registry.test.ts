import { expect, waitUntil } from '@open-wc/testing';
import { languageAround, textLanguage } from './language.ts';
import { tidy } from '../../test/kit/page-kit.ts';
import { claimPage, registry } from './registry.ts';
import { settingsOfScript } from './settings.ts';

afterEach(tidy);

describe('the page', () => {
  it('belongs to the first copy of the script; the second says so once, naming both versions', async () => {
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line);
    const claims = [claimPage(), claimPage(), claimPage()];
    await waitUntil(() => lines.length, 'nothing was said');
    console.warn = warn;

    expect(claims).to.deep.equal([true, false, false]);
    expect(lines).to.have.length(1);
    expect(lines[0]?.split(registry().version)).to.have.length(3);
  });
});

describe('the script tag', () => {
  it('is found by its resolved address and says the settings', () => {
    const script = document.createElement('script');
    script.type = 'text/plain';
    script.src = 'https://emploi.example/town-jobs.js?ver=6.4';
    Object.assign(script.dataset, { board: 'pessac', lang: 'en' });
    document.body.append(script);

    expect(settingsOfScript(script.src)).to.deep.equal({
      endpoint: 'https://emploi.example',
      board: 'pessac',
      lang: 'en',
    });
  });

  it('that cannot be found still names its origin as the endpoint', () => {
    expect(settingsOfScript('https://emploi.example/town-jobs.js')).to.deep.equal({
      endpoint: 'https://emploi.example',
    });
  });
});

describe('the language', () => {
  it('around an element is the nearest that Intl understands', () => {
    document.body.innerHTML = '<div lang="nl_BE"><p></p></div><div lang="???"><b></b></div>';
    document.documentElement.lang = 'de';

    expect(languageAround(document.querySelector('p')!)).to.equal('nl-BE');
    expect(languageAround(document.querySelector('b')!)).to.equal('fr');
    expect(languageAround(document.body)).to.equal('de');
    expect(textLanguage()).to.equal('de');
    expect(textLanguage('uk')).to.equal('uk');
    document.documentElement.lang = '';
    expect(textLanguage()).to.equal('fr');
  });
});
