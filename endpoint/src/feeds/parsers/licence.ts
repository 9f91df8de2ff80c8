/** The categories of French driving licences (Code de la route R221-4). */
const CATEGORY = /(?<![A-Za-zÀ-ÿ'])(AM|A1|A2|A|B1|BE|B|C1E|C1|CE|C|D1E|D1|DE|D)(?![A-Za-zÀ-ÿ'])/;

/** A driving licence's category: "Permis B exigé", "B - Véhicule léger", "CE". Nothing where none is named. */
export function licence(text: string): string | undefined {
  const plain = text.trim();
  const named = /permis\s+(?:de\s+conduire\s+)?(?:cat[ée]gorie\s+)?(.*)$/is.exec(plain)?.[1];
  const place = named ?? (/^[A-D][A-E12]{0,2}\b(?!')/.test(plain) ? plain : '');
  return CATEGORY.exec(place.slice(0, 60))?.[1];
}
