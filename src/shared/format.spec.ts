import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatsFor } from './format.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('formats', () => {
  afterEach(() => vi.restoreAllMocks());

  const french = formatsFor('fr', 'fr');

  it('counts calendar days in Europe/Paris, over midnight and both changes of the clock', () => {
    const days = (from: string, to: string) => french.daysAgo(from, Date.parse(to));

    expect(days('2026-11-21T22:59:00Z', '2026-11-21T23:01:00Z')).toBe(1);
    expect(days('2026-11-21T23:00:00Z', '2026-11-22T22:59:00Z')).toBe(0);
    expect(days('2026-10-24T22:30:00Z', '2026-10-25T22:30:00Z')).toBe(0);
    expect(days('2026-03-28T22:30:00Z', '2026-03-29T21:30:00Z')).toBe(1);
    expect(days('nonsense', '2026-03-29T21:30:00Z')).toBeUndefined();
  });

  it('names days as people say them', () => {
    expect([0, 1, 3].map((days) => french.ago(days))).toEqual(['aujourd’hui', 'hier', 'il y a 3 jours']);
  });

  it('picks the plural form of the language, the last one where a form is missing', () => {
    const forms = '# offre|# offres';

    expect([0, 1, 2].map((n) => french.plural(forms, n))).toEqual(['0 offre', '1 offre', '2 offres']);
    expect(plain(french.plural(forms, 1_000_000))).toBe('1 000 000 offres');
    expect(formatsFor('uk', 'uk').plural('# оголошення|# оголошення x|# оголошень|# оголошення', 5)).toBe(
      '5 оголошень',
    );
  });

  it('writes a number with a dollar sign as it is', () => {
    expect(formatsFor('en', 'en').plural('# job $&|# jobs $&', 2)).toBe('2 jobs $&');
  });

  it('writes distances, money and times as the country does', () => {
    expect(plain(french.distance(4.26))).toBe('4,3 km');
    expect(plain(french.distance(12.6))).toBe('13 km');
    expect(plain(french.euros(1900))).toBe('1 900 €');
    expect(plain(french.euros(12.31))).toBe('12,31 €');
    expect(plain(formatsFor('uk', 'uk').euros(1900))).toBe('1 900 €');
    expect(french.time('2026-11-22T13:05:00Z')).toBe('14:05');
  });

  it('makes no format any more when a first list of offers comes', () => {
    const dutch = formatsFor('nl', 'nl');
    const makers = (
      ['NumberFormat', 'DateTimeFormat', 'RelativeTimeFormat', 'ListFormat', 'PluralRules'] as const
    ).map((name) => vi.spyOn(Intl, name));

    dutch.plural('# vacature|# vacatures', 12);
    dutch.euros(1900);
    dutch.hours(35);
    dutch.ago(dutch.daysAgo('2026-11-22T13:05:00Z')!);
    dutch.time('2026-11-22T13:05:00Z');
    dutch.list(['Partner 1', 'Partner 2']);

    for (const maker of makers) expect(maker).not.toHaveBeenCalled();
  });

  it('follows the nearest language only where the texts are in it', () => {
    expect(formatsFor('fr-BE', 'fr').lang).toBe('fr-BE');
    expect(formatsFor('pt', 'fr').lang).toBe('fr');
    expect(formatsFor('fr_bad-!', 'fr').lang).toBe('fr');
  });
});
