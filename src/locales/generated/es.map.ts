// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s8d259: `Ofertas por municipio`,
  s18e05: `Acercar`,
  s330ba: `Hacia el sur`,
  sf7ef5: `Las posiciones son aproximadas.`,
  s298be: `Hacia el oeste`,
  sc4e14: `# más|# más|# más`,
  s7989b: `Ninguna oferta que situar en el mapa.`,
  se0458: `# oferta sin municipio concreto.|# de ofertas sin municipio concreto.|# ofertas sin municipio concreto.`,
  s40a3f: `Hacia el norte`,
  sa16c0: `Hay demasiados municipios para el mapa: se cuenta por mancomunidad o por departamento.`,
  sc1778: `Ofertas en # municipio|Ofertas en # de municipios|Ofertas en # municipios`,
  se8f8e: str`${0} y ${1}, ${2}`,
  s5a0c6: str`Lado de un cuadrado: ${0}.`,
  sc4427: `Saltar el mapa`,
  s6c8cd: `Mover el mapa`,
  s218e2: `Hacia el este`,
  s46024: `Todos los municipios`,
  s8aff8: `Mapa: flechas para moverse, + y − para acercar o alejar, Esc para salir`,
  s57b1e: `Alejar`,
  s85dc7: `Ver todo`,
  s763c0: `Mapa de ofertas de empleo`,
  s990ac: `Ofertas`,
  sb1622: `# municipio aparece solo en la tabla.|# de municipios aparecen solo en la tabla.|# municipios aparecen solo en la tabla.`,
  s53a68: `# oferta fuera del territorio.|# de ofertas fuera del territorio.|# ofertas fuera del territorio.`,
};
