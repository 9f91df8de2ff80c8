// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s44792: `Ploegendienst`,
  s436f1: `Open voor mensen met een beperking`,
  sbfa41: `Niet vermeld`,
  s94e06: `Overdag`,
  sddb23: `Onregelmatige uren`,
  s2a248: `Niet vermeld of niet vergelijkbaar`,
  sfedbb: `Ochtend`,
  s4d56a: `Bedrijf voor mensen met een beperking`,
  s38308: str`Minder dan ${0}`,
  sb04b6: `Nacht`,
  seb668: `Afgelopen dag|Afgelopen # dagen`,
  s9a8d1: `Geen ervaring vereist`,
  s67205: `Onderbroken dienst`,
  s1da22: `Weekend`,
  s494de: `Volledig thuiswerken`,
  s15f93: `Avond`,
  s3a774: `Alle datums`,
  sd683a: str`${0} of meer`,
};
