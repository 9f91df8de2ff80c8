/** Words that start with a vowel, or with an h that French does not sound, lose the e of "de" before them. */
const ELIDES = /^[aeiouyàâäéèêëîïôöùûüœæh]/i;

/** "d’Arques", "de Lumbres", "du Haillan", "des Attaques", "de La Teste-de-Buch". */
export function of(name: string): string {
  if (/^Le /.test(name)) return `du ${name.slice(3)}`;
  if (/^Les /.test(name)) return `des ${name.slice(4)}`;
  return ELIDES.test(name) ? `d’${name}` : `de ${name}`;
}

/** "à Arques", "au Haillan", "aux Attaques", "à La Teste-de-Buch". */
export function at(name: string): string {
  if (/^Le /.test(name)) return `au ${name.slice(3)}`;
  if (/^Les /.test(name)) return `aux ${name.slice(4)}`;
  return `à ${name}`;
}

/** A title inside a sentence: "infirmier", but "ATSEM" keeps its capitals. */
export function lowered(title: string): string {
  return /^\p{Lu}\p{Lu}/u.test(title) ? title : title.slice(0, 1).toLowerCase() + title.slice(1);
}

/** A sentence from its start: a capital first. */
export function raised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** "a, b et c". */
export function enumerated(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
}

/** Spaces as French print sets them: none before a comma or a stop, one that does not break before : ; ! ? € and %. */
export function spaced(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([,.])/g, '$1')
    .replace(/ ([:;!?»€%])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .trim();
}
