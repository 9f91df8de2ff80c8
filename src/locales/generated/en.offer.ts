// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s436f1: `Open to disabled workers`,
  s84d89: `This job is no longer online`,
  sf1b79: `Apply`,
  sb22f9: `It was withdrawn, or its address is wrong.`,
  s62752: str`“${0}” was withdrawn on ${1}: the post may be filled.`,
  sc4e14: `# other|# others`,
  s4d56a: `Sheltered employer`,
  sc44fc: `Job`,
  s80bc5: `The link is selected: copy it.`,
  s9f4af: `Share`,
  s4d3fc: `Also on:`,
  s22c11: `Updated`,
  s2ef1e: `Similar jobs`,
  se24da: `Ends`,
  s10af1: `Link copied.`,
  s2e469: str`Apply on ${0}`,
  s35aa6: `Communes`,
  sf1b36: `Copy the link`,
  s2847f: `Openings`,
  s924a1: `Loading the job…`,
  sd0aef: `Driving licence`,
  sdb00c: `Print`,
  sab8be: `Link to this job`,
  sc0c1e: `Back to the list`,
};
