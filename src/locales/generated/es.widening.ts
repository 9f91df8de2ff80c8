// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s021c4: str`Hasta ${0}`,
  s40601: str`Sin el filtro «${0}»`,
  sf2420: `Todos los contratos`,
  s4d8d4: `En todo el territorio`,
  s6800a: `Para encontrar ofertas, amplíe la búsqueda:`,
  saa27a: `Quitar:`,
  sa1a1d: str`${0}: ${1}`,
  s3fde9: `# municipio elegido|# de municipios elegidos|# municipios elegidos`,
  s68198: str`Sin «${0}»`,
};
