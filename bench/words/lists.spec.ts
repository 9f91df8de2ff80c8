import { expect, it } from 'vitest';
import { fold } from '../../endpoint/src/search/words/fold.ts';
import { IRREGULAR } from '../../endpoint/src/search/words/irregular.ts';
import { NO_FEMININE } from '../../endpoint/src/search/words/unchanged.ts';
import { DEVELOPMENT } from './development.ts';
import { HELD_OUT } from './held-out.ts';
import { dictionaryWords } from './dictionary.ts';

const pairs = (list: string) => list.trim().split(/\s+/);

it('keeps at least 400 trades apart from those that rules were written on', () => {
  const heldOut = pairs(HELD_OUT);
  const seen = new Set(pairs(DEVELOPMENT));

  expect(new Set(heldOut).size).toBeGreaterThanOrEqual(400);
  for (const pair of heldOut) {
    const [masculine, feminine] = pair.split(':') as [string, string];
    expect(feminine, pair).not.toBe(masculine);
    expect(seen.has(pair), pair).toBe(false);
    expect(IRREGULAR.has(fold(feminine)) || NO_FEMININE.has(fold(feminine)), pair).toBe(false);
  }
});

it('knows the forms of a word from those of another', () => {
  const forms = new Map([...dictionaryWords()].map((all) => [all[0], all]));

  expect(forms.get('directeur')).toEqual(expect.arrayContaining(['directeurs', 'directrice', 'directrices']));
  expect(forms.get('infirmier')).toEqual(expect.arrayContaining(['infirmière', 'infirmières']));
  expect(forms.get('manger')).toEqual(expect.arrayContaining(['mange', 'mangeons', 'mangées', 'mangera']));
  expect(forms.get('vent')).toEqual(['vent', 'vents']);
});
