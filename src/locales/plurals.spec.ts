import { generateMsgId } from '@lit/localize/internal/id-generation.js';
import { describe, expect, it } from 'vitest';
import { formatsFor } from '../shared/format.ts';
import { templates as ar } from './generated/ar.ts';
import { templates as uk } from './generated/uk.ts';
import { shortId } from './short-id.ts';

const COUNTS = [0, 1, 2, 3, 5, 11, 21, 22, 100, 101];
const offers = shortId(generateMsgId('# offre|# offres', false));

/** "12 offres" for each of the counts, as an element says it. */
function counted(lang: string, templates: Readonly<Record<string, unknown>>): string[] {
  const format = formatsFor(lang, lang);
  return COUNTS.map((count) => format.plural(String(templates[offers]), count));
}

describe('counts of offers', () => {
  it('have the six forms of Arabic', () => {
    expect(counted('ar', ar)).toEqual([
      'لا عروض',
      'عرض واحد',
      'عرضان',
      '3 عروض',
      '5 عروض',
      '11 عرضًا',
      '21 عرضًا',
      '22 عرضًا',
      '100 عرض',
      '101 عرض',
    ]);
  });

  it('have the forms of Ukrainian', () => {
    expect(counted('uk', uk)).toEqual([
      '0 вакансій',
      '1 вакансія',
      '2 вакансії',
      '3 вакансії',
      '5 вакансій',
      '11 вакансій',
      '21 вакансія',
      '22 вакансії',
      '100 вакансій',
      '101 вакансія',
    ]);
  });
});
