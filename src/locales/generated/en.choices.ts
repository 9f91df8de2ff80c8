// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s44792: `Shifts`,
  s436f1: `Open to disabled workers`,
  sbfa41: `Not stated`,
  s94e06: `Daytime`,
  sddb23: `Irregular hours`,
  s2a248: `Not stated or not comparable`,
  sfedbb: `Mornings`,
  s4d56a: `Sheltered employer`,
  s38308: str`Under ${0}`,
  sb04b6: `Nights`,
  seb668: `Last # day|Last # days`,
  s9a8d1: `No experience needed`,
  s67205: `Split shifts`,
  s1da22: `Weekends`,
  s494de: `Fully remote`,
  s15f93: `Evenings`,
  s3a774: `All dates`,
  sd683a: str`${0} or more`,
};
