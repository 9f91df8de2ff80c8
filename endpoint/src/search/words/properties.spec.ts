import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_QUERY_LENGTH, MAX_QUERY_TERMS } from '../../contract/vocabulary.ts';
import { analyse, analyseQuery, type Field } from './analyse.ts';
import { cleanTitle } from './title.ts';
import { tokenise } from './tokenise.ts';

// The same strings in every run; 15,000 of other seeds for each fact found nothing more.
fc.configureGlobal({ seed: 20261122 });

const FIELDS: Field[] = ['name', 'text', 'employer'];

/** Any string of JavaScript: lone surrogates, NUL, emoji, right-to-left, marks, and what is near to our own rules. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...[
          'H/F',
          '(e)',
          '·e·s',
          '/euse',
          "l'",
          '-',
          '.NET',
          'C++',
          'PL',
          'aide soignante',
          'ATSEM',
          'la',
          'poste',
        ],
        ...[
          '\0',
          '\ud83d',
          '🦄',
          'عامل',
          '\u202e',
          '"*^-NEAR(',
          ',,,,',
          'ﬁ',
          'ŒUVRE',
          'İ',
          'ß',
          '\u0301',
          ' ',
        ],
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const TRADES =
  `infirmier:infirmière vendeur:vendeuse directeur:directrice technicien:technicienne boulanger:boulangère
  assistant:assistante agent:agente chargé:chargée commercial:commerciale professionnel:professionnelle chef:cheffe
  hôte:hôtesse commis:commise maître:maîtresse avocat:avocate maçon:maçonne forain:foraine lignard:lignarde
  patron:patronne ouvrier:ouvrière ingénieur:ingénieure élu:élue apprenti:apprentie sportif:sportive ambassadeur:ambassadrice`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [masculine: string, feminine: string]);
const trade = fc.constantFrom(...TRADES);
const words = fc.array(
  fc.constantFrom(
    ...TRADES.flat(),
    'de',
    "l'atelier",
    'crèche',
    'été',
    'PL',
    'poids lourds',
    'œuvre',
    'nuit',
  ),
  { minLength: 1, maxLength: 8 },
);
const plural = (word: string) =>
  /s$/.test(word) ? word : word.endsWith('al') ? `${word.slice(0, -1)}ux` : `${word}s`;
const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

describe('any string', () => {
  it('gives finished tokens in every field, each once', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...FIELDS), (text, field) => {
        const tokens = analyse(text, field);

        for (const token of tokens) expect(token).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(new Set(tokens).size).toBe(tokens.length);
      }),
    );
  });

  it('is a query whose finished words are found in itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cut = text.slice(0, MAX_QUERY_LENGTH);
        const [names, employers] = [new Set(analyse(cut, 'name')), new Set(analyse(cut, 'employer'))];

        for (const { tokens, name } of analyseQuery(text).terms) {
          expect(tokens.some((token) => names.has(token))).toBe(true);
          expect(employers.has(name)).toBe(true);
        }
      }),
    );
  });

  it('is cut at 200 characters and 10 terms, and only then said to be', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        const { terms, cut } = analyseQuery(text);

        expect(terms.length).toBeLessThanOrEqual(MAX_QUERY_TERMS);
        if (cut) expect(text.length > MAX_QUERY_LENGTH || terms.length === MAX_QUERY_TERMS).toBe(true);
        if (text.length > MAX_QUERY_LENGTH) expect(cut).toBe(true);
      }),
    );
  });

  it('has a title that can be shown', () => {
    fc.assert(fc.property(anyText, (text) => cleanTitle(text) !== '' || text.trim() === ''));
  });

  it('gives words that are words again, once folded', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { folded } of tokenise(text)) {
          expect(tokenise(folded).map((word) => word.folded)).toEqual([folded]);
        }
      }),
    );
  });
});

describe('words of French', () => {
  it('mean the same in the plural and in the feminine', () => {
    fc.assert(
      fc.property(trade, fc.boolean(), ([masculine, feminine], many) => {
        const [token] = analyse(masculine, 'text');

        for (const form of [feminine, masculine]) {
          expect(analyse(many ? plural(form) : form, 'text')[0]).toBe(token);
        }
      }),
    );
  });

  it('mean the same in any case, and without accents', () => {
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ');
        const tokens = analyse(text, 'name');

        expect(analyse(text.toUpperCase(), 'name')).toEqual(tokens);
        expect(analyse(withoutAccents(text), 'name')).toEqual(tokens);
      }),
    );
  });

  it('give tokens that are their own tokens', () => {
    fc.assert(
      fc.property(words, (list) => {
        for (const token of analyse(list.join(' '), 'name')) expect(analyse(token, 'name')).toContain(token);
      }),
    );
  });

  it('stay as they were written in the name of an employer', () => {
    fc.assert(
      fc.property(words, (list) => {
        const written = list.join(' ').replaceAll("l'", '').replaceAll('œ', 'oe').split(' ');

        expect(analyse(list.join(' '), 'employer')).toEqual([
          ...new Set(written.map((word) => withoutAccents(word).toLowerCase())),
        ]);
      }),
    );
  });
});
