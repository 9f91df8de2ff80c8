// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s436f1: `Abierta a personas con discapacidad`,
  s84d89: `Esta oferta ya no está publicada`,
  sf1b79: `Inscribirse`,
  sb22f9: `Se ha retirado o la dirección no es correcta.`,
  s62752: str`«${0}» se retiró el ${1}: es posible que el puesto ya esté cubierto.`,
  sc4e14: `# más|# más|# más`,
  s4d56a: `Centro especial de empleo`,
  sc44fc: `Oferta de empleo`,
  s80bc5: `El enlace está seleccionado: cópielo.`,
  s9f4af: `Compartir`,
  s4d3fc: `También en:`,
  s22c11: `Actualización`,
  s2ef1e: `Ofertas similares`,
  se24da: `Fin del anuncio`,
  s10af1: `Enlace copiado.`,
  s2e469: str`Inscribirse en ${0}`,
  s35aa6: `Municipios`,
  sf1b36: `Copiar el enlace`,
  s2847f: `Puestos vacantes`,
  s924a1: `Cargando la oferta…`,
  sd0aef: `Permiso de conducir`,
  sdb00c: `Imprimir`,
  sab8be: `Enlace a esta oferta`,
  sc0c1e: `Volver a la lista`,
};
