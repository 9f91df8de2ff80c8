// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s436f1: `Offen für Menschen mit Behinderung`,
  s84d89: `Dieses Stellenangebot ist nicht mehr online`,
  sf1b79: `Bewerben`,
  sb22f9: `Es wurde zurückgezogen oder die Adresse stimmt nicht.`,
  s62752: str`„${0}“ wurde am ${1} zurückgezogen: Die Stelle ist vielleicht schon besetzt.`,
  sc4e14: `# weitere|# weitere`,
  s4d56a: `Inklusionsbetrieb`,
  sc44fc: `Stellenangebot`,
  s80bc5: `Der Link ist markiert: Kopieren Sie ihn.`,
  s9f4af: `Teilen`,
  s4d3fc: `Auch auf:`,
  s22c11: `Aktualisiert`,
  s2ef1e: `Ähnliche Stellenangebote`,
  se24da: `Ende der Anzeige`,
  s10af1: `Link kopiert.`,
  s2e469: str`Auf ${0} bewerben`,
  s35aa6: `Gemeinden`,
  sf1b36: `Link kopieren`,
  s2847f: `Zu besetzende Stellen`,
  s924a1: `Stellenangebot wird geladen…`,
  sd0aef: `Führerschein`,
  sdb00c: `Drucken`,
  sab8be: `Link zu diesem Stellenangebot`,
  sc0c1e: `Zurück zur Liste`,
};
