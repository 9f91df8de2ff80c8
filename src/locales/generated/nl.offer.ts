// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s436f1: `Open voor mensen met een beperking`,
  s84d89: `Deze vacature staat niet meer online`,
  sf1b79: `Solliciteren`,
  sb22f9: `Ze is offline gehaald of het adres klopt niet.`,
  s62752: str`“${0}” is op ${1} offline gehaald: de functie is misschien al vervuld.`,
  sc4e14: `# andere|# andere`,
  s4d56a: `Bedrijf voor mensen met een beperking`,
  sc44fc: `Vacature`,
  s80bc5: `De link is geselecteerd: kopieer hem.`,
  s9f4af: `Delen`,
  s4d3fc: `Ook op:`,
  s22c11: `Bijgewerkt`,
  s2ef1e: `Vergelijkbare vacatures`,
  se24da: `Vacature loopt tot`,
  s10af1: `Link gekopieerd.`,
  s2e469: str`Solliciteren op ${0}`,
  s35aa6: `Gemeenten`,
  sf1b36: `Link kopiëren`,
  s2847f: `Openstaande plaatsen`,
  s924a1: `Vacature wordt geladen…`,
  sd0aef: `Rijbewijs`,
  sdb00c: `Afdrukken`,
  sab8be: `Link naar deze vacature`,
  sc0c1e: `Terug naar de lijst`,
};
