import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../contract/index.ts';
import { html, UnreadableText } from './html.ts';

const SEED = 20_261_122;
/** Stands where no reader may ever see it. */
const HIDDEN = 'Hidd3n';

/** What a description may not carry to a page, whole and in pieces. */
const ATTACKS = [
  '<script>alert(1)</script>', '<script src=//evil.example>', '</script>', '<scr<script>ipt>', '<SCRIPT\n>x', '<script/x>',
  '<img src=x onerror=alert(1)>', '<img src=`javascript:alert(1)`>', '<svg/onload=alert(1)>', '<svg><script>x</script></svg>',
  '<svg><style><img src=x onerror=alert(1)>', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe srcdoc="<script>x</script>">', '<object data=x>', '<embed src=x>', '<base href=//evil.example>', '<link rel=stylesheet href=x>',
  '<meta http-equiv=refresh content="0;url=//evil.example">', '<style>*{background:url(//evil.example)}</style>', '<form action=//evil.example><input name=a>',
  '<a href="javascript:alert(1)">a</a>', '<a href=" jav&#x09;ascript:alert(1)">a</a>', '<a href="data:text/html,x">a</a>', '<div style="position:fixed">',
  '<p onclick=alert(1)>', '<b onmouseover="x">', '<template><script>x</script></template>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<!--><img src=x onerror=alert(1)>-->', '<!--', '-->', '<![CDATA[<script>x</script>]]>', '<?xml version="1.0"?>', '<!DOCTYPE html [<!ENTITY a "b">]>',
  '&lt;script&gt;alert(1)&lt;/script&gt;', '&amp;lt;script&amp;gt;', '&#60;script&#62;', '&#x3c;script&#x3e;', '&lt', '&#0;', '&#xD800;', '&#x10FFFF;', '&#99999999;',
  '<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>', '<ul><li>a<ul><li>b', '</ul></ul>', '<h1><h2><p>', '<br><br/>', '<select><option>x',
  '<title><b>x</title>', '<textarea><script>x</script></textarea>', '<plaintext>', '<xmp><b>', '<a href="', "<p title='", '"', "'", '>', '<', '</', '<>', '< script>',
  '\u0000', '\u202e', '\ufeff', '\u2028', '\ud800', 'a@b.fr', '06 12 34 56 78', 'Texte ordinaire. ', '\n- point', '\t', '{{constructor}}', '${x}', "' OR 1=1 --",
]; // prettier-ignore

/** Well-formed places in which a text is never for readers. */
const HIDING = [
  `<script>${HIDDEN}</script>`, `<style>${HIDDEN}</style>`, `<img alt="x" onerror="${HIDDEN}">`, `<a href="https://${HIDDEN}.example/">lien</a>`,
  `<iframe srcdoc="${HIDDEN}">${HIDDEN}</iframe>`, `<svg><text>${HIDDEN}</text></svg>`, `<template>${HIDDEN}</template>`, `<!-- ${HIDDEN} -->`,
  `<textarea>${HIDDEN}</textarea>`, `<select><option>${HIDDEN}</option></select>`, `<object data="${HIDDEN}">${HIDDEN}</object>`, `<title>${HIDDEN}</title>`,
  `<noscript>${HIDDEN}</noscript>`, `<math><mi>${HIDDEN}</mi></math>`, `<button>${HIDDEN}</button>`, `<video src="${HIDDEN}">${HIDDEN}</video>`,
]; // prettier-ignore
const FRAMES: ((inside: string) => string)[] = [
  (inside) => `<p>${inside}</p>`,
  (inside) => `<ul><li>${inside}</li><li>fin</li></ul>`,
  (inside) => `<table><tr><td>${inside}</td></tr></table>`,
  (inside) => `<h2><b>${inside}</b></h2>`,
  (inside) => `<div><div><em>${inside}</em></div></div>`,
  (inside) => `${inside}<br>fin`,
];

/** The blocks of a description, none where it is refused. */
function setup(source: string): Block[] {
  try {
    return html(source, { emails: 0, phones: 0 }) ?? [];
  } catch (error) {
    if (error instanceof UnreadableText) return [];
    throw error;
  }
}

const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd]/;

/** What of a description is not a plain block of plain runs. */
function faultsOf(blocks: Block[]): unknown[] {
  const isPlain = ({ text, mark, ...rest }: Inline) =>
    typeof text === 'string' &&
    !UNSEEN.test(text) &&
    !/a@b\.fr|06 12 34 56 78/.test(text) &&
    [undefined, 'strong', 'em'].includes(mark) &&
    Object.keys(rest).length === 0;
  return blocks.filter(({ kind, runs, items, ...rest }) => {
    const isList = kind === 'ul' || kind === 'ol';
    const shape = isList
      ? runs === undefined && items
      : ['p', 'heading'].includes(kind) && items === undefined && runs;
    const all = [...(runs ?? []), ...(items ?? []).flat()];
    return !shape || Object.keys(rest).length > 0 || !all.every(isPlain);
  });
}

/** Thousands of cases on a busy machine. */
const TIMEOUT_MS = 60_000;

describe('a hostile description', { timeout: TIMEOUT_MS }, () => {
  it('becomes nothing but text, in 2,000 cases', () => {
    const piece = fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ maxLength: 12, unit: 'binary' }));
    const source = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''));

    fc.assert(
      fc.property(source, (text) => {
        const blocks = setup(text);
        const size = JSON.stringify(blocks).length;
        expect({ faults: faultsOf(blocks), isLarge: size > 200 + 40 * text.length }).toEqual({
          faults: [],
          isLarge: false,
        });
      }),
      { numRuns: 2000, seed: SEED },
    );
  });

  it('never shows what scripts, styles, attributes and comments hold, in 500 cases', () => {
    const hidden = fc.array(fc.constantFrom(...HIDING), { minLength: 1, maxLength: 5 });
    const frames = fc.array(fc.constantFrom(...FRAMES), { maxLength: 6 });

    fc.assert(
      fc.property(hidden, frames, (pieces, around) => {
        const source = around.reduce((inside, frame) => frame(inside), `avant ${pieces.join(' et ')} fin`);
        const text = JSON.stringify(setup(source));
        expect(text).not.toMatch(/hidd3n/i);
        expect(text).toContain('avant');
      }),
      { numRuns: 500, seed: SEED },
    );
  });
});
