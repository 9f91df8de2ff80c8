import { describe, expect, it } from 'vitest';
import { readAddress, type AddressRules } from './address.ts';
import { writeAddress } from './written-address.ts';

function rules(change: Partial<AddressRules> = {}): AddressRules {
  return { prefix: 'jobs', presets: {}, locked: new Set(), ...change };
}

describe('an address', () => {
  it('is read as it was written', () => {
    const criteria = {
      q: 'aide à domicile',
      place: '62765',
      radius: 20,
      contract: ['cdd', 'cdi'],
      since: 7,
      page: 3,
    };
    const query = writeAddress('', rules(), criteria);

    expect(query).toBe(
      '?jobs-q=aide+%C3%A0+domicile&jobs-place=62765&jobs-radius=20&jobs-contract=cdd,cdi&jobs-since=7&jobs-page=3',
    );
    expect(readAddress(query, rules())).toEqual(criteria);
  });

  it('keeps foreign parameters to the letter', () => {
    const foreign = '?p=12&page=2&q=mairie&s=a%20b&flag&name=x&order=desc&sans-q=1&%zz';

    expect(writeAddress(`${foreign}&jobs-q=old&jobs-page=4`, rules(), { q: 'new' })).toBe(
      `${foreign}&jobs-q=new`,
    );
    expect(writeAddress(`${foreign}&jobs-q=old`, rules(), {})).toBe(foreign);
  });

  it('knows searches by their names apart', () => {
    const query = writeAddress('?jobs-q=a', rules({ prefix: 'stages' }), { q: 'b' });

    expect(query).toBe('?jobs-q=a&stages-q=b');
    expect(readAddress(query, rules({ prefix: 'stages' }))).toEqual({ q: 'b' });
  });

  it('names a preset only where it was changed or taken away', () => {
    const withPresets = rules({ presets: { q: 'infirmier', radius: 10 } });

    expect(writeAddress('', withPresets, { q: 'infirmier', radius: 10 })).toBe('');
    expect(writeAddress('', withPresets, { radius: 20 })).toBe('?jobs-q=&jobs-radius=20');
    expect(readAddress('?jobs-q=', withPresets)).toEqual({ q: undefined });
    expect('q' in readAddress('?jobs-q=', withPresets)).toBe(true);
  });

  it('cannot change what is locked', () => {
    const withLock = rules({ locked: new Set(['contract' as const]), presets: { contract: ['cdi'] } });

    expect(readAddress('?jobs-contract=cdd&jobs-q=a', withLock)).toEqual({ q: 'a' });
    expect(writeAddress('', withLock, { contract: ['cdd'] })).toBe('');
  });

  it.each([
    'jobs-radius=far',
    'jobs-radius=1e9',
    'jobs-page=0',
    'jobs-since=1.5',
    'jobs-sort=pay',
    'jobs-contract=x',
  ])('that says %s says nothing', (query) => {
    expect(readAddress(`?${query}`, rules())).toEqual({});
  });
});
