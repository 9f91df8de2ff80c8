import type { DemoPosting } from '../posting.ts';
import type { Sentence } from './types.ts';

/** How an advert says that somebody is wanted. */
export const WANTED: Sentence[] = [
  'Nous {recherchons|recrutons} [un métier] [à ville].',
  '{Pour compléter l’équipe|Afin de renforcer notre équipe}, nous {recherchons|recrutons} [un métier].',
  'Nous {cherchons aujourd’hui|souhaitons accueillir} [un métier] {pour notre site [de ville]|[à ville]}.',
  'Un poste [de métier] est {à pourvoir|ouvert} [à ville].',
  'Pour {remplacer un départ|compléter nos effectifs}, nous {recherchons|embauchons} [un métier].',
  '{Envie de changement ?|Et si c’était vous ?} Nous {proposons|ouvrons} un poste [de métier] [à ville].',
  'Vous {cherchez|souhaitez} un poste [de métier] [à ville] ? {Rejoignez-nous|Parlons-en}.',
];

/** How an agency introduces the client that it does not name. */
export const AGENCY_INTROS: Sentence[] = [
  'Notre agence {recherche|recrute} pour {l’un de ses clients|une entreprise cliente} [un métier] [à ville].',
  'Pour {un client reconnu|une entreprise bien établie} du secteur, nous {recherchons|sélectionnons} [un métier] [à ville].',
  '{Mission|Poste} [à ville] : nous {déléguons|recrutons} [un métier] chez {un client fidèle|un client que nous connaissons bien}.',
  'Notre client, {une PME de cent vingt salariés|un acteur local}, {a besoin de renfort|complète ses équipes} [à ville] et nous {confie|a confié} ce recrutement : [un métier].',
  'Spécialiste de l’emploi {local|de proximité}, notre agence {accompagne|appuie} un client [à ville] : il {attend|recherche} [un métier].',
];

export const TASK_HEADINGS = [
  'Vos missions',
  'Vos missions au quotidien',
  'Ce que vous ferez',
  'Missions principales',
  'Le poste',
  'Votre quotidien',
];
export const PROFILE_HEADINGS = [
  'Votre profil',
  'Profil recherché',
  'Vous',
  'Ce que nous attendons',
  'Profil',
];
export const CONDITION_HEADINGS = [
  'Conditions',
  'Nous vous proposons',
  'Ce que nous offrons',
  'Les conditions de travail',
];

/** What a contract is, in a sentence; `[mois]` is its length. */
export const CONTRACT_SENTENCES: Record<DemoPosting['contract'], Sentence[]> = {
  cdi: [
    '{Contrat à durée indéterminée|CDI} {à pourvoir dès que possible|, poste à pourvoir rapidement}.',
    'Poste en CDI{, période d’essai de deux mois|}.',
    'Le contrat est un CDI{, avec un vrai temps d’intégration|}.',
  ],
  cdd: [
    'CDD de [mois], {renouvelable|avec possibilité de prolongation}.',
    'Contrat de [mois] {pour un remplacement|en renfort de l’équipe}.',
    'Contrat à durée déterminée : [mois].',
  ],
  interim: [
    'Mission d’intérim de [mois]{, renouvelable|}.',
    'Mission de [mois], {embauche possible ensuite|avec suite possible}.',
    'Intérim : {début immédiat|démarrage dès que possible}, durée prévue [mois].',
  ],
  saisonnier: [
    'Contrat saisonnier de [mois].',
    'Saison de [mois], {reconductible l’an prochain|début à convenir}.',
  ],
  apprentissage: [
    'Contrat d’apprentissage de [mois].',
    'Alternance sur [mois], {avec l’école de votre choix|tuteur désigné}.',
  ],
  stage: ['Stage de [mois], gratifié.', 'Stage conventionné de [mois]{, suite possible|}.'],
  independant: [
    'Statut indépendant, {collaboration durable|horaires libres}.',
    'Activité libérale ou indépendante{, installation possible|}.',
  ],
};

/** When one works part time; `[heures]` is the hours of a week. */
export const PART_TIME: Sentence[] = [
  'Temps partiel de [heures] heures par semaine, {réparties sur quatre jours|du lundi au vendredi}.',
  'Poste à temps partiel : [heures] heures par semaine{, évolutif|}.',
  '[heures] heures par semaine, {jours à convenir ensemble|planning fixe}.',
];

export const REMOTE_SENTENCES: Record<'partial' | 'full', Sentence[]> = {
  partial: [
    'Télétravail possible {deux|trois} jours par semaine.',
    'Une partie du travail peut se faire à distance.',
  ],
  full: ['Poste en télétravail complet, {une réunion sur place par trimestre|matériel fourni}.'],
};

/** How a row of benefits starts. */
export const OFFERED = [
  'Avantages :',
  'Nous proposons aussi :',
  'Également :',
  'Vous bénéficiez aussi de ces avantages :',
];

/** How an advert ends. */
export const CLOSINGS: Sentence[] = [
  '{Envoyez-nous|Adressez-nous} votre CV {et quelques lignes de présentation|, une lettre n’est pas nécessaire}.',
  'Nous répondons à {toutes les candidatures|chaque candidature} {sous dix jours|en deux semaines}.',
  'Ce poste est ouvert aux personnes {en situation de handicap|reconnues travailleurs handicapés}.',
  'Candidature {possible jusqu’à ce que le poste soit pourvu|par le formulaire du site}.',
  'Une {visite du site|rencontre sur place} est {possible|proposée} avant {toute décision|de vous engager}.',
  'Un échange {téléphonique|} {suivi d’un entretien|puis une demi-journée d’immersion} : {le recrutement est simple|deux étapes, pas davantage}.',
  '',
  '',
];

/** What a partner adds at the end of a text that it took over. */
export const ADDED_ENDS: Sentence[] = [
  'Offre relayée par notre site : postulez en ligne en quelques minutes.',
  'Cette annonce a été vérifiée par notre équipe. Pensez à citer la référence dans votre message.',
  'Retrouvez toutes les offres de ce recruteur sur notre site.',
  'Vous pouvez aussi déposer votre CV : les recruteurs de la région le consultent.',
];

/** Sentences with which a text leaks a person's address or number; both are of the ranges kept for fiction. */
export const LEAKS: Sentence[] = [
  'Contact : [nom], [courriel].',
  'Pour tout renseignement, appelez le [téléphone].',
  'CV à envoyer à [courriel] ou téléphonez au [téléphone].',
];
