import { describe, expect, it } from 'vitest';
import type { Block } from '../../contract/index.ts';
import { html, text, UnreadableText } from './html.ts';

function setup(source: string, read = html) {
  const contacts = { emails: 0, phones: 0 };
  return { blocks: read(source, contacts), contacts };
}

const p = (...runs: Block['runs'] & object) => ({ kind: 'p', runs });
const words = (blocks: Block[] | undefined) => JSON.stringify(blocks ?? []);

describe('a description in HTML', () => {
  it('becomes paragraphs, headings, lists and marks', () => {
    const { blocks } = setup(
      '<h2>Missions</h2><p>Vous  <strong>soignez</strong> et <em>écoutez</em>.</p><ul><li>Jour</li><li>Nuit</li></ul><ol><li>Un</li></ol>',
    );

    expect(blocks).toEqual([
      { kind: 'heading', runs: [{ text: 'Missions' }] },
      p(
        { text: 'Vous ' },
        { text: 'soignez', mark: 'strong' },
        { text: ' et ' },
        { text: 'écoutez', mark: 'em' },
        { text: '.' },
      ),
      { kind: 'ul', items: [[{ text: 'Jour' }], [{ text: 'Nuit' }]] },
      { kind: 'ol', items: [[{ text: 'Un' }]] },
    ]);
  });

  it('parts lines at br and makes a list of lines with bullets', () => {
    expect(setup('Profil :<br>- patient<br/>• à l&rsquo;heure<br><br>Merci').blocks).toEqual([
      p({ text: 'Profil :' }),
      { kind: 'ul', items: [[{ text: 'patient' }], [{ text: 'à l’heure' }]] },
      p({ text: 'Merci' }),
    ]);
  });

  it('keeps its line breaks where no element parts it', () => {
    expect(setup('Première ligne\r\nDeuxième <b>ligne</b>').blocks).toEqual([
      p({ text: 'Première ligne' }),
      p({ text: 'Deuxième ' }, { text: 'ligne', mark: 'strong' }),
    ]);
  });

  it('lets scripts, styles, frames and handlers vanish', () => {
    const { blocks } = setup(
      '<p onclick="x()">Bonjour<script>alert(1)</script><style>p{}</style><iframe src=//x>y</iframe><svg><title>t</title><script>z</script></svg><img src=x onerror=alert(1)></p><a href="javascript:alert(1)">ici</a>',
    );

    expect(blocks).toEqual([p({ text: 'Bonjour' }), p({ text: 'ici' })]);
  });

  it('decodes references once and never again', () => {
    expect(
      setup('<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;b&amp;gt; &#146;&nbsp;&amp;amp;</p>').blocks,
    ).toEqual([p({ text: '<script>alert(1)</script> &lt;b&gt; ’ &amp;' })]);
  });

  it('decodes markup that was escaped as a whole before it is read', () => {
    expect(
      setup('&lt;p&gt;Un&lt;/p&gt;&lt;p onclick="x()"&gt;R&amp;amp;D&lt;script&gt;z&lt;/script&gt;&lt;/p&gt;')
        .blocks,
    ).toEqual([p({ text: 'Un' }), p({ text: 'R&D' })]);
    expect(setup('5 &lt; 6 et a &lt;b&gt;').blocks).toEqual([p({ text: '5 < 6 et a' })]);
  });

  it('drops what is left around an address alone', () => {
    expect(setup('<p>Fin</p><p>Tél. 03 21 38 45 67 ou 06 12 34 56 78</p>').blocks).toEqual([
      p({ text: 'Fin' }),
    ]);
  });

  it('loses e-mail addresses and phone numbers, also where marks part them', () => {
    const { blocks, contacts } = setup(
      '<p>Écrivez à <b>marie.dupont</b>@exemple.fr ou jean (at) ville.fr, appelez le 03 21 38 45 67 ou le +33 (0)6.12.34.56.78.</p><p>Réf. 12345678901234, 1 900 € x 13</p>',
    );

    expect(contacts).toEqual({ emails: 2, phones: 2 });
    expect(words(blocks)).not.toMatch(/@|dupont|jean|0321|38 45|56\.78/);
    expect(words(blocks)).toContain('Réf. 12345678901234, 1 900 € x 13');
  });

  it('is refused where it nests without end', () => {
    expect(() => setup('<b>'.repeat(20_000))).toThrow(UnreadableText);
  });

  it('is nothing where it holds no words', () => {
    expect(setup('<p>&nbsp;</p><script>x</script>').blocks).toBeUndefined();
  });

  it('holds at most 500 blocks and loses no words', () => {
    const { blocks } = setup('<p>a</p>'.repeat(3000));

    expect(blocks!.length).toBeLessThanOrEqual(501);
    expect(words(blocks).match(/a/g)).toHaveLength(3000);
  });
});

describe('a description in plain text', () => {
  it('is parted at its lines and not decoded', () => {
    expect(setup('Chez C&A\n\n<b>Profil</b> &amp; co\n- sérieux\n- ponctuel', text).blocks).toEqual([
      p({ text: 'Chez C&A' }),
      p({ text: '<b>Profil</b> &amp; co' }),
      { kind: 'ul', items: [[{ text: 'sérieux' }], [{ text: 'ponctuel' }]] },
    ]);
  });
});
