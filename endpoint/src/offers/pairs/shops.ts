import { other, same, type Family } from './pair.ts';

/** Shops, bakeries and supermarkets. */
export const SHOPS: Family[] = [
  {
    ad: {
      title: 'Vendeur / Vendeuse en boulangerie',
      employer: 'Boulangerie Lefebvre',
      town: 'Blendecques',
      contract: 'cdi',
      time: 'part',
      weekly: 30,
      text: `Boulangerie artisanale cherche une personne souriante pour la vente. Accueil et conseil des clients, mise en
        rayon du pain et des viennoiseries, préparation des sandwichs, encaissement, nettoyage du magasin. Vous travaillez
        du mardi au samedi, de 6 h à 12 h 30. Expérience de la vente souhaitée. Fermé le lundi.`,
    },
    pairs: [
      same('the usual copy', { title: 'Vendeuse en boulangerie (H/F)' }),
      same('the baker’s first name added', { employer: 'Boulangerie Lefebvre Frédéric' }),
      same('short text, both sides without employer', { employer: null }, { employer: null }),
      same('two sentences added', { after: 'Rémunération selon profil. Poste à pourvoir dès que possible.' }),
      other('afternoons', {
        partner: 'alpha',
        reference: 'A-2',
        swap: [['de 6 h à 12 h 30', 'de 12 h 30 à 19 h']],
      }),
      other('the baker', {
        title: 'Boulanger / Boulangère',
        time: 'full',
        weekly: 35,
        text: 'Boulangerie artisanale cherche un boulanger. Pétrissage, façonnage, cuisson du pain et des viennoiseries, respect des règles d’hygiène. Travail du mardi au samedi, de 3 h à 10 h. CAP de boulanger demandé. Fermé le lundi.',
      }),
      other('another bakery’s like words', { employer: 'Aux Délices de Flandre' }),
      other('apprenticeship of the same shop', {
        title: 'Apprenti vendeur en boulangerie',
        contract: 'cdd 24',
        nature: 'apprentissage',
        time: 'full',
        weekly: 35,
      }),
      other('like words, two towns, no names', { employer: null, town: 'Calais' }, { employer: null }),
    ],
  },
  {
    ad: {
      title: 'Boucher (H/F)',
      employer: 'Supermarché Le Panier',
      town: 'Talence',
      contract: 'cdi',
      time: 'full',
      weekly: 36.75,
      pay: '2000-2300 month',
      text: `Enseigne familiale et engagée, nos magasins recrutent des passionnés. Au rayon boucherie traditionnelle, vous
        préparez, désossez et présentez les viandes, vous conseillez et servez nos clients, vous tenez votre banque et
        vous veillez aux dates et à la chaîne du froid. Titulaire d'un CAP boucher, vous aimez le travail bien fait.
        Prime annuelle, remise sur les achats, sixième semaine de congés après deux ans.`,
    },
    pairs: [
      same('a spray of the chain', { partner: 'alpha', reference: 'A-2', town: 'Pessac' }),
      same('copied by the aggregator without the chain', { employer: null }),
      same('another spelling of the chain', { employer: 'LE PANIER' }),
      same('half of the text', { cut: 40 }),
      other('the butcher’s counter chief', {
        title: 'Chef boucher (H/F)',
        pay: '2500-2800 month',
        swap: [['vous préparez, désossez', 'vous encadrez trois bouchers, vous préparez, désossez']],
      }),
      other('fishmonger with the same model', {
        title: 'Poissonnier (H/F)',
        swap: [
          ['boucherie traditionnelle', 'poissonnerie traditionnelle'],
          ['désossez et présentez les viandes', 'écaillez et présentez les poissons'],
          ['CAP boucher', 'CAP poissonnier'],
        ],
      }),
      other('the same chain, an apprentice', {
        contract: 'cdd 24',
        nature: 'apprentissage',
        title: 'Apprenti boucher (H/F)',
      }),
      other('the other partner’s copy is of another town', { town: 'Libourne' }),
    ],
  },
  {
    ad: {
      title: 'Hôte de caisse (H/F)',
      employer: 'Hyper Flandre',
      town: 'Dunkerque',
      contract: 'cdd 3',
      time: 'part',
      weekly: 26,
      schedule: ['day'],
      text: `Vous accueillez les clients en caisse, vous enregistrez leurs achats avec rapidité et exactitude, vous encaissez
        et vous les orientez. Vous tenez le point d'accueil en rotation : cartes de fidélité, échanges, réclamations. Vous
        êtes aimable en toute circonstance et vous aimez le travail d'équipe. Planning connu trois semaines à l'avance,
        samedis travaillés.`,
    },
    pairs: [
      same('hostess by the aggregator', { title: 'Hôtesse de caisse' }),
      same('the name of the town joined to the chain', { employer: 'Hyper Flandre Dunkerque' }),
      same('capitals', { title: 'HOTE DE CAISSE H/F', typed: 'capitals', employer: null }),
      same('weekly hours rounded', { weekly: 25.5 }),
      other('students’ contract for Saturdays', {
        partner: 'alpha',
        reference: 'A-2',
        contract: 'cdi',
        weekly: 8,
        schedule: ['weekend'],
      }),
      other('the shelf', {
        title: 'Employé libre-service (H/F)',
        text: 'Vous réceptionnez la marchandise, vous remplissez les rayons, vous contrôlez les dates et les prix et vous renseignez les clients. Travail dès 5 h le matin, du lundi au samedi. Port de charges.',
      }),
      other('self-service tills by night', {
        partner: 'alpha',
        reference: 'A-3',
        title: 'Hôte de caisse soirée (H/F)',
        schedule: ['evening'],
        swap: [['Planning connu', 'Travail de 17 h à 21 h 30, planning connu']],
      }),
    ],
  },
  {
    ad: {
      title: 'Conseiller de vente prêt-à-porter',
      town: 'Lille',
      contract: 'cdi',
      time: 'part',
      pay: '1450 month',
      text: `Passionné de mode, vous rejoignez notre boutique du centre. Vous accueillez et conseillez une clientèle
        exigeante, vous animez la vitrine et les portants, vous réceptionnez les collections et vous participez aux
        inventaires. Élégant et à l'écoute, vous avez une première expérience en boutique. Anglais apprécié. Variable sur
        objectif, remise collaborateur et formation interne.`,
    },
    pairs: [
      same('seller by another ending', { title: 'Conseillère de vente prêt à porter H/F' }),
      same('fine typography and a call', { typed: 'fine', before: 'URGENT :' }),
      same('pay with its scaled figure', { pay: '1400-1600 month' }),
      same('brand on one side', { employer: 'Maison Ardente' }),
      other('two brands of one group', { employer: 'Maison Ardente' }, { employer: 'Atelier Brume' }),
      other('responsible for the shop', {
        title: 'Responsable de boutique prêt-à-porter',
        pay: '2300 month',
        time: 'full',
        swap: [
          ['Vous accueillez et conseillez', 'Vous dirigez trois vendeurs, vous accueillez et conseillez'],
        ],
      }),
      other('full time', { time: 'full', pay: '1900 month', partner: 'alpha', reference: 'A-4' }),
      other('student contract', { partner: 'alpha', reference: 'A-5', contract: 'cdd 6', weekly: 12 }),
    ],
  },
];
