// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s021c4: str`Up to ${0}`,
  s40601: str`Without the filter “${0}”`,
  sf2420: `All contracts`,
  s4d8d4: `Anywhere in the territory`,
  s6800a: `To find some, widen the search:`,
  saa27a: `Remove:`,
  sa1a1d: str`${0}: ${1}`,
  s3fde9: `# town chosen|# towns chosen`,
  s68198: str`Without “${0}”`,
};
