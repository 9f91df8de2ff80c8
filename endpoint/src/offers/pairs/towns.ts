/** The towns of the labelled pairs: INSEE code, or the code of a département that alone is known. */
export const TOWNS = {
  'Saint-Omer': ['62765'],
  Arques: ['62040'],
  Longuenesse: ['62525'],
  Blendecques: ['62139'],
  Aire: ['62014'],
  Lumbres: ['62534'],
  Calais: ['62193'],
  Dunkerque: ['59183'],
  Lille: ['59350'],
  Hazebrouck: ['59295'],
  Pessac: ['33318'],
  Bordeaux: ['33063'],
  Mérignac: ['33281'],
  Talence: ['33522'],
  Libourne: ['33243'],
  'Rochefort (Charente-Maritime)': ['17299'],
  'Rochefort (Savoie)': ['73214'],
  'Saint-Denis (Seine-Saint-Denis)': ['93066'],
  'Saint-Denis (La Réunion)': ['97411', '974'],
  'Beaumont (Puy-de-Dôme)': ['63032'],
  'Beaumont (Ardèche)': ['07022'],
  'Pas-de-Calais': ['62'],
  Gironde: ['33'],
  Nord: ['59'],
} satisfies Record<string, [insee: string, department?: string]>;

export type Town = keyof typeof TOWNS;
