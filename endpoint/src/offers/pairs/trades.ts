import { other, same, type Family } from './pair.ts';

/** Building, workshops, offices and fields. */
export const TRADES: Family[] = [
  {
    ad: {
      title: 'Plombier chauffagiste (H/F)',
      employer: 'SARL Caron Chauffage',
      town: 'Aire',
      contract: 'cdi',
      time: 'full',
      pay: '2200-2700 month',
      text: `Entreprise artisanale de huit personnes, nous installons et dépannons des chaudières, des pompes à chaleur et des
        salles de bains dans un rayon de 30 km. Vous travaillez seul ou en binôme, en neuf et en rénovation. Vous savez lire
        un plan, souder le cuivre et vous avez le contact facile avec les particuliers. Véhicule d'entreprise, outillage
        récent, paniers, semaine de quatre jours et demi.`,
    },
    pairs: [
      same('the form of the company left out', { employer: 'Caron Chauffage' }),
      same('only one of the two trades in the title', { title: 'Plombier' }),
      same('employer and first sentence away', {
        employer: null,
        swap: [['Entreprise artisanale de huit personnes, nous', 'Nous']],
      }),
      same('range of pay in hours', { pay: '14.5-17.8 hour' }),
      same('aggregator’s additions at both ends', {
        before: 'Offre proposée par notre partenaire.',
        after: 'Postulez dès maintenant, réponse sous 48 heures.',
      }),
      other('helper in the same firm', {
        title: 'Aide plombier (H/F)',
        pay: '1850 month',
        swap: [['Vous travaillez seul ou en binôme', 'Vous secondez un plombier']],
      }),
      other('the heating technician after sales', {
        title: 'Technicien SAV chauffage (H/F)',
        text: `Entreprise artisanale de huit personnes, nous installons et dépannons des chaudières. Vous assurez les visites annuelles de 600 contrats, vous diagnostiquez les pannes et vous commandez les pièces. Astreinte une semaine sur six.`,
      }),
      other('the colleague in the next town with the guild’s model text', {
        employer: 'Plomberie Duquesne',
        town: 'Lumbres',
      }),
    ],
  },
  {
    ad: {
      title: 'Électricien bâtiment N3P2',
      employer: 'Travail et Avenir',
      town: 'Bordeaux',
      contract: 'interim',
      time: 'full',
      pay: '14 hour',
      text: `Votre agence recrute pour un chantier de logements. Vous tirez les câbles, posez les chemins de câbles et les
        appareillages, raccordez les tableaux et contrôlez l'installation. Habilitations B1V et BR à jour. Mission de quatre
        mois renouvelable, grand déplacement possible, indemnités de trajet et de repas du bâtiment. Vous présentez votre
        carte BTP à l'agence.`,
    },
    pairs: [
      same('trade without the level', { title: 'Électricien bâtiment' }),
      same('no accents', { typed: 'ascii', title: 'Electricien batiment N3P2 H/F' }),
      same('contract unstated at the aggregator', { contract: 'unstated', pay: null, employer: null }),
      other('lower level of the same template', {
        title: 'Électricien bâtiment N2P1',
        pay: '12.6 hour',
        partner: 'alpha',
        reference: 'A-3',
      }),
      other('template for industry', {
        title: 'Électricien industriel',
        partner: 'alpha',
        reference: 'A-4',
        swap: [['un chantier de logements', 'une usine']],
      }),
      other('another agency’s ad for like work', {
        employer: 'Batis Intérim',
        text: `Batis Intérim recherche un électricien pour des bureaux neufs. Encastrement, saignées, pose de prises et de luminaires. Habilitation électrique demandée, permis B. Mission de deux mois.`,
      }),
      other('the plumber in the agency’s template', {
        title: 'Plombier bâtiment N3P2',
        partner: 'alpha',
        reference: 'A-5',
        swap: [
          [
            'Vous tirez les câbles, posez les chemins de câbles et les appareillages, raccordez les tableaux',
            'Vous tirez les réseaux, posez les sanitaires et les appareillages, raccordez les nourrices',
          ],
          ['Habilitations B1V et BR', 'Permis B'],
        ],
      }),
      other(
        'eight months instead of four',
        { contract: 'interim 8', partner: 'alpha', reference: 'A-6', swap: [['quatre mois', 'huit mois']] },
        { contract: 'interim 4' },
      ),
    ],
  },
  {
    ad: {
      title: 'Mécanicien automobile',
      town: 'Hazebrouck',
      contract: 'cdi',
      time: 'full',
      text: `Garage de réseau recherche un mécanicien pour l'entretien courant et les grosses réparations : vidange,
        distribution, embrayage, freinage, diagnostic à la valise. Vous restituez le véhicule et expliquez les travaux.
        Autonome et soigneux, vous justifiez de trois ans en atelier. 39 heures, un samedi sur quatre, prime d'atelier.`,
    },
    pairs: [
      same('the garage named', { employer: 'Garage des Flandres' }),
      same('with marks of sex', { title: 'Mécanicien(ne) automobile F/H' }),
      same('a typo corrected', { swap: [['valise', 'valise électronique']] }),
      same('one third away', { cut: 34 }),
      other('body repair in the same garage', {
        title: 'Carrossier peintre',
        text: "Garage de réseau recherche un carrossier peintre : débosselage, remplacement d'éléments, préparation et mise en peinture. Vous restituez un véhicule propre. 39 heures, un samedi sur quatre.",
      }),
      other(
        'two garages of the network, one text',
        { employer: 'Garage de la Lys' },
        { employer: 'Garage des Flandres' },
      ),
      other('the same network elsewhere, unknown garage', { town: 'Dunkerque' }),
      other('workshop chief', {
        title: "Chef d'atelier automobile",
        swap: [['un mécanicien pour', "un chef d'atelier pour"]],
      }),
    ],
  },
  {
    ad: {
      title: 'Comptable unique (H/F)',
      employer: 'Vignobles Saint-Martin',
      town: 'Libourne',
      contract: 'cdi',
      time: 'full',
      pay: '32000-36000 year',
      text: `Au sein d'un groupe familial de quatre châteaux, vous tenez la comptabilité générale et analytique jusqu'au
        bilan, vous établissez les déclarations de TVA et d'accises, vous suivez la trésorerie et les encours des clients,
        vous préparez les payes de 25 salariés avec notre prestataire. Diplômé en comptabilité, vous avez cinq ans
        d'expérience, si possible dans le vin. Télétravail d'un jour par semaine.`,
    },
    pairs: [
      same('consultancy’s copy without the name', {
        employer: null,
        swap: [["Au sein d'un groupe familial de quatre châteaux, vous", 'Pour notre client, vous']],
      }),
      same('pay by the month', { pay: '2700-3000 month' }),
      same('title in short', { title: 'Comptable' }),
      same('short extract of a job board', { cut: 38, employer: null }),
      other('assistant of the same accountant', {
        title: 'Assistant comptable (H/F)',
        pay: '24000-26000 year',
        swap: [
          [
            "vous tenez la comptabilité générale et analytique jusqu'au bilan",
            'vous saisissez les factures et pointez les comptes',
          ],
        ],
      }),
      other('maternity cover', {
        contract: 'cdd 6',
        partner: 'alpha',
        reference: 'A-3',
        before: 'Remplacement de congé de maternité.',
      }),
      other('consultancy’s model for another client', {
        employer: null,
        town: 'Bordeaux',
        partner: 'gamma',
        swap: [
          ["Au sein d'un groupe familial de quatre châteaux, vous", 'Pour notre client du bâtiment, vous'],
          [', si possible dans le vin', ''],
        ],
      }),
      other('pay far above', { pay: '45000-50000 year', partner: 'alpha', reference: 'A-4' }),
    ],
  },
  {
    ad: {
      title: 'Cueilleur de pommes',
      town: 'Lumbres',
      contract: 'saisonnier 2',
      time: 'full',
      pay: '11.88 hour',
      text: `Saison 2026 : notre verger recrute trente saisonniers pour la récolte des pommes du 20 août au 31 octobre 2026.
        Cueillette à la main, tri et mise en pallox. Travail en extérieur par tous les temps, du lundi au vendredi et
        certains samedis. Aucune expérience demandée. Pas de logement sur place, covoiturage depuis la gare.`,
    },
    pairs: [
      same('contract called fixed-term there', { contract: 'cdd 2' }),
      same('the farm named', { employer: 'EARL Vergers de la Vallée' }),
      same('harvester by another form', { title: 'Cueilleur / cueilleuse de pommes (H/F)', typed: 'ascii' }),
      same('posted again with the same season', {
        partner: 'alpha',
        reference: 'A-7',
        postedAt: '2026-07-30T08:00:00.000Z',
      }),
      other('last year’s season still open', {
        partner: 'alpha',
        reference: 'A-8',
        swap: [
          ['Saison 2026', 'Saison 2025'],
          ['31 octobre 2026', '31 octobre 2025'],
        ],
      }),
      other('pears in the same farm', {
        partner: 'alpha',
        reference: 'A-9',
        title: 'Cueilleur de poires',
        swap: [
          [
            'la récolte des pommes du 20 août au 31 octobre',
            'la récolte des poires du 1er août au 15 septembre',
          ],
        ],
      }),
      other('tractor driver of the harvest', {
        title: 'Tractoriste en verger',
        swap: [
          ['trente saisonniers', 'un tractoriste'],
          ['Cueillette à la main, tri et mise en pallox', 'Conduite des tracteurs et des remorques'],
        ],
      }),
      other('the pruning in winter', {
        title: 'Ouvrier arboricole (taille)',
        contract: 'saisonnier 3',
        text: "Notre verger recrute pour la taille d'hiver des pommiers, de décembre à mars. Vous maniez le sécateur électrique, travail en extérieur, formation assurée.",
      }),
    ],
  },
  {
    ad: {
      title: 'Apprenti boulanger (H/F)',
      employer: 'Fournil de Talence',
      town: 'Talence',
      contract: 'cdd 24',
      nature: 'apprentissage',
      time: 'full',
      text: `Vous voulez apprendre un beau métier ? Notre fournil vous accueille pour préparer un CAP boulanger en deux ans
        avec le centre de formation d'apprentis. Vous apprenez le pétrissage, le façonnage et la cuisson auprès de deux
        maîtres d'apprentissage. Une semaine de cours pour deux semaines au fournil, réveil matinal, deux jours de repos.`,
    },
    pairs: [
      same('the nature not stated at the copy', { nature: undefined }),
      same('apprentice by another word', { title: 'Apprenti(e) boulanger(ère)' }),
      same('copy of the training centre', { employer: null, after: 'Inscriptions ouvertes au CFA.' }),
      other('the same bakery, a higher diploma', {
        partner: 'alpha',
        reference: 'A-2',
        swap: [['un CAP boulanger en deux ans', 'un brevet professionnel en deux ans']],
      }),
      other('the pastry apprenticeship', {
        title: 'Apprenti pâtissier (H/F)',
        swap: [
          ['CAP boulanger', 'CAP pâtissier'],
          ['le pétrissage, le façonnage et la cuisson', 'les pâtes, les crèmes et le décor'],
        ],
      }),
      other('the qualified baker', {
        title: 'Boulanger (H/F)',
        contract: 'cdi',
        nature: undefined,
        text: "Notre fournil cherche un boulanger qualifié pour le pain et les viennoiseries. CAP et deux ans d'expérience. Travail de 2 h à 9 h, deux jours de repos.",
      }),
      other('professional training contract instead', {
        nature: 'professionnalisation',
        partner: 'alpha',
        reference: 'A-3',
      }),
      other('the training centre’s model text for another bakery', { employer: 'Maison Gaudin' }),
      other('one training centre, two towns, two bakeries', {
        partner: 'alpha',
        reference: 'A-4',
        town: 'Pessac',
        employer: 'Boulangerie Camponac',
      }),
    ],
  },
];
