import { other, same, type Family } from './pair.ts';

/** Held out: the rules were not tuned on these. Services, transport and care. */
export const HELD_OUT_SERVICES: Family[] = [
  {
    ad: {
      title: 'Femme de chambre / Valet de chambre',
      employer: 'Hôtel des Dunes',
      town: 'Calais',
      contract: 'cdi',
      time: 'part',
      weekly: 25,
      pay: '12 hour',
      text: `Hôtel trois étoiles de 68 chambres, nous cherchons une personne soigneuse pour le service des étages. Vous refaites
        les lits, vous nettoyez les chambres et les salles de bains, vous réassortissez les produits d'accueil et vous
        signalez les réparations à la gouvernante. Horaires de 9 h à 14 h, cinq jours sur sept, deux week-ends par mois.
        Treizième mois après un an, repas du personnel, possibilité d'heures complémentaires en été.`,
    },
    pairs: [
      same('one half of the double title', { title: 'Femme de chambre H/F' }),
      same('employer hidden by the board', { employer: null }),
      same('capitals and a cut', { typed: 'capitals', cut: 45 }),
      same('stars and the town behind the name', { employer: 'Hôtel des Dunes *** Calais' }),
      same('benefits sentence added by the partner', {
        after: 'Avantages : mutuelle, comité social et économique.',
      }),
      other('the governess of the floors', {
        title: 'Gouvernante d’étage',
        pay: '14 hour',
        swap: [
          [
            'Vous refaites les lits, vous nettoyez les chambres',
            'Vous contrôlez les chambres, vous planifiez l’équipe',
          ],
        ],
      }),
      other('night watch', {
        title: 'Veilleur de nuit',
        schedule: ['night'],
        text: 'Hôtel trois étoiles de 68 chambres, nous cherchons un veilleur de nuit. Vous accueillez les arrivées tardives, vous faites des rondes et vous préparez le petit déjeuner. De 23 h à 7 h, quatre nuits par semaine.',
      }),
      other('the extra for the summer', {
        partner: 'alpha',
        reference: 'A-2',
        contract: 'cdd 3',
        weekly: 35,
        time: 'full',
      }),
      other('the same owner’s second hotel, another name', {
        partner: 'alpha',
        reference: 'A-3',
        employer: 'Hôtel du Beffroi',
        swap: [['68 chambres', '41 chambres']],
      }),
    ],
  },
  {
    ad: {
      title: 'Agent de sécurité SSIAP 1 (H/F)',
      employer: 'Vigie Protection',
      town: 'Dunkerque',
      contract: 'cdi',
      time: 'full',
      weekly: 35,
      schedule: ['night', 'weekend'],
      text: `Nous recherchons pour un site tertiaire classé un agent de sécurité incendie et d'assistance à personnes. Rondes
        techniques, veille au poste central, levée de doute, évacuation du public, premiers secours, tenue de la main
        courante. Vacations de douze heures de nuit et de week-end. Carte professionnelle, SSIAP 1 et SST à jour. Coefficient
        140, prime d'habillage, panier de nuit.`,
    },
    pairs: [
      same('without the company', { employer: null }),
      same('title with a word more', { title: 'Agent de sécurité incendie SSIAP 1' }),
      same('schedule only half stated', { schedule: ['night'] }),
      same('copied in plain letters, shortened', { typed: 'ascii', cut: 40 }),
      other('the level above', {
        title: 'Chef d’équipe SSIAP 2 (H/F)',
        swap: [
          ['un agent de sécurité incendie', 'un chef d’équipe de sécurité incendie'],
          ['SSIAP 1', 'SSIAP 2'],
          ['Coefficient 140', 'Coefficient 160'],
        ],
      }),
      other('level two in the same words', {
        partner: 'alpha',
        reference: 'A-2',
        title: 'Agent de sécurité SSIAP 2 (H/F)',
        swap: [['SSIAP 1', 'SSIAP 2']],
      }),
      other('day shifts of the site', {
        partner: 'alpha',
        reference: 'A-3',
        schedule: ['day'],
        swap: [
          ['de nuit et de week-end', 'de jour'],
          ['panier de nuit', 'panier'],
        ],
      }),
      other('a rival’s like ad', { employer: 'Rempart Sûreté' }),
      other('dog handler', {
        title: 'Agent cynophile (H/F)',
        swap: [
          ["un agent de sécurité incendie et d'assistance à personnes", 'un agent cynophile avec son chien'],
          ['SSIAP 1 et SST', 'diplôme de maître-chien et SST'],
        ],
      }),
    ],
  },
  {
    ad: {
      title: 'Conducteur receveur de bus',
      town: 'Mérignac',
      contract: 'cdi',
      time: 'full',
      pay: '2150 month',
      text: `Vous aimez conduire et le contact avec le public ? Au départ du dépôt, vous assurez les lignes urbaines et les services
        scolaires, vous vendez les titres, vous renseignez les voyageurs et vous veillez à leur confort et à leur sécurité.
        Permis D et FIMO voyageurs exigés ; titre professionnel financé pour les débutants. Journées en deux vacations,
        travail un dimanche sur trois. Tenue fournie, gratuité du réseau pour la famille.`,
    },
    pairs: [
      same('feminine, slash and mark', { title: 'Conducteur / Conductrice receveur(se) de bus H/F' }),
      same('operator of the network named', { employer: 'Réseau Garonne Mobilités' }),
      same('shortened title', { title: 'Conducteur de bus' }),
      same('posted for each depot of the agglomeration', {
        partner: 'alpha',
        reference: 'A-2',
        town: 'Pessac',
      }),
      same('with pay in a year', { pay: '25800 year' }),
      other('school services only', {
        partner: 'alpha',
        reference: 'A-3',
        title: 'Conducteur scolaire',
        time: 'part',
        weekly: 18,
        swap: [['les lignes urbaines et les services scolaires', 'les services scolaires']],
      }),
      other('coach tours', {
        title: 'Conducteur de tourisme',
        swap: [
          ['les lignes urbaines et les services scolaires', 'des voyages en France et à l’étranger'],
          ['un dimanche sur trois', 'le week-end et la nuit'],
        ],
      }),
      other('the network of another town', {
        town: 'Lille',
        swap: [['un dimanche sur trois', 'un dimanche sur deux']],
      }),
      other('mechanic of the depot', {
        title: 'Mécanicien bus',
        text: 'Au dépôt, vous entretenez et dépannez une flotte de bus hybrides et au gaz. Diagnostic, freinage, climatisation, carrosserie légère. Équipe du matin ou du soir par roulement. Permis D apprécié.',
      }),
    ],
  },
  {
    ad: {
      title: 'Secrétaire médicale (H/F)',
      employer: 'Maison de santé de la Haute Meldyck',
      town: 'Saint-Omer',
      contract: 'cdd 5',
      time: 'part',
      weekly: 28,
      text: `Dans une maison de santé de neuf praticiens, vous accueillez les patients sur place et au téléphone, vous tenez les
        agendas, vous frappez les courriers et les comptes rendus, vous numérisez les examens et vous encaissez. Vous connaissez
        le vocabulaire médical et un logiciel de cabinet. Remplacement à partir de janvier, du lundi au jeudi. Discrétion
        absolue.`,
    },
    pairs: [
      same('assistant, the other name of the trade kept beside', {
        title: 'Secrétaire médicale - Assistante médico-administrative',
      }),
      same('without the name in the field', { employer: null }),
      same('fine quotes and dashes', { typed: 'fine', title: 'Secrétaire médical(e)' }),
      same('the board adds its mention', {
        before: 'Référence 8841207.',
        after: 'Offre vérifiée par nos conseillers.',
      }),
      other('the permanent post', {
        contract: 'cdi',
        swap: [['Remplacement à partir de janvier, du', 'Poste permanent, du']],
      }),
      other('Friday and Saturday', {
        partner: 'alpha',
        reference: 'A-2',
        weekly: 12,
        swap: [['du lundi au jeudi', 'le vendredi et le samedi']],
      }),
      other('cabinet of the same town, no name', {
        employer: null,
        partner: 'gamma',
        text: 'Cabinet de radiologie cherche secrétaire pour la prise des rendez-vous, la frappe des comptes rendus et la facturation. Travail en équipe de quatre, horaires en roulement de 7 h 45 à 19 h.',
      }),
      other('dental assistant', {
        title: 'Assistante dentaire (H/F)',
        swap: [
          ['vous frappez les courriers et les comptes rendus', 'vous assistez le praticien au fauteuil'],
        ],
      }),
    ],
  },
  {
    ad: {
      title: 'Coiffeur / Coiffeuse mixte',
      employer: 'Salon Reflets',
      town: 'Hazebrouck',
      contract: 'cdi',
      time: 'full',
      weekly: 35,
      pay: '1900 month',
      text: `Salon de six coiffeurs cherche un professionnel pour coupes, couleurs, mèches et coiffures de cérémonie, hommes et
        femmes. Accueil chaleureux, produits naturels, formations régulières chez nos fournisseurs. Brevet professionnel ou
        CAP avec deux ans de pratique. Fermé dimanche et lundi, une soirée par semaine jusqu'à 20 h.`,
    },
    pairs: [
      same('no mixed, with mark', { title: 'Coiffeur (H/F)' }),
      same('the salon by its company', { employer: 'SAS Salon Reflets' }),
      same('short copy', { cut: 30, employer: null }),
      same('variable pay on top', { pay: '1900-2400 month' }),
      other('apprentice for the brevet', {
        title: 'Apprenti coiffeur BP',
        contract: 'cdd 24',
        nature: 'apprentissage',
        pay: null,
        swap: [['un professionnel pour', 'un apprenti pour']],
      }),
      other('barber', {
        title: 'Barbier (H/F)',
        swap: [
          [
            'coupes, couleurs, mèches et coiffures de cérémonie, hommes et femmes',
            'coupes d’homme, barbes et rasages',
          ],
        ],
      }),
      other('part time in the same salon', {
        partner: 'alpha',
        reference: 'A-2',
        time: 'part',
        weekly: 21,
        pay: '1200 month',
        swap: [[", une soirée par semaine jusqu'à 20 h", '']],
      }),
      other(
        'salon of the same franchise',
        { employer: 'Reflets Dunkerque Centre', town: 'Dunkerque', partner: 'alpha', reference: 'A-3' },
        { employer: 'Reflets Hazebrouck' },
      ),
      other('manager of the salon', {
        title: 'Manager de salon de coiffure',
        pay: '2400 month',
        swap: [['un professionnel pour', 'son responsable pour']],
      }),
    ],
  },
  {
    ad: {
      title: 'Professeur de piano (H/F)',
      employer: 'École de musique intercommunale',
      town: 'Lumbres',
      contract: 'cdd 10',
      time: 'part',
      weekly: 9,
      text: `L'école de musique accueille 240 élèves. Vous donnez des cours individuels de piano à des enfants et à des adultes,
        vous accompagnez les auditions et les classes de chant, vous participez aux réunions pédagogiques. Diplôme d'État ou
        médaille d'or, expérience de l'enseignement. Assistant d'enseignement artistique, neuf heures par semaine, le
        mercredi et le samedi matin.`,
    },
    pairs: [
      same('teacher by another mark', { title: 'Professeur(e) de piano' }),
      same('grade joined to the title', {
        title: "Professeur de piano - Assistant d'enseignement artistique",
      }),
      same('hours rounded, contract open', { contract: 'unstated', weekly: null }),
      other('the violin', {
        partner: 'alpha',
        reference: 'A-2',
        title: 'Professeur de violon (H/F)',
        swap: [['individuels de piano', 'individuels de violon']],
      }),
      other('the same post elsewhere in the valley', {
        employer: 'Conservatoire à rayonnement communal',
        town: 'Arques',
      }),
      other('four hours more of the same instrument', {
        partner: 'alpha',
        reference: 'A-3',
        weekly: 4,
        swap: [
          [
            'neuf heures par semaine, le mercredi et le samedi matin',
            'quatre heures par semaine, le vendredi',
          ],
        ],
      }),
      other('director', {
        title: "Directeur d'école de musique",
        time: 'full',
        weekly: 35,
        text: "L'école de musique accueille 240 élèves et quinze professeurs. Vous dirigez l'équipe, vous tenez le budget et vous conduisez le projet d'établissement avec les communes. Diplôme de directeur, expérience de l'encadrement.",
      }),
    ],
  },
];
