/** Invented ends of names: `*` in a sector's patterns becomes one of them. */
export const FANCIES = [
  'du Vieux Quai',
  'des Trois Saules',
  'de la Houlotte',
  'du Grand Vannage',
  'des Sept Écluses',
  'du Courlis Bleu',
  'de la Haute Passerelle',
  'des Roseaux Gris',
  'du Pont Tournis',
  'de la Belle Garenne',
  'du Clos Mirvaux',
  'des Quatre Brises',
  'de la Marelle',
  'du Héron Cendré',
  'des Deux Bélandres',
  'de la Fontaine Aubry',
  'du Bois Rancelin',
  'des Tuiles Vertes',
  'de la Combe Osière',
  'du Moulin Farcy',
];

/** Invented temporary-work agencies. */
export const AGENCIES = [
  'Bélandre Intérim',
  'Trémail Missions',
  'Courlis Travail Temporaire',
  'Relais Garancier',
  'Passe-Quai Intérim',
  'Vannage RH',
  'Osière Missions',
  'Cap Tournis Intérim',
];

/** Invented people who sign adverts. */
export const CONTACT_NAMES = [
  'Maëlle Vandrisse',
  'Tiphaine Lacorgue',
  'Yanis Bréhaut',
  'Corentin Delmotte-Ruys',
  'Inès Farcadel',
  'Hugo Castelvieil',
  'Nora Wimberlant',
  'Solène Peyrache-Dubosq',
];
