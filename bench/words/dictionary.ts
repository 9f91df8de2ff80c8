import dictionary from 'dictionary-fr';

interface Suffix {
  strip: number;
  add: string;
  condition: RegExp;
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const FLAG_LENGTH = 2;
const flagsOf = (flags: string) => flags.match(new RegExp(`.{${FLAG_LENGTH}}`, 'gu')) ?? [];

/** The suffix rules of a Hunspell affix file by flag; elided articles, its prefixes, are not needed here. */
function suffixes(affixes: string): Map<string, Suffix[]> {
  const rules = new Map<string, Suffix[]>();
  for (const line of affixes.split('\n')) {
    const [kind, flag, strip, add, condition] = line.trim().split(/\s+/);
    if (kind !== 'SFX' || !flag || !strip || !add || condition === undefined) continue;
    const rule = {
      strip: strip === '0' ? 0 : strip.length,
      add: add.replace(/\/.*/, '').replace(/^0$/, ''),
      condition: new RegExp(`${condition}$`, 'u'),
    };
    const known = rules.get(flag);
    if (known) known.push(rule);
    else rules.set(flag, [rule]);
  }
  return rules;
}

/**
 * The words of the free French spelling dictionary, each with all of its forms: a noun with its plural and feminine, a
 * verb with its conjugation. It knows no analyser. "hôte" and "hôtesse" are two words to it.
 */
export function* dictionaryWords(): Generator<string[]> {
  const rules = suffixes(text(dictionary.aff));
  for (const line of text(dictionary.dic).split('\n')) {
    const [word = '', flags = ''] = line.trim().split(/\s/)[0]!.split('/');
    if (!/^\p{Ll}+$/u.test(word)) continue;
    const forms = new Set([word]);
    for (const { strip, add, condition } of flagsOf(flags).flatMap((flag) => rules.get(flag) ?? [])) {
      if (condition.test(word)) forms.add(word.slice(0, word.length - strip) + add);
    }
    yield [...forms];
  }
}
