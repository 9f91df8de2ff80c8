// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s8d259: `Stellenangebote nach Gemeinde`,
  s18e05: `Vergrößern`,
  s330ba: `Nach Süden`,
  sf7ef5: `Die Positionen sind ungefähr.`,
  s298be: `Nach Westen`,
  sc4e14: `# weitere|# weitere`,
  s7989b: `Keine Stellenangebote für die Karte.`,
  se0458: `# Angebot ohne genauen Ort.|# Angebote ohne genauen Ort.`,
  s40a3f: `Nach Norden`,
  sa16c0: `Für die Karte gibt es zu viele Gemeinden: Gezählt wird nach Gemeindeverband oder Département.`,
  sc1778: `Stellenangebote in # Gemeinde|Stellenangebote in # Gemeinden`,
  se8f8e: str`${0} und ${1}, ${2}`,
  s5a0c6: str`Seitenlänge eines Quadrats: ${0}.`,
  sc4427: `Karte überspringen`,
  s6c8cd: `Karte bewegen`,
  s218e2: `Nach Osten`,
  s46024: `Alle Gemeinden`,
  s8aff8: `Karte: Pfeiltasten zum Bewegen, + und − zum Zoomen, Esc zum Verlassen`,
  s57b1e: `Verkleinern`,
  s85dc7: `Alles zeigen`,
  s763c0: `Karte der Stellenangebote`,
  s990ac: `Angebote`,
  sb1622: `# Gemeinde steht nur in der Tabelle.|# Gemeinden stehen nur in der Tabelle.`,
  s53a68: `# Angebot außerhalb des Gebiets.|# Angebote außerhalb des Gebiets.`,
};
