// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s8d259: `Jobs by town`,
  s18e05: `Zoom in`,
  s330ba: `South`,
  sf7ef5: `Positions are approximate.`,
  s298be: `West`,
  sc4e14: `# other|# others`,
  s7989b: `No job to put on the map.`,
  se0458: `# job without a town.|# jobs without a town.`,
  s40a3f: `North`,
  sa16c0: `There are too many towns for the map: it counts by group of towns or by département.`,
  sc1778: `Jobs in # town|Jobs in # towns`,
  se8f8e: str`${0} and ${1}, ${2}`,
  s5a0c6: str`Side of a square: ${0}.`,
  sc4427: `Skip the map`,
  s6c8cd: `Move the map`,
  s218e2: `East`,
  s46024: `All towns`,
  s8aff8: `Map: arrows to move, + and − to zoom, Escape to leave it`,
  s57b1e: `Zoom out`,
  s85dc7: `See all`,
  s763c0: `Map of jobs`,
  s990ac: `Jobs`,
  sb1622: `# town is only in the table.|# towns are only in the table.`,
  s53a68: `# job outside the area.|# jobs outside the area.`,
};
