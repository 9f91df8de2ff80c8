import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeFeed, type EncodingHints } from './decode.ts';
import { FeedError } from './error.ts';

const TEXT = '<a>L’œuvre coûte 3 € à Saint‑Omer</a>'.replace('‑', '-');

async function setup(bytes: Uint8Array, hints: EncodingHints = {}, size = 5) {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  let text = '';
  for await (const piece of decodeFeed(chunks(), hints)) text += piece;
  return text;
}

const xml = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>${TEXT}`;

describe('the text of a feed', () => {
  it.each<[string, string, string, EncodingHints]>([
    ['UTF-8', 'utf8', TEXT, {}],
    ['UTF-8 with a mark', 'utf8', `\ufeff${TEXT}`, { charset: 'iso-8859-1' }],
    ['UTF-16 with a mark', 'utf16le', `\ufeff${TEXT}`, {}],
    ['UTF-16 without', 'utf16be', TEXT, {}],
    ['windows-1252 in silence', 'windows-1252', TEXT, {}],
    ['windows-1252 as Latin-1 in the header', 'windows-1252', TEXT, { charset: 'ISO-8859-1' }],
    ['windows-1252 as UTF-8 in the header', 'windows-1252', TEXT, { charset: 'utf-8' }],
    ['windows-1252 by the declaration', 'windows-1252', xml('windows-1252'), {}],
    ['windows-1252 declared as Latin-1', 'windows-1252', xml('ISO-8859-1'), {}],
    ['the header before the declaration', 'utf8', xml('ISO-8859-1'), { charset: 'utf-8' }],
    ['the settings before all others', 'utf-16le', xml('utf-8'), { encoding: 'UTF-16LE', charset: 'utf-8' }],
    ['long windows-1252', 'windows-1252', `${'a'.repeat(3000)}${TEXT.repeat(50)}`, {}],
    ['long UTF-8', 'utf8', `${'a'.repeat(3000)}${TEXT.repeat(50)}😀`, {}],
  ])('is right in %s', async (_, encoding, text, hints) => {
    const expected = text.replace('\ufeff', '');

    for (const size of [1, 5, 1000])
      expect(await setup(iconv.encode(text, encoding), hints, size)).toBe(expected);
  });

  it('is right where a UTF-8 feed holds some windows-1252', async () => {
    const bytes = Buffer.concat([
      Buffer.from('é '.repeat(800)),
      iconv.encode('l’œuf', 'windows-1252'),
      Buffer.from(' é'),
    ]);

    for (const size of [1, 7, 4096]) expect(await setup(bytes, {}, size)).toBe(`${'é '.repeat(800)}l’œuf é`);
  });

  it('stays windows-1252 where two of its letters look like one of UTF-8', async () => {
    expect(await setup(iconv.encode('é Ã©', 'windows-1252'))).toBe('é Ã©');
  });

  it('is cut inside a character without inventing one', async () => {
    expect(await setup(Buffer.from('aé').subarray(0, 2))).toBe('aÃ');
  });

  it('of an unknown encoding is refused', async () => {
    await expect(setup(Buffer.from('a'), { charset: 'x-klingon' })).rejects.toThrow(FeedError);
  });
});
