import { describe, expect, it } from 'vitest';
import { link } from './link.ts';

const HOSTS = ['exemple.fr', 'préfecture.example', '127.0.0.1'];

describe('a link', () => {
  it.each([
    ['https://exemple.fr/offre/1', 'https://exemple.fr/offre/1'],
    [' https://www.Exemple.FR/offre?id=1&utm_source=x ', 'https://www.exemple.fr/offre?id=1&utm_source=x'],
    ['http://emploi.exemple.fr:8080/a', 'http://emploi.exemple.fr:8080/a'],
    ['www.exemple.fr/a', 'https://www.exemple.fr/a'],
    ['https://préfecture.example/é', 'https://xn--prfecture-c4a.example/%C3%A9'],
    ['http://127.0.0.1:4000/x', 'http://127.0.0.1:4000/x'],
  ])('%j is taken', (text, expected) => {
    expect(link(text, HOSTS)).toEqual({ link: expected });
  });

  it.each([
    ['https://exemple.fr@evil.example/', 'link carries a user name'],
    ['https://exemple.fr:pw@exemple.fr/', 'link carries a user name'],
    ['https://evil.example/exemple.fr', 'link leads to a host that the partner did not declare'],
    ['https://notexemple.fr/', 'link leads to a host that the partner did not declare'],
    ['https://exemple.fr.evil.example/', 'link leads to a host that the partner did not declare'],
    ['https://1.127.0.0.1/', 'link cannot be read'],
    ['https:\\\\evil.example\\exemple.fr', 'link leads to a host that the partner did not declare'],
    ['https://ехemple.fr/', 'link leads to a host that the partner did not declare'],
    ['javascript:alert(1)', 'link is not http(s)'],
    ['java\nscript:alert(1)', 'link is not http(s)'],
    ['data:text/html,x', 'link is not http(s)'],
    ['/offre/1', 'link cannot be read'],
    ['exemple.fr/offre', 'link cannot be read'],
    [`https://exemple.fr/${'a'.repeat(3000)}`, 'link is longer than 2,048 characters'],
  ])('%j is refused', (text, refused) => {
    expect(link(text, HOSTS)).toMatchObject({ refused });
  });

  it('is refused where the partner declares no host', () => {
    expect(link('https://exemple.fr/', [])).toMatchObject({ detail: 'exemple.fr' });
    expect(link('https://exemple.fr/', [''])).toMatchObject({ detail: 'exemple.fr' });
  });
});
