import { other, same, type Family } from './pair.ts';

/** Restaurants, canteens and hotels. */
export const RESTAURANTS: Family[] = [
  {
    ad: {
      title: 'Serveur / Serveuse (H/F)',
      employer: 'Le Bistrot du Marché',
      town: 'Saint-Omer',
      contract: 'cdi',
      time: 'full',
      weekly: 39,
      pay: '2100 month',
      text: `Le Bistrot du Marché, restaurant traditionnel de 60 couverts au cœur de Saint-Omer, renforce son équipe
        de salle. Vous accueillez les clients, vous prenez les commandes, vous servez les plats et les boissons et vous
        encaissez. Vous participez à la mise en place et au nettoyage de la salle après chaque service. Souriant et
        dynamique, vous aimez le contact et vous savez garder votre calme pendant le coup de feu. Une première
        expérience en salle est appréciée, mais nous formons volontiers les débutants motivés. Repos le dimanche et le
        lundi, repas pris sur place, pourboires partagés entre toute l'équipe.`,
    },
    pairs: [
      same('copy as it stands', {}),
      same('aggregator removed the employer', {
        employer: null,
        swap: [['Le Bistrot du Marché, restaurant', 'Un restaurant']],
      }),
      same('shortened by the aggregator', { cut: 45, employer: null }),
      same('capitals and no gender mark', { title: 'SERVEUR', typed: 'capitals' }),
      same('typography of another editor', { typed: 'fine', title: 'Serveur·se' }),
      same('call put before the text', { before: 'Nouvelle offre près de chez vous ! Postulez en un clic.' }),
      same('title with town and contract', { title: 'Serveur en restauration - Saint-Omer - CDI (H/F)' }),
      same('pay stated by the hour', { pay: '12.5 hour' }),
      same('sent twice under two references, word for word', { partner: 'alpha', reference: 'A-1002' }),
      other('second opening: another shift', {
        partner: 'alpha',
        reference: 'A-1002',
        swap: [['Repos le dimanche et le lundi', 'Service du soir, repos le mardi']],
      }),
      other('second opening: the week-end extra', {
        partner: 'alpha',
        reference: 'A-1003',
        time: 'part',
        weekly: 16,
        pay: null,
        schedule: ['weekend'],
      }),
      other('same house, head waiter', {
        title: 'Chef de rang (H/F)',
        swap: [['Vous accueillez les clients', 'Vous encadrez deux serveurs, vous accueillez les clients']],
        pay: '2400 month',
      }),
      other('same house, kitchen', {
        title: 'Commis de cuisine (H/F)',
        text: `Le Bistrot du Marché, restaurant traditionnel de 60 couverts au cœur de Saint-Omer, renforce son équipe
          de cuisine. Vous épluchez, taillez et dressez les entrées froides sous la conduite du chef. Vous tenez votre
          poste propre et vous participez à la plonge. Repos le dimanche et le lundi, repas pris sur place.`,
      }),
      other('same trade and town, another house', {
        employer: 'Brasserie du Haut Pont',
        text: `Notre brasserie du faubourg du Haut Pont cherche une personne pour sa terrasse. Vous portez les plateaux,
          vous conseillez nos bières et vous débarrassez les tables. Le travail est physique et varié. Contrat de
          39 heures, deux jours de repos consécutifs, tenue fournie.`,
      }),
      other('the same template used by another employer', { employer: 'Restaurant Les Quatre Saisons' }),
    ],
  },
  {
    ad: {
      title: 'Plongeur / Plongeuse en restauration',
      employer: 'Brasserie Audomaroise',
      town: 'Arques',
      contract: 'cdd 6',
      time: 'part',
      weekly: 24,
      text: `Pour la saison, notre brasserie recrute un plongeur. Missions : laver la vaisselle, la batterie et les
        ustensiles, entretenir la plonge et les locaux de la cuisine, éplucher des légumes, ranger les livraisons. Vous
        êtes rapide, organisé et vous supportez la station debout. Travail du mercredi au dimanche, coupures possibles.
        Poste accessible sans expérience.`,
    },
    pairs: [
      same('employer left out of the fields', { employer: null }),
      same('sentence of the aggregator at the end', {
        after: 'Créez votre alerte et recevez chaque matin les nouvelles annonces de votre région.',
      }),
      same('short name of the trade', { title: 'Plongeur (H/F)' }),
      same('the contract is not stated there', { contract: 'unstated', time: null, weekly: null }),
      other('full time beside part time', {
        partner: 'alpha',
        reference: 'A-9',
        time: 'full',
        weekly: 39,
        swap: [['Travail du mercredi au dimanche, coupures possibles', 'Travail du lundi au vendredi']],
      }),
      other('CDI beside the seasonal contract', {
        contract: 'cdi',
        swap: [['Pour la saison, notre', 'Notre']],
      }),
      other('the same words at another employer', { employer: 'Hôtel du Canal' }),
      other(
        'another town at another partner, no name to go by',
        { employer: null, town: 'Calais' },
        { employer: null },
      ),
    ],
  },
  {
    ad: {
      title: 'Équipier polyvalent de restauration rapide H/F',
      employer: 'Burger du Nord',
      town: 'Longuenesse',
      contract: 'cdi',
      time: 'part',
      weekly: 24,
      pay: '11.88 hour',
      text: `Rejoins nos équipes ! Chez Burger du Nord, tu prépares les sandwichs et les desserts, tu accueilles nos
        clients au comptoir et au drive, tu encaisses et tu veilles à la propreté du restaurant. Débutant accepté : nous
        t'apprenons tout dès le premier jour. Horaires adaptés aux études, évolution rapide vers un poste de formateur
        puis de responsable. Mutuelle, repas offert pendant le service et réductions chez nos partenaires.`,
    },
    pairs: [
      same('one text in the chain’s towns', { partner: 'alpha', reference: 'A-2', town: 'Calais' }),
      same(
        'the town named in each text of the spray',
        {
          partner: 'alpha',
          reference: 'A-3',
          town: 'Hazebrouck',
          swap: [['du restaurant. Débutant', 'du restaurant de Hazebrouck. Débutant']],
        },
        { swap: [['du restaurant. Débutant', 'du restaurant de Longuenesse. Débutant']] },
      ),
      same('a spray with all towns in one posting elsewhere', { town: ['Longuenesse', 'Calais'] }),
      same('abbreviated employer', { employer: 'BURGER DU NORD SARL' }),
      other('other town at another partner', { town: 'Dunkerque' }),
      other('night shift of the drive', {
        partner: 'alpha',
        reference: 'A-4',
        title: 'Équipier polyvalent de nuit H/F',
        schedule: ['night'],
        swap: [['Horaires adaptés aux études', 'Horaires de nuit, de 22 h à 5 h']],
      }),
      other('the manager', {
        title: 'Responsable de restauration rapide H/F',
        text: `Chez Burger du Nord, tu diriges une équipe de quinze équipiers, tu établis les plannings, tu suis les
          stocks et la qualité et tu atteins les objectifs du restaurant. Tu as déjà encadré et tu aimes le terrain.`,
      }),
      other('part time of 15 hours beside 24', {
        partner: 'alpha',
        reference: 'A-5',
        weekly: 15,
        swap: [['Horaires adaptés aux études', '15 heures le week-end']],
      }),
    ],
  },
  {
    ad: {
      title: 'Second de cuisine (F/H)',
      employer: 'Groupe Tables de France',
      town: 'Bordeaux',
      contract: 'cdi',
      time: 'full',
      pay: '28000-31000 year',
      text: `Rattaché au chef, vous assurez la production chaude d'un restaurant d'entreprise de 450 repas par jour. Vous
        remplacez le chef en son absence, vous encadrez quatre commis, vous contrôlez les livraisons, les températures et
        la traçabilité. Vous proposez des recettes de saison et vous réduisez le gaspillage. Titulaire d'un CAP ou d'un
        BEP cuisine, vous avez trois ans d'expérience en collectivité. Travail de 6 h 30 à 15 h, du lundi au vendredi,
        treizième mois, intéressement et comité d'entreprise.`,
    },
    pairs: [
      same('employer not named, text whole', { employer: null }),
      same('two thirds of the text', { cut: 60 }),
      same('pay by the month on the copy', { pay: '2333-2583 month' }),
      same('title in another order', { title: 'H/F SECOND DE CUISINE COLLECTIVE' }),
      same('without accents', { typed: 'ascii', title: 'Second de cuisine' }),
      other('chef of the same canteen', {
        title: 'Chef de cuisine (F/H)',
        pay: '34000-38000 year',
        swap: [
          ['Rattaché au chef', 'Rattaché au directeur'],
          ['Vous remplacez le chef en son absence, vous encadrez quatre', 'Vous encadrez cinq'],
        ],
      }),
      other('same employer, another site', { town: 'Mérignac', swap: [['450 repas', '900 repas']] }),
      other('evening service of the same canteen', {
        partner: 'alpha',
        reference: 'A-12',
        swap: [['Travail de 6 h 30 à 15 h', 'Travail de 14 h à 22 h 30']],
      }),
    ],
  },
];
