// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s021c4: str`Tot ${0}`,
  s40601: str`Zonder het filter “${0}”`,
  sf2420: `Alle contracten`,
  s4d8d4: `In het hele gebied`,
  s6800a: `Verruim de zoekopdracht om vacatures te vinden:`,
  saa27a: `Verwijderen:`,
  sa1a1d: str`${0}: ${1}`,
  s3fde9: `# gemeente gekozen|# gemeenten gekozen`,
  s68198: str`Zonder “${0}”`,
};
