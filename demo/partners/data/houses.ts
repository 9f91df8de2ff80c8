import type { House } from './types.ts';

/** Houses that differ from most of their sector: a bakery is no cannery, a pharmacy no clinic. */
export const HOUSES = {
  nursery: {
    naf: '88.91A',
    label: 'Accueil de jeunes enfants',
    employers: ['Crèche *', 'Multi-accueil *', 'La Petite Maison *'],
    intros: [
      'Notre crèche {associative|municipale} accueille {quarante|vingt-quatre} enfants {dans des locaux de plain-pied|autour d’un grand jardin}.',
      'Ici, {les repas sont cuisinés sur place|chaque enfant a sa référente} et {l’équipe se réunit chaque quinzaine|les parents entrent dans les sections}.',
      'Maison de la petite enfance {ouverte en 2015|agrandie l’an dernier}, nous {suivons|défendons} un projet {tourné vers la nature|construit avec les familles}.',
    ],
    schedules: [
      'Ouverture de 7 h 30 à 18 h 30, {roulement sur quatre semaines|horaires fixes par semaine}.',
      'Du lundi au vendredi, {fermeture trois semaines en août|congés pris avec l’établissement}.',
      '35 heures {sur quatre jours et demi|sur cinq jours}, {réunion mensuelle comprise|temps de préparation inclus}.',
    ],
  },
  surgery: {
    naf: '86.21Z',
    label: 'Activité des médecins généralistes',
    employers: ['Cabinet médical *', 'Maison de santé *', 'Pôle de santé *'],
    intros: [
      'Maison de santé {ouverte il y a trois ans|pluridisciplinaire}, nous {réunissons|abritons} {douze|dix-huit} professionnels {sous un même toit|et deux internes}.',
      'Notre cabinet {suit|reçoit} {huit mille|six mille} patients {du bourg et des villages voisins|de tous âges}, {sur rendez-vous|avec une plage d’urgences le matin}.',
      'Nous {avons rejoint un groupe de praticiens|partageons secrétariat et dossiers} pour {mieux recevoir|garder du temps} et {mieux nous relayer|former de jeunes médecins}.',
    ],
    schedules: [
      'Du lundi au vendredi, {8 h – 16 h ou 10 h – 18 h 30|une semaine du matin, une du soir}.',
      '35 heures, {un samedi matin sur quatre|mercredi après-midi libre}.',
      'Planning {fixe|établi à deux} au secrétariat, {fermeture à 18 h 30|pas de soirée}.',
    ],
  },
  pharmacy: {
    naf: '47.73Z',
    label: 'Commerce de détail de produits pharmaceutiques',
    employers: ['Pharmacie *', 'Grande pharmacie *'],
    intros: [
      'Notre officine {agrandie|rénovée} {dispose d’un espace de confidentialité|reçoit deux cents clients par jour} et {travaille avec la maison de santé|livre à domicile}.',
      'Pharmacie {de bourg|de quartier} tenue par {deux associées|une même famille depuis 1986}, nous {misons|comptons} sur {le conseil et l’écoute|une équipe stable}.',
      'Bien {placés|installés} face {au marché|à la gare}, nous {servons|connaissons} une clientèle {fidèle|de tous âges}.',
    ],
    schedules: [
      '35 heures sur {quatre jours|quatre jours et demi}, un samedi sur {deux|trois}.',
      'Ouverture de 9 h à 19 h 30, {planning fixe sur deux semaines|pas de garde de nuit}.',
      'Horaires {aménageables|alternés matin et soir}, {dimanche de garde payé double|jour de repos choisi}.',
    ],
  },
  ambulances: {
    naf: '86.90A',
    label: 'Ambulances',
    employers: ['Ambulances *', 'Transports sanitaires *'],
    intros: [
      'Société d’ambulances {indépendante|familiale}, nous {réalisons|assurons} {soixante|quatre-vingts} transports par jour {avec trente salariés|dans tout l’arrondissement}.',
      'Équipages {soudés|bien formés}, véhicules {récents|renouvelés tous les trois ans}, {une régulation à l’écoute|des plannings respectés} : {voilà la maison|c’est notre façon de travailler}.',
      'Partenaires {du SAMU|de l’hôpital}, nous {tenons une garde départementale|répondons aussi aux urgences}.',
    ],
  },
  bakery: {
    naf: '10.71C',
    label: 'Boulangerie et boulangerie-pâtisserie',
    employers: ['Boulangerie *', 'Fournil *', 'Maison *'],
    intros: [
      'Boulangerie-pâtisserie {artisanale|de centre-ville} de {huit|douze} personnes, nous {faisons tout nous-mêmes|travaillons des farines locales}.',
      'Notre fournil {ouvert sur la boutique|refait à neuf} {fournit aussi|livre} {deux restaurants et une école|les marchés du canton}.',
      'Maison {reprise par un jeune couple|familiale depuis 1958}, {connue pour ses brioches|ouverte six jours sur sept}, nous {gardons|cherchons} {le goût du bon|le temps de bien faire}.',
    ],
    schedules: [
      'Horaires : {4 h – 11 h|5 h – 12 h}, {deux jours de repos|dimanche et lundi libres une semaine sur deux}.',
      '39 heures sur {cinq jours|cinq matinées}, {fermé le lundi|fermé le mercredi}.',
      'Travail {du matin|en deux équipes}, {repos fixe le lundi|trois semaines de fermeture en août}.',
    ],
    benefits: [
      'pain et viennoiseries {pour la maison|}',
      'majoration {du dimanche|de nuit}',
      'prime de fin d’année',
      'mutuelle {de branche|}',
      'tenue {fournie et lavée|fournie}',
      'stages {chez un meilleur ouvrier|de perfectionnement}',
    ],
  },
  butchery: {
    naf: '47.22Z',
    label: 'Commerce de détail de viandes',
    employers: ['Boucherie *', 'Maison *', 'Halles *'],
    intros: [
      'Boucherie-charcuterie {artisanale|de bourg} de {cinq|sept} personnes, nous {achetons|choisissons} nos bêtes {à trente kilomètres à la ronde|chez quatre éleveurs}.',
      'Notre rayon traditionnel {sert|reçoit} {trois cents|quatre cents} clients {le samedi|les veilles de fête} et {prépare de plus en plus de plats|ne vend rien sous barquette}.',
      'Maison {connue pour son pâté|primée pour ses saucissons}, {reprise il y a cinq ans|fondée en 1962}, nous {formons un apprenti chaque année|tenons aussi deux marchés}.',
    ],
    schedules: [
      '39 heures du mardi au samedi, {coupure de deux heures|journées continues le lundi et le jeudi}.',
      'De 6 h à 13 h {ou de 12 h à 19 h 30|, un après-midi par semaine}.',
      'Repos {dimanche et lundi|dimanche et un jour choisi}, {six semaines de congés|récupération des fêtes}.',
    ],
    benefits: [
      'viande {à prix coûtant|offerte chaque semaine}',
      'couteaux et tenue fournis',
      'prime {de Noël|annuelle}',
      'mutuelle {de branche|}',
      'formation {à la découpe|charcuterie}',
      'heures supplémentaires payées',
    ],
  },
  metalworks: {
    naf: '25.62B',
    label: 'Mécanique industrielle',
    employers: ['Mécanique *', 'Ateliers *', 'Métallerie *', 'Constructions métalliques *'],
    intros: [
      'Atelier de {trente-cinq|vingt-deux} personnes, nous {fabriquons|réalisons} {pièces et ensembles|cuves, châssis et convoyeurs} pour {l’agroalimentaire et l’énergie|les usines de la région}.',
      'De {la pièce unique|la commande d’un boulon} à {la petite série|la machine complète}, nous {dessinons, usinons et montons|faisons tout sous le même toit}.',
      'Entreprise {familiale|reprise par ses salariés}, nous {investissons chaque année|venons d’agrandir le hall} et {formons nos apprentis jusqu’au bout|gardons nos compagnons longtemps}.',
    ],
    schedules: [
      'Du lundi au {vendredi midi|jeudi et un vendredi sur deux}, 39 heures.',
      'Horaires {de journée, 7 h 30 – 16 h|en 2 × 8}, {pause payée|vendredi après-midi libre}.',
      '37 heures {et RTT|sur quatre jours et demi}, {pas de travail le week-end|samedi sur volontariat}.',
    ],
  },
  glassworks: {
    naf: '23.13Z',
    label: 'Fabrication de verre creux',
    employers: ['Verrerie *', 'Cristallerie *', 'Verreries *'],
    intros: [
      'Verrerie de {quatre cents|deux cent cinquante} salariés, nous {fabriquons|produisons} {verres et carafes|bocaux et flacons} {jour et nuit|sans jamais éteindre le four}.',
      'Notre usine {a reconstruit un four plus sobre|a investi dans deux lignes} et {recrute pour les faire tourner toutes|complète ses cinq équipes}.',
      'Maison {verrière|de tradition} [à ville], nous {exportons|vendons} {dans soixante pays|pour moitié hors de France} et {recyclons notre calcin|formons nos verriers nous-mêmes}.',
    ],
  },
  paperMill: {
    naf: '17.12Z',
    label: 'Fabrication de papier et de carton',
    employers: ['Papeterie *', 'Cartonnerie *', 'Papeteries *'],
    intros: [
      'Papeterie {de vallée|indépendante} de {cent quarante|deux cents} salariés, nous {produisons|sortons} {soixante mille tonnes de papier|des papiers techniques} par an.',
      'Installés [à ville] {au bord de l’eau|depuis plus d’un siècle}, nous {recyclons|transformons} {papiers et cartons de la région|des fibres certifiées} {sans chlore|avec une chaufferie biomasse}.',
      'Notre machine {numéro trois|principale} {redémarre après un grand arrêt|tourne jour et nuit} et {nous renforçons les cinq équipes|trois départs en retraite approchent}.',
    ],
  },
  freightDesk: {
    naf: '52.29B',
    label: 'Affrètement et organisation des transports',
    employers: ['Transports *', 'Affrètement *', 'Messageries *'],
    intros: [
      'Organisateur de transport, nous {affrétons|suivons} {deux cents|cent cinquante} camions par jour {dans toute l’Europe|pour des industriels de la région}.',
      'Transporteur {régional|familial}, nous {exploitons|gérons} {quarante|soixante-cinq} véhicules depuis {une agence ouverte sur les quais|un plateau de dix personnes}.',
      'Notre agence {double ses volumes|gagne des clients} et {étoffe|complète} son exploitation {avant la haute saison|}.',
    ],
    schedules: [
      'Du lundi au vendredi, {7 h – 15 h ou 10 h – 18 h|8 h – 17 h}.',
      '39 heures, {un samedi matin sur cinq|permanence téléphonique partagée}.',
      '37 heures et RTT, {équipe du matin|horaires en alternance}.',
    ],
    benefits: [
      'titres-restaurant',
      'prime {sur la marge|trimestrielle}',
      'mutuelle d’entreprise',
      'télétravail {un jour par semaine|}',
      '13e mois',
      'parking sur place',
    ],
  },
  coaches: {
    naf: '49.39A',
    label: 'Transports routiers réguliers de voyageurs',
    employers: ['Autocars *', 'Voyages *', 'Cars *'],
    intros: [
      'Autocariste {familial|indépendant}, nous {transportons|emmenons} {quatre mille|deux mille cinq cents} voyageurs par jour avec {quarante-cinq|soixante} véhicules.',
      'Exploitant {d’un réseau urbain|de lignes scolaires}, nous {roulons de plus en plus au gaz et à l’électricité|venons de renouveler notre contrat pour huit ans}.',
      'Nos {dépôts|équipes} {restent à taille humaine|se connaissent} : {un chef de secteur pour vingt conducteurs|chaque conducteur a sa ligne et son car}.',
    ],
    schedules: [
      'Services {en deux vacations|du matin et du soir}, {mercredi plus court|libre en milieu de journée}.',
      'Temps de travail {annualisé|sur l’année scolaire}, {week-ends sur volontariat|vacances scolaires libres}.',
      '35 heures, {roulement connu trois semaines avant|repos fixe le dimanche}.',
    ],
  },
  dairy: {
    naf: '01.41Z',
    label: 'Élevage de vaches laitières',
    employers: ['Ferme *', 'Élevage *', 'GAEC *'],
    intros: [
      'Élevage laitier {à l’herbe|de plaine}, nous {livrons une fromagerie|vendons une part en lait cru} et {élevons nos génisses|suivons de près la santé du troupeau}.',
      'Notre GAEC de {trois|quatre} associés {travaille|compte} {cent vingt hectares|deux sites voisins}, {avec un salarié fidèle|où chacun prend ses congés}.',
      'Ferme {installée [à ville]|transmise l’an dernier}, {bâtiments récents|salle de traite refaite} et {bonne ambiance|planning affiché au mois}.',
    ],
  },
  contractor: {
    naf: '01.61Z',
    label: 'Activités de soutien aux cultures',
    employers: ['Travaux agricoles *', 'CUMA *', 'Moissons *'],
    intros: [
      'Entreprise de travaux agricoles de {neuf|quinze} chauffeurs, nous {intervenons|travaillons} chez {cent cinquante|deux cents} agriculteurs.',
      'Notre coopérative de matériel {partage|entretient} {cinquante machines|un parc récent} entre {quatre-vingts fermes|ses adhérents}.',
      'Du semis à la récolte, nos équipes {suivent la saison|connaissent chaque parcelle} et {passent l’hiver à l’atelier|se forment chaque hiver}.',
    ],
  },
} satisfies Record<string, House>;
