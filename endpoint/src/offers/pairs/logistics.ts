import { other, same, type Family } from './pair.ts';

const AGENCY = `Notre agence recherche pour l'un de ses clients, acteur majeur de la logistique, un cariste titulaire du
  CACES 1. Vos missions : charger et décharger les camions, ranger les palettes dans les allées, préparer les expéditions
  et tenir à jour le stock informatique. Vous respectez les règles de sécurité du site. Travail en équipe du matin ou
  de l'après-midi, prime d'équipe et prime de panier. Vous bénéficiez de dix pour cent d'indemnités de fin de mission et
  de dix pour cent de congés payés, d'un compte épargne temps et des avantages du comité d'entreprise.`;

/** Warehouses, drivers and temporary-work agencies, whose texts are templates. */
export const LOGISTICS: Family[] = [
  {
    ad: {
      title: 'Cariste CACES 1 (H/F)',
      employer: 'Intérim Horizon',
      town: 'Arques',
      contract: 'interim',
      time: 'full',
      pay: '11.88 hour',
      schedule: ['shifts'],
      text: AGENCY,
    },
    pairs: [
      same('aggregator’s copy', { employer: null }),
      same('the agency with its branch', { employer: 'Intérim Horizon Saint-Omer' }),
      same('cut after the missions', { cut: 50 }),
      same('title without the certificate', { title: 'Cariste' }),
      same('one agency, the same text for two towns', {
        partner: 'alpha',
        reference: 'A-2',
        town: 'Longuenesse',
      }),
      other('template with another certificate', {
        partner: 'alpha',
        reference: 'A-2',
        title: 'Cariste CACES 5 (H/F)',
        swap: [['CACES 1', 'CACES 5']],
      }),
      other(
        'other certificate, other town, same title',
        {
          partner: 'alpha',
          reference: 'A-3',
          town: 'Longuenesse',
          title: 'Cariste (H/F)',
          swap: [['CACES 1', 'CACES 3']],
        },
        { title: 'Cariste (H/F)' },
      ),
      other('template with two words changed: order picker', {
        partner: 'alpha',
        reference: 'A-4',
        title: 'Préparateur de commandes (H/F)',
        swap: [['un cariste titulaire', 'un préparateur de commandes titulaire']],
      }),
      other('order picker at another partner', {
        title: 'Préparateur de commandes CACES 1 (H/F)',
        employer: null,
        swap: [['un cariste titulaire', 'un préparateur titulaire']],
      }),
      other('template: night instead of morning', {
        partner: 'alpha',
        reference: 'A-5',
        schedule: ['night'],
        swap: [["en équipe du matin ou de l'après-midi", 'de nuit']],
      }),
      other('two agencies with the words of their network', { employer: 'Audo Intérim' }),
      other('contract of the agency itself: CDI intérimaire', { contract: 'cdi-interim' }),
      other('dearer mission of the same template', { partner: 'alpha', reference: 'A-6', pay: '13.5 hour' }),
    ],
  },
  {
    ad: {
      title: 'Conducteur SPL régional (H/F)',
      employer: 'Transports Delattre',
      town: 'Hazebrouck',
      contract: 'cdi',
      time: 'full',
      weekly: 43,
      pay: '2350 month',
      schedule: ['day'],
      text: `Transporteur familial depuis 1974, nous recrutons un conducteur super lourd pour des tournées régionales en
        savoyarde. Départ vers 5 h, retour chaque soir au dépôt de Hazebrouck. Vous livrez nos clients industriels, vous
        contrôlez le chargement et vous entretenez votre tracteur récent attitré. Permis CE, FIMO ou FCO et carte
        conducteur à jour. Paniers repas, primes de qualité et de non-accident.`,
    },
    pairs: [
      same('written in full', { title: 'Conducteur super poids lourd régional' }),
      same('driver by another name, abbreviated', { title: 'Chauffeur SPL régional' }),
      same('no name, name of the town taken out', {
        employer: null,
        swap: [['au dépôt de Hazebrouck', 'au dépôt']],
      }),
      same('pay as a range that holds it', { pay: '2200-2500 month' }),
      same('yearly pay of the same amount', { pay: '28200 year' }),
      other('national tours', {
        title: 'Conducteur SPL national (H/F)',
        swap: [
          ['tournées régionales', 'tournées nationales'],
          ['retour chaque soir', 'retour le vendredi'],
        ],
      }),
      other('the night line', {
        partner: 'alpha',
        reference: 'A-3',
        schedule: ['night'],
        swap: [['Départ vers 5 h, retour chaque soir', 'Départ vers 21 h, retour chaque matin']],
      }),
      other('the mechanic of the same firm', {
        title: 'Mécanicien poids lourd (H/F)',
        text: `Transporteur familial depuis 1974, nous recrutons un mécanicien pour notre atelier de Hazebrouck. Vous révisez et dépannez un parc de quarante tracteurs et soixante remorques. Diagnostic électronique, freinage, hydraulique. CAP ou bac professionnel.`,
      }),
      other('heavy but not super heavy', {
        title: 'Conducteur PL régional (H/F)',
        swap: [
          ['conducteur super lourd', 'conducteur poids lourd'],
          ['Permis CE', 'Permis C'],
        ],
      }),
    ],
  },
  {
    ad: {
      title: 'Livreur de colis (H/F)',
      town: 'Mérignac',
      contract: 'cdd 2',
      time: 'full',
      pay: '1850 month',
      text: `Pour la fin d'année nous renforçons nos tournées. Au volant d'un utilitaire de 12 m³, vous livrez 90 colis par
        jour chez des particuliers et des commerçants. Vous chargez à 6 h 30, vous suivez la tournée sur un terminal et
        vous rapportez les non livrés. Bonne condition physique, permis B depuis deux ans, sens du service. Du lundi au
        samedi, heures supplémentaires payées.`,
    },
    pairs: [
      same('at three partners, title with the sector', { title: 'Livreur de colis (H/F) - Mérignac' }),
      same('posted again with a new reference, word for word', {
        partner: 'alpha',
        reference: 'A-9',
        postedAt: '2026-11-20T08:00:00.000Z',
      }),
      same('the firm named at one partner', { employer: 'Gironde Colis Express' }),
      same('sprayed over the agglomeration', { partner: 'alpha', reference: 'A-10', town: 'Pessac' }),
      same('a sentence more', { after: 'Possibilité de prolongation.' }),
      other('the same season a town further, unknown employers', {
        town: 'Libourne',
        title: 'Livreur de colis (H/F)',
      }),
      other('bicycle courier of the same firm', {
        title: 'Livreur à vélo (H/F)',
        swap: [
          ["Au volant d'un utilitaire de 12 m³", "Au guidon d'un vélo cargo"],
          ['permis B depuis deux ans, ', ''],
        ],
      }),
      other('permanent post with the same text', {
        contract: 'cdi',
        partner: 'alpha',
        reference: 'A-11',
        swap: [["Pour la fin d'année nous", 'Nous']],
      }),
      other('depot worker', {
        title: 'Agent de tri (H/F)',
        text: `Pour la fin d'année nous renforçons nos équipes. Sur une chaîne de tri, vous scannez, orientez et chargez les colis des tournées. De 3 h 30 à 9 h, du lundi au samedi. Bonne condition physique, esprit d'équipe.`,
      }),
    ],
  },
  {
    ad: {
      title: 'Agent de production en industrie verrière (H/F)',
      town: 'Arques',
      contract: 'interim',
      time: 'full',
      schedule: ['shifts'],
      text: `Nous recrutons des agents de production pour une grande verrerie. Sur une ligne automatisée vous contrôlez
        l'aspect des articles, vous écartez les défauts, vous emballez et palettisez. Travail en 5x8, cadence soutenue,
        chaleur. Missions longues, formation de deux jours au poste, primes d'équipe et d'habillage, transport possible
        depuis Saint-Omer et Aire. Débutants acceptés, un CAP ou un bac professionnel est un plus.`,
    },
    pairs: [
      same('shorter title', { title: 'Agent de production' }),
      same('cut and a sentence before', { before: 'À saisir :', cut: 55 }),
      same('partner states shifts in other words', { schedule: ['shifts', 'irregular'] }),
      same('agency named at one partner', { employer: 'Proman Flandres Emploi' }),
      other('another factory with the same agency template', {
        partner: 'alpha',
        reference: 'A-2',
        title: 'Agent de production agroalimentaire (H/F)',
        swap: [
          ['une grande verrerie', 'une conserverie'],
          ["l'aspect des articles", "l'étiquetage des boîtes"],
          ['chaleur', 'froid'],
        ],
      }),
      other('line leader', {
        title: 'Chef de ligne en industrie verrière (H/F)',
        swap: [['des agents de production', 'un chef de ligne']],
      }),
      other('day work', { schedule: ['day'], swap: [['Travail en 5x8', 'Travail en journée']] }),
    ],
  },
];
