// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s8d259: `Vacatures per gemeente`,
  s18e05: `Inzoomen`,
  s330ba: `Naar het zuiden`,
  sf7ef5: `De posities zijn bij benadering.`,
  s298be: `Naar het westen`,
  sc4e14: `# andere|# andere`,
  s7989b: `Geen vacatures om op de kaart te zetten.`,
  se0458: `# vacature zonder vermelde gemeente.|# vacatures zonder vermelde gemeente.`,
  s40a3f: `Naar het noorden`,
  sa16c0: `Er zijn te veel gemeenten voor de kaart: er wordt geteld per gemeenteverband of departement.`,
  sc1778: `Vacatures in # gemeente|Vacatures in # gemeenten`,
  se8f8e: str`${0} en ${1}, ${2}`,
  s5a0c6: str`Zijde van een vierkant: ${0}.`,
  sc4427: `Kaart overslaan`,
  s6c8cd: `Kaart verplaatsen`,
  s218e2: `Naar het oosten`,
  s46024: `Alle gemeenten`,
  s8aff8: `Kaart: pijltoetsen om te bewegen, + en − om te zoomen, Esc om te verlaten`,
  s57b1e: `Uitzoomen`,
  s85dc7: `Alles tonen`,
  s763c0: `Kaart van vacatures`,
  s990ac: `Vacatures`,
  sb1622: `# gemeente staat alleen in de tabel.|# gemeenten staan alleen in de tabel.`,
  s53a68: `# vacature buiten het gebied.|# vacatures buiten het gebied.`,
};
