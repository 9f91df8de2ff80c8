// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s44792: `Schichtarbeit`,
  s436f1: `Offen für Menschen mit Behinderung`,
  sbfa41: `Nicht angegeben`,
  s94e06: `Tagsüber`,
  sddb23: `Unregelmäßige Zeiten`,
  s2a248: `Nicht angegeben oder nicht vergleichbar`,
  sfedbb: `Morgens`,
  s4d56a: `Inklusionsbetrieb`,
  s38308: str`Unter ${0}`,
  sb04b6: `Nachts`,
  seb668: `Letzter Tag|Letzte # Tage`,
  s9a8d1: `Ohne Berufserfahrung`,
  s67205: `Geteilter Dienst`,
  s1da22: `Am Wochenende`,
  s494de: `Nur Homeoffice`,
  s15f93: `Abends`,
  s3a774: `Beliebiger Zeitraum`,
  sd683a: str`${0} oder mehr`,
};
