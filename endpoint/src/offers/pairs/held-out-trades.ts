import { other, same, type Family } from './pair.ts';

/** Held out: the rules were not tuned on these. Industry, building, offices, fields, schools. */
export const HELD_OUT_TRADES: Family[] = [
  {
    ad: {
      title: 'Soudeur TIG inox (H/F)',
      employer: 'Chaudronnerie de l’Aa',
      town: 'Blendecques',
      contract: 'cdi',
      time: 'full',
      pay: '14-17 hour',
      text: `PME de 35 salariés au service de l'agroalimentaire et de la papeterie, nous fabriquons des cuves et des tuyauteries.
        Vous soudez au TIG des ensembles en inox de 1,5 à 6 mm, en atelier et parfois chez nos clients, vous contrôlez vos
        cordons et vous préparez vos pièces. Lecture de plans, licences selon EN 9606 appréciées. Travail en 2x8, prime
        annuelle, chèques-vacances.`,
    },
    pairs: [
      same('only the trade', { title: 'Soudeur' }),
      same('agency’s client, name taken out', {
        employer: null,
        swap: [['PME de 35 salariés', 'Notre client, PME de 35 salariés']],
      }),
      same('monthly pay of the range', { pay: '2123-2578 month' }),
      same('less the last sentences', { cut: 48 }),
      same('in capitals with the process in brackets', { title: 'SOUDEUR INOX (TIG)', typed: 'capitals' }),
      other('another process', {
        title: 'Soudeur MIG acier (H/F)',
        partner: 'alpha',
        reference: 'A-2',
        swap: [['au TIG des ensembles en inox', 'au MIG des ensembles en acier']],
      }),
      other('the boilermaker', {
        title: 'Chaudronnier (H/F)',
        swap: [['Vous soudez au TIG', 'Vous tracez, pliez et assemblez']],
      }),
      other('the same by an agency', { contract: 'interim', partner: 'gamma', employer: 'Intérim Horizon' }),
      other('day shift at the client’s', {
        partner: 'alpha',
        reference: 'A-3',
        swap: [['Travail en 2x8', 'Travail en journée, déplacements à la semaine']],
      }),
    ],
  },
  {
    ad: {
      title: 'Téléconseiller (H/F)',
      employer: 'Allô Services Plus',
      town: 'Bordeaux',
      contract: 'cdi',
      time: 'full',
      weekly: 35,
      pay: '1850 month',
      text: `Rejoignez un centre de relation client de 300 personnes ! Vous répondez aux appels des assurés d'une grande mutuelle,
        vous mettez à jour les contrats, vous expliquez les remboursements et vous proposez des garanties adaptées. À l'aise à
        l'oral et avec l'informatique, vous êtes patient et persévérant. Formation rémunérée de cinq semaines. Du lundi au
        samedi, plannings tournants. Deux jours de télétravail après six mois.`,
    },
    pairs: [
      same('French word for English', { title: 'Téléconseiller assurance (H/F)' }),
      same('no employer, emphatic opening', { employer: null, before: '*** 30 postes à pourvoir ! ***' }),
      same('chain of one text over two towns', { partner: 'alpha', reference: 'A-2', town: 'Pessac' }),
      same('wave of the next month, the old one still open, word for word', {
        partner: 'alpha',
        reference: 'A-31',
        postedAt: '2026-10-12T08:00:00.000Z',
      }),
      same('minimum and premium', { pay: '1850-2100 month', cut: 60 }),
      other('sales calls for the same client', {
        title: 'Télévendeur (H/F)',
        swap: [
          ['Vous répondez aux appels des assurés', 'Vous appelez les prospects'],
          ['vous expliquez les remboursements et ', ''],
        ],
      }),
      other('team leader of the floor', {
        title: 'Superviseur téléconseillers (H/F)',
        pay: '2300 month',
        swap: [['Vous répondez aux appels', 'Vous animez quinze conseillers qui répondent aux appels']],
      }),
      other('another client of the centre', {
        partner: 'alpha',
        reference: 'A-3',
        swap: [
          ["des assurés d'une grande mutuelle", "des abonnés d'un fournisseur d'énergie"],
          ['les remboursements', 'les factures'],
        ],
      }),
      other('temporary reinforcement', { contract: 'cdd 4', partner: 'alpha', reference: 'A-4' }),
    ],
  },
  {
    ad: {
      title: 'Vendangeur (H/F)',
      employer: 'Château La Grange Basse',
      town: 'Libourne',
      contract: 'saisonnier 1',
      time: 'full',
      pay: '12 hour',
      text: `Nous recrutons quarante coupeurs et porteurs pour les vendanges, du 8 au 28 septembre selon la maturité. Rendez-vous à
        7 h 30 à la propriété, repas de midi offert, fin vers 17 h. Travail physique dans la bonne humeur, débutants bienvenus.
        Pas d'hébergement. Prévoir des bottes et un vêtement de pluie. Prime de fin de vendanges.`,
    },
    pairs: [
      same('the property hidden', { employer: null }),
      same('cutter and carrier by the copy', { title: 'Vendangeur / Vendangeuse' }),
      same('fixed term said there', { contract: 'cdd' }),
      same('the message of the job centre behind', {
        after: 'Inscrivez-vous au forum des saisonniers du 2 septembre.',
      }),
      other('the neighbour’s harvest', { employer: 'Domaine de Peyrebrune' }),
      other('other dates, a second crew', {
        partner: 'alpha',
        reference: 'A-2',
        swap: [['du 8 au 28 septembre', 'du 29 septembre au 12 octobre']],
      }),
      other('the cellar', {
        title: 'Ouvrier de chai',
        contract: 'saisonnier 3',
        text: 'Pour les vinifications, vous réceptionnez la vendange, vous entonnez, remontez et nettoyez les cuves. Rythme soutenu, week-ends travaillés, de septembre à novembre. CACES apprécié.',
      }),
      other('the crew leader', {
        title: 'Chef d’équipe vendanges',
        pay: '14 hour',
        swap: [['quarante coupeurs et porteurs', 'un chef d’équipe']],
      }),
    ],
  },
  {
    ad: {
      title: 'Développeur web PHP (H/F)',
      employer: 'Agence Pixel & Cie',
      town: 'Lille',
      contract: 'cdi',
      time: 'full',
      pay: '36000-42000 year',
      text: `Agence de vingt personnes, nous créons des sites et des applications pour des associations et des collectivités. Au sein
        d'une équipe de six développeurs, vous concevez des modules en PHP et Symfony, vous écrivez les tests, vous relisez le
        code de vos collègues et vous suivez la mise en production. Trois ans d'expérience, goût du logiciel libre et de
        l'accessibilité. Télétravail de deux à trois jours, budget de formation, titres-restaurant.`,
    },
    pairs: [
      same('the framework joined', { title: 'Développeur PHP Symfony' }),
      same('the agency’s name by its signs', { employer: 'Pixel et Cie' }),
      same('recruiter’s copy', {
        employer: null,
        swap: [['Agence de vingt personnes, nous créons', 'Notre client crée']],
      }),
      same('two thirds', { cut: 55, title: 'Développeur web' }),
      other('front instead of back', {
        title: 'Développeur web front-end (H/F)',
        partner: 'alpha',
        reference: 'A-2',
        swap: [['en PHP et Symfony', 'en TypeScript et Vue']],
      }),
      other('senior lead', {
        title: 'Lead développeur PHP (H/F)',
        pay: '48000-55000 year',
        swap: [
          ['Au sein', 'À la tête'],
          ['Trois ans', 'Sept ans'],
        ],
      }),
      other('the trainee', { title: 'Stage développeur web PHP', contract: 'stage 6', pay: null }),
      other('the agency’s branch elsewhere at another partner', { town: 'Bordeaux' }),
      other('work-study post', {
        contract: 'cdd 12',
        nature: 'apprentissage',
        pay: null,
        title: 'Développeur web PHP en alternance',
      }),
    ],
  },
  {
    ad: {
      title: 'ATSEM (H/F)',
      employer: 'Mairie de Talence',
      town: 'Talence',
      contract: 'cdd 10',
      time: 'full',
      weekly: 35,
      text: `Sous l'autorité de la directrice de l'école, vous secondez l'enseignante d'une classe maternelle : accueil des enfants
        et des familles, hygiène, préparation du matériel, ateliers, surveillance de la sieste et du restaurant. Vous nettoyez
        la classe après la sortie. CAP accompagnant éducatif petite enfance exigé, concours apprécié. Travail annualisé.`,
    },
    pairs: [
      same('the trade in full', { title: 'Agent territorial spécialisé des écoles maternelles (ATSEM)' }),
      same('town for town hall', { employer: 'Ville de Talence' }),
      same('anonymous and cut', { employer: null, cut: 38 }),
      other('the neighbouring town hall with the model sheet', {
        employer: 'Mairie de Pessac',
        town: 'Pessac',
      }),
      other('replacement of a month', { partner: 'alpha', reference: 'A-2', contract: 'cdd 1' }),
      other('morning care only', {
        partner: 'alpha',
        reference: 'A-3',
        time: 'part',
        weekly: 10,
        swap: [['Travail annualisé', 'Travail de 7 h 15 à 8 h 30']],
      }),
      other('the cook of the school', {
        title: 'Cuisinier scolaire (H/F)',
        text: "Vous préparez 180 repas par jour dans la cuisine de l'école, vous tenez les stocks et les relevés d'hygiène, vous servez au self et vous nettoyez la cuisine. CAP cuisine, trois ans en collectivité.",
      }),
    ],
  },
  {
    ad: {
      title: 'Apprenti maçon (H/F)',
      employer: 'Bâti Flandre',
      town: 'Aire',
      contract: 'cdd 24',
      nature: 'apprentissage',
      time: 'full',
      text: `Entreprise de gros œuvre de 22 compagnons, nous formons chaque année deux apprentis. Vous préparez un CAP de maçon au
        centre de formation du bâtiment, quinze jours par mois au chantier et une semaine en cours. Vous apprenez à monter des
        murs, à coffrer, à ferrailler et à lire un plan. Motivation et bonne condition physique, permis non exigé, ramassage
        au dépôt.`,
    },
    pairs: [
      same('alternance, the other word for it', { title: 'Maçon en alternance (H/F)' }),
      same('kind of contract not stated', { contract: 'unstated' }),
      same('fine typography', { typed: 'fine' }),
      same('the training centre’s copy without name', {
        employer: null,
        before: 'Le centre de formation recherche pour une entreprise partenaire :',
      }),
      other('the brevet in the same firm', {
        partner: 'alpha',
        reference: 'A-2',
        swap: [['un CAP de maçon', 'un BP de maçon']],
      }),
      other('the tiler', {
        title: 'Apprenti carreleur (H/F)',
        swap: [
          ['CAP de maçon', 'CAP de carreleur'],
          ['monter des murs, à coffrer, à ferrailler', 'tracer, à couper, à poser'],
        ],
      }),
      other('skilled mason', {
        title: 'Maçon (H/F)',
        contract: 'cdi',
        nature: undefined,
        pay: '2200 month',
        text: 'Entreprise de gros œuvre de 22 compagnons, nous recherchons un maçon qualifié pour des maisons individuelles et des extensions. Coffrage, ferraillage, élévation, enduits. CAP et trois ans d’expérience, permis B.',
      }),
      other('another firm, centre’s model text', {
        employer: 'Maçonnerie Vandaele',
        partner: 'alpha',
        reference: 'A-3',
      }),
    ],
  },
  {
    ad: {
      title: 'Commercial sédentaire (H/F)',
      town: 'Saint-Denis (Seine-Saint-Denis)',
      contract: 'cdi',
      time: 'full',
      pay: '26000-30000 year',
      text: `Distributeur de fournitures pour les professionnels, nous renforçons notre plateau de vente. Vous suivez par téléphone un
        portefeuille de 200 clients, vous établissez les devis, vous relancez et vous négociez dans le cadre de nos tarifs. Vous
        travaillez avec les commerciaux de terrain et la logistique. Bac+2, première expérience de la vente à distance. Fixe
        et prime trimestrielle, titres-restaurant, accord de participation.`,
    },
    pairs: [
      same('the feminine, the town, the contract', { title: 'Commerciale sédentaire - CDI - Saint-Denis' }),
      same('distributor named', { employer: 'Fournitures Dionysiennes' }),
      same('extract', { cut: 42 }),
      other('the commune of the same name overseas', { town: 'Saint-Denis (La Réunion)' }),
      other('field salesman', {
        title: 'Commercial itinérant (H/F)',
        swap: [['Vous suivez par téléphone', 'Vous visitez']],
      }),
      other('two distributors', { employer: 'Bureau Direct' }, { employer: 'Fournitures Dionysiennes' }),
      other('assistant of the sales floor', {
        title: 'Assistant commercial (H/F)',
        pay: '23000 year',
        swap: [
          [
            'vous relancez et vous négociez dans le cadre de nos tarifs',
            'vous saisissez les commandes et suivez les litiges',
          ],
        ],
      }),
    ],
  },
];
