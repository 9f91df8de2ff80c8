// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s021c4: str`Bis ${0}`,
  s40601: str`Ohne den Filter „${0}“`,
  sf2420: `Alle Vertragsarten`,
  s4d8d4: `Im ganzen Gebiet`,
  s6800a: `Erweitern Sie die Suche, um Stellenangebote zu finden:`,
  saa27a: `Entfernen:`,
  sa1a1d: str`${0}: ${1}`,
  s3fde9: `# Gemeinde gewählt|# Gemeinden gewählt`,
  s68198: str`Ohne „${0}“`,
};
