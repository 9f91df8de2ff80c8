import { other, same, type Family } from './pair.ts';

/** Hospitals, homes and help at home. */
export const CARE: Family[] = [
  {
    ad: {
      title: 'Aide-soignant diplômé d’État (H/F)',
      employer: 'EHPAD Les Tilleuls',
      town: 'Saint-Omer',
      contract: 'cdi',
      time: 'full',
      weekly: 35,
      schedule: ['day'],
      text: `L'EHPAD Les Tilleuls accueille 84 résidents, dont une unité protégée de 14 lits. Au sein d'une équipe de
        jour, vous accompagnez les résidents dans les gestes de la vie quotidienne : toilette, repas, déplacements,
        animations. Vous observez leur état de santé, vous transmettez vos observations à l'infirmière et vous
        participez au projet personnalisé. Diplôme d'État d'aide-soignant exigé. Roulement de douze heures, un week-end
        sur deux, reprise d'ancienneté, prime Ségur.`,
    },
    pairs: [
      same('the employer’s own page and a copy', { employer: 'EHPAD LES TILLEULS' }),
      same('the abbreviation of the trade', { title: 'AS H/F - Saint-Omer' }),
      same('feminine title', { title: 'Aide-soignante' }),
      same('employer’s name taken out of the text', {
        employer: null,
        swap: [["L'EHPAD Les Tilleuls accueille", 'Notre établissement accueille']],
      }),
      same('first half only', { cut: 42 }),
      same('one word corrected since', { swap: [['prime Ségur', 'primes Ségur']] }),
      other('night team of the same home', {
        title: 'Aide-soignant diplômé d’État de nuit (H/F)',
        schedule: ['night'],
        swap: [['équipe de jour', 'équipe de nuit']],
      }),
      other(
        'night team, said only in the text',
        {
          partner: 'alpha',
          reference: 'A-8',
          schedule: undefined,
          swap: [['équipe de jour', 'équipe de nuit']],
        },
        { schedule: undefined },
      ),
      other('replacement contract of the same post', {
        contract: 'cdd 3',
        after: 'Remplacement de trois mois.',
      }),
      other('the nurse of the same home', {
        title: 'Infirmier diplômé d’État (H/F)',
        swap: [
          ["Diplôme d'État d'aide-soignant exigé", "Diplôme d'État d'infirmier exigé"],
          ["à l'infirmière", 'au médecin'],
        ],
      }),
      other('two homes with the model text of their federation', { employer: 'Résidence du Lac' }),
      other('half time beside full time', { partner: 'alpha', reference: 'A-9', time: 'part', weekly: 17.5 }),
      other('another town, another partner, employer unknown', { employer: null, town: 'Calais' }),
    ],
  },
  {
    ad: {
      title: 'Infirmier de nuit (H/F)',
      employer: 'Clinique du Parc',
      siret: '12345678900011',
      town: 'Lille',
      contract: 'cdi',
      time: 'full',
      pay: '2500-2900 month',
      schedule: ['night'],
      text: `Clinique de 180 lits recherche un infirmier de nuit pour son service de chirurgie. Vous assurez les soins
        prescrits, la surveillance postopératoire et l'accueil des urgences du service. Vous tenez le dossier de soins
        informatisé et vous travaillez en binôme avec un aide-soignant. Nuits de dix heures, grande et petite semaine.
        Parking gratuit, crèche, restaurant du personnel.`,
    },
    pairs: [
      same('abbreviated title', { title: 'IDE de nuit' }),
      same('parent company of the same legal unit', {
        employer: 'Clinique du Parc SAS',
        siret: '12345678900029',
      }),
      same('employer hidden', { employer: null, siret: undefined }),
      same('title without the shift, shift stated', { title: 'Infirmier(ère) en chirurgie de nuit' }),
      other('day post of the same service', {
        title: 'Infirmier de jour (H/F)',
        schedule: ['day'],
        swap: [
          ['infirmier de nuit', 'infirmier de jour'],
          ['Nuits de dix heures', 'Journées de dix heures'],
        ],
      }),
      other('another company under a similar name', {
        employer: 'Clinique du Parc',
        siret: '98765432100017',
      }),
      other('pay of another grade', { partner: 'alpha', reference: 'A-8', pay: '3300-3700 month' }),
      other('another service of the clinic', {
        partner: 'alpha',
        reference: 'A-9',
        swap: [
          ['service de chirurgie', 'service de cardiologie'],
          ['la surveillance postopératoire', 'la surveillance des patients'],
        ],
      }),
    ],
  },
  {
    ad: {
      title: 'Auxiliaire de vie sociale H/F',
      town: 'Arques',
      contract: 'cdi',
      time: 'part',
      pay: '12.1 hour',
      text: `Association d'aide à domicile, nous intervenons chez des personnes âgées ou en situation de handicap. Vous
        aidez au lever, au coucher, à la toilette, vous préparez les repas, vous faites les courses et l'entretien du
        logement. Vous êtes à l'écoute, discret et ponctuel. Permis B et véhicule demandés, indemnités kilométriques,
        téléphone professionnel fourni. Formation assurée pendant les deux premières semaines.`,
    },
    pairs: [
      same('sprayed over the villages of the sector', {
        partner: 'alpha',
        reference: 'A-2',
        town: 'Lumbres',
      }),
      same('sprayed with the village in the title', {
        partner: 'alpha',
        reference: 'A-3',
        town: 'Blendecques',
        title: 'Auxiliaire de vie sociale H/F - Blendecques',
      }),
      same('copy of one of the villages', { title: 'Auxiliaire de vie' }),
      same('employer named on one side', { employer: 'Aide et Présence Audomarois' }),
      same('pay in words only', { pay: null }),
      same('département alone is known', { town: 'Pas-de-Calais' }),
      other('other département alone', { town: 'Nord' }),
      other('two associations, two names', { employer: 'Vivre Chez Soi' }, { employer: 'Domicile Services' }),
      other('the team leader', {
        title: 'Responsable de secteur aide à domicile H/F',
        text: `Association d'aide à domicile, nous intervenons chez des personnes âgées ou en situation de handicap. Vous
          recrutez et planifiez trente auxiliaires, vous évaluez les besoins au domicile et vous tenez le budget du
          secteur. Formation sociale de niveau bac+2, permis B.`,
      }),
      other('night presence', {
        partner: 'alpha',
        reference: 'A-6',
        title: 'Auxiliaire de vie de nuit H/F',
        pay: '13.4 hour',
        swap: [['au lever, au coucher, à la toilette', 'au coucher et la nuit']],
      }),
      other('full time', { time: 'full', partner: 'alpha', reference: 'A-7' }),
    ],
  },
  {
    ad: {
      title: 'Agent de service hospitalier (ASH) H/F',
      employer: 'Centre hospitalier de la région audomaroise',
      town: 'Saint-Omer',
      contract: 'cdd 3',
      time: 'full',
      text: `Vous assurez le bionettoyage des chambres, des couloirs et des sanitaires selon les protocoles d'hygiène. Vous
        distribuez les petits déjeuners et vous débarrassez les plateaux. Vous évacuez les déchets et le linge. Horaires
        en 7 h 30, matin ou après-midi, un week-end travaillé sur deux. Contrat de trois mois renouvelable, titularisation
        possible. Envoyez un CV et une lettre à la direction des ressources humaines.`,
    },
    pairs: [
      same('abbreviation only', { title: 'ASH' }),
      same('name of the hospital written short', { employer: 'Centre hospitalier région audomaroise' }),
      same('start of another wording, rest equal', {
        swap: [
          ['Vous assurez le bionettoyage', 'Le centre hospitalier recrute : vous assurez le bionettoyage'],
        ],
      }),
      same(
        'the same page under two trackers',
        {
          link: 'https://hopital.example/offre/51?utm_source=beta',
          text: 'Offre de notre partenaire. Cliquez pour lire la suite.',
        },
        { link: 'https://hopital.example/offre/51' },
      ),
      other(
        'one page for all posts of the hospital',
        {
          title: 'Brancardier H/F',
          link: 'https://hopital.example/recrutement',
          text: `Vous transportez les patients entre les services et le bloc, vous veillez à leur confort et à leur sécurité.
          Permis B, attestation de gestes et soins d'urgence.`,
        },
        { link: 'https://hopital.example/recrutement' },
      ),
      other(
        'one page, one title, two texts',
        {
          partner: 'alpha',
          reference: 'A-2',
          link: 'https://hopital.example/recrutement',
          text: `Rattaché à la blanchisserie, vous triez, lavez, repassez et pliez le linge des services. Travail en équipe
          du lundi au vendredi de 6 h à 13 h 30. Port de charges, station debout. Contrat de trois mois.`,
        },
        { link: 'https://hopital.example/recrutement' },
      ),
      other('six months instead of three', {
        contract: 'cdd 6',
        partner: 'alpha',
        reference: 'A-3',
        swap: [['Contrat de trois mois', 'Contrat de six mois']],
      }),
    ],
  },
];
