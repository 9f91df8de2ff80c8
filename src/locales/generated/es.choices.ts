// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  s44792: `Por turnos`,
  s436f1: `Abierta a personas con discapacidad`,
  sbfa41: `No indicado`,
  s94e06: `De día`,
  sddb23: `Horario irregular`,
  s2a248: `No indicado o no comparable`,
  sfedbb: `Por la mañana`,
  s4d56a: `Centro especial de empleo`,
  s38308: str`Menos de ${0}`,
  sb04b6: `De noche`,
  seb668: `Último día|Últimos # de días|Últimos # días`,
  s9a8d1: `Sin experiencia`,
  s67205: `Jornada partida`,
  s1da22: `Fines de semana`,
  s494de: `Teletrabajo completo`,
  s15f93: `Por la tarde`,
  s3a774: `Cualquier fecha`,
  sd683a: str`${0} o más`,
};
