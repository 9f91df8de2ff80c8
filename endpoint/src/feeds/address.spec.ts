import { describe, expect, it } from 'vitest';
import { checkedLookup, checkUrl, isPublicAddress } from './address.ts';
import { FeedError } from './error.ts';

const SPELLINGS = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://0.0.0.0/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[::127.0.0.1]/',
  'http://10.0.0.1/',
  'http://172.16.3.4/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[fec0::1]/',
  'http://①②⑦.⓪.⓪.①/',
];

describe('an address', () => {
  it.each(SPELLINGS)('%s is refused', (address) => {
    expect(() => checkUrl(new URL(address), new Set())).toThrow(FeedError);
  });

  it.each(['ftp://exemple.fr/', 'file:///etc/passwd', 'http://a:b@exemple.fr/', 'data:,x'])(
    '%s is refused',
    (address) => {
      expect(() => checkUrl(new URL(address), new Set())).toThrow(FeedError);
    },
  );

  it.each(['http://93.184.216.34/', 'https://[2606:2800:220:1::1]/', 'https://exemple.fr/'])(
    '%s is taken',
    (address) => {
      expect(() => checkUrl(new URL(address), new Set())).not.toThrow();
    },
  );

  it('is taken where an operator allows exactly it', () => {
    expect(() => checkUrl(new URL('http://127.0.0.1:80/'), new Set(['127.0.0.1']))).not.toThrow();
    expect(() => checkUrl(new URL('http://[::1]/'), new Set(['::1']))).not.toThrow();
    expect(() => checkUrl(new URL('http://127.0.0.2/'), new Set(['127.0.0.1']))).toThrow(FeedError);
  });

  it('that is no address is not public', () => {
    expect(isPublicAddress('localhost')).toBe(false);
  });
});

describe('the addresses of a name', () => {
  const lookup = (name: string, allowed: string[] = []) =>
    new Promise((done) => {
      checkedLookup(new Set(allowed))(name, { all: true }, (error, addresses) => done(error ?? addresses));
    });

  it.each(['localhost', 'LOCALHOST'])('are refused where one is private: %s', async (name) => {
    expect(await lookup(name)).toBeInstanceOf(FeedError);
  });

  it('are given where an operator allows the name', async () => {
    expect(await lookup('localhost', ['localhost'])).toEqual(
      expect.arrayContaining([expect.objectContaining({ family: expect.any(Number) as number })]),
    );
  });
});
