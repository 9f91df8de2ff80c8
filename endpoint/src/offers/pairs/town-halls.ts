import { other, same, type Family } from './pair.ts';

/** Town halls and their establishments, whose posts come with grades, ranks and one page for all. */
export const TOWN_HALLS: Family[] = [
  {
    ad: {
      title: "Agent d'accueil et d'état civil (H/F)",
      employer: 'Mairie de Saint-Omer',
      town: 'Saint-Omer',
      contract: 'cdd 12',
      time: 'full',
      weekly: 35,
      text: `La ville recrute un agent d'accueil et d'état civil. Vous renseignez les usagers au guichet et au téléphone,
        vous établissez les actes de naissance, de mariage et de décès, vous instruisez les demandes de cartes d'identité
        et de passeports. Vous tenez les listes électorales et participez aux scrutins. Cadre d'emplois des adjoints
        administratifs. Un samedi matin sur trois. Candidature à adresser à Monsieur le Maire avant la fin du mois.`,
    },
    pairs: [
      same('the employer written as a commune', { employer: 'Commune de Saint-Omer' }),
      same('the employer in capitals', { employer: 'MAIRIE DE ST OMER' }),
      same('the national site’s copy, shortened', { cut: 48, employer: null }),
      same('one title of the two', { title: "Agent d'état civil" }),
      other('the same post at the next town hall', { employer: "Mairie d'Arques", town: 'Arques' }),
      other('the same post at the next town hall, one partner for all', {
        partner: 'alpha',
        reference: 'A-2',
        employer: "Mairie d'Arques",
        town: 'Arques',
      }),
      other('two months of replacement', {
        contract: 'cdd 2',
        partner: 'alpha',
        reference: 'A-3',
        after: 'Remplacement pour congé.',
      }),
      other('head of the service', {
        title: 'Responsable du service accueil et état civil (H/F)',
        swap: [
          ["un agent d'accueil et d'état civil", 'le responsable du service accueil et état civil'],
          ["Cadre d'emplois des adjoints administratifs", "Cadre d'emplois des rédacteurs"],
        ],
      }),
    ],
  },
  {
    ad: {
      title: 'Animateur périscolaire (H/F)',
      employer: 'Ville de Pessac',
      town: 'Pessac',
      contract: 'cdd 10',
      time: 'part',
      weekly: 20,
      pay: '12.08 hour',
      text: `Sous l'autorité du directeur de l'accueil, vous encadrez un groupe d'enfants de 3 à 11 ans avant et après la
        classe et pendant la pause de midi. Vous préparez des activités manuelles, sportives et culturelles, vous veillez
        à la sécurité de chacun et vous faites le lien avec les familles. BAFA ou CAP accompagnant éducatif petite
        enfance. Contrat de septembre à juillet.`,
    },
    pairs: [
      same('feminine of the title', { title: 'Animatrice périscolaire' }),
      same(
        'without employer, with his name in the text on the other side',
        { employer: null },
        { before: 'La ville de Pessac recrute.' },
      ),
      same('fine typography', { typed: 'fine' }),
      other('the post at noon only', {
        partner: 'alpha',
        reference: 'A-2',
        weekly: 8,
        swap: [['avant et après la classe et pendant la pause de midi', 'pendant la pause de midi']],
      }),
      other('the director', {
        title: "Directeur d'accueil périscolaire (H/F)",
        pay: '2100 month',
        time: 'full',
        weekly: 35,
        swap: [
          ["Sous l'autorité du directeur de l'accueil, vous encadrez", "Vous dirigez l'équipe qui encadre"],
        ],
      }),
      other(
        'last year’s school year',
        {
          partner: 'alpha',
          reference: 'A-3',
          swap: [['de septembre à juillet', 'de septembre 2025 à juillet 2026']],
        },
        { swap: [['de septembre à juillet', 'de septembre 2026 à juillet 2027']] },
      ),
      other('the same words at the next town', { employer: 'Ville de Talence', town: 'Talence' }),
      other('holidays instead of school days', {
        title: 'Animateur centre de loisirs (H/F)',
        contract: 'cdd 1',
        swap: [['avant et après la classe et pendant la pause de midi', 'pendant les vacances']],
      }),
    ],
  },
  {
    ad: {
      title: 'Jardinier (H/F)',
      employer: "Communauté d'agglomération du Pays de Saint-Omer",
      town: 'Longuenesse',
      contract: 'cdi',
      time: 'full',
      text: `Au sein de la régie des espaces verts, vous entretenez les parcs, les massifs, les terrains de sport et les
        abords des bâtiments : tonte, taille, plantation, arrosage, désherbage mécanique. Vous conduisez les engins et
        vous entretenez le matériel. CAP ou BEP travaux paysagers, permis B, permis BE apprécié. Astreintes de neige en
        hiver. Régime indemnitaire, CNAS, participation à la mutuelle.`,
    },
    pairs: [
      same('name of the group of communes abbreviated', { employer: 'CA du Pays de Saint-Omer' }),
      same('cut by the aggregator, no employer', { employer: null, cut: 40 }),
      same('the trade and its grade', { title: 'Jardinier - Adjoint technique territorial' }),
      same(
        'the same reference kept by the aggregator, its own words',
        {
          reference: 'O062260918001234',
          text: 'Jardinier pour une collectivité. Consultez l’annonce complète sur le site de l’employeur.',
        },
        { reference: 'O062260918001234' },
      ),
      other('the fixed-term reinforcement of summer', {
        contract: 'cdd 4',
        partner: 'alpha',
        reference: 'A-3',
      }),
      other('team leader', {
        title: "Chef d'équipe espaces verts (H/F)",
        swap: [['vous entretenez les parcs', 'vous encadrez six jardiniers et entretenez les parcs']],
      }),
      other('apprentice in the same team', {
        title: 'Apprenti jardinier (H/F)',
        contract: 'cdd 24',
        nature: 'apprentissage',
        swap: [
          [
            'CAP ou BEP travaux paysagers, permis B, permis BE apprécié',
            'Vous préparez un CAP jardinier paysagiste',
          ],
        ],
      }),
    ],
  },
  {
    ad: {
      title: 'Agent d’entretien des écoles',
      town: 'Rochefort (Charente-Maritime)',
      contract: 'cdd 10',
      time: 'part',
      weekly: 22,
      text: `La commune de Rochefort recherche un agent pour l'entretien des classes, des sanitaires et des couloirs du
        groupe scolaire après la sortie des élèves. Vous aidez aussi au service du restaurant scolaire. Travail annualisé,
        quatre jours par semaine en période scolaire. Discrétion, ponctualité et goût du contact avec les enfants.`,
    },
    pairs: [
      other('a commune of the same name far away', { town: 'Rochefort (Savoie)' }),
      other(
        'a commune of the same name, one partner, both town halls named',
        {
          partner: 'alpha',
          reference: 'A-4',
          town: 'Rochefort (Savoie)',
          employer: 'Mairie de Rochefort (73)',
        },
        { employer: 'Mairie de Rochefort (17)' },
      ),
      same('named in capitals', { title: "AGENT D'ENTRETIEN DES ECOLES H/F", typed: 'capitals' }),
      same('employer on one side', { employer: 'Mairie de Rochefort' }),
      other('canteen only', {
        title: 'Agent de restauration scolaire',
        swap: [
          [
            "l'entretien des classes, des sanitaires et des couloirs du groupe scolaire après la sortie des élèves. Vous aidez aussi au service du",
            'le service du',
          ],
        ],
      }),
    ],
  },
];
