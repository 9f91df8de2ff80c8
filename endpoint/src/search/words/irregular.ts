const list = (words: string) => words.trim().split(/\s+/);
const pairs = (text: string) => new Map(list(text).map((pair) => pair.split(':') as [string, string]));

/** Feminine or plural forms that no rule leads to the masculine singular; folded. */
export const IRREGULAR = pairs(`
  hotesse:hote maitresse:maitre contremaitresse:contremaitre cheffe:chef mairesse:maire
  doctoresse:docteur poetesse:poete pretresse:pretre princesse:prince duchesse:duc comtesse:comte
  defenderesse:defendeur demanderesse:demandeur venderesse:vendeur bailleresse:bailleur chasseresse:chasseur
  commise:commis apprentie:apprenti amie:ami detenue:detenu elue:elu inconnue:inconnu individue:individu
  prefete:prefet complete:complet discrete:discret concrete:concret inquiete:inquiet
  secrete:secret avocate:avocat candidate:candidat magistrate:magistrat laureate:laureat soldate:soldat
  experte:expert verte:vert ouverte:ouvert couverte:couvert idiote:idiot cadette:cadet muette:muet nette:net
  marchande:marchand allemande:allemand normande:normand flamande:flamand gourmande:gourmand
  artisane:artisan paysanne:paysan veterane:veteran partisane:partisan courtisane:courtisan
  ecrivaine:ecrivain humaine:humain urbaine:urbain africaine:africain americaine:americain prochaine:prochain
  certaine:certain contemporaine:contemporain voisine:voisin cousine:cousin copine:copain orpheline:orphelin
  patronne:patron vigneronne:vigneron bucheronne:bucheron forgeronne:forgeron maconne:macon charronne:charron
  tacheronne:tacheron compagnonne:compagnon compagne:compagnon championne:champion espionne:espion baronne:baron
  bretonne:breton bonne:bon mignonne:mignon garconne:garcon brouillonne:brouillon pietonne:pieton
  bouffonne:bouffon marronne:marron matonne:maton piqueronne:piqueron
  nouvelle:nouveau belle:beau jumelle:jumeau agnelle:agneau
  publique:public grecque:grec turque:turc longue:long blanche:blanc franche:franc seche:sec fraiche:frais
  douce:doux fausse:faux rousse:roux grosse:gros epouse:epoux jalouse:jaloux
  veuve:veuf juive:juif brune:brun favorite:favori gentille:gentil
  imperatrice:empereur ingenieure:ingenieur
  travaux:travail vitraux:vitrail coraux:corail emaux:email baux:bail soupiraux:soupirail vantaux:vantail
  tuyaux:tuyau noyaux:noyau joyaux:joyau boyaux:boyau aloyaux:aloyau
  jeux:jeu lieux:lieu feux:feu enjeux:enjeu cheveux:cheveu milieux:milieu adieux:adieu neveux:neveu voeux:voeu
  aveux:aveu pieux:pieu essieux:essieu moyeux:moyeu
  bijoux:bijou cailloux:caillou choux:chou genoux:genou hiboux:hibou joujoux:joujou poux:pou
  emplois:emploi lois:loi rois:roi tournois:tournoi convois:convoi envois:envoi
  delais:delai essais:essai balais:balai quais:quai remblais:remblai deblais:deblai
  yeux:oeil messieurs:monsieur mesdames:madame cieux:ciel oeufs:oeuf boeufs:boeuf
`);

/** Singular already, although they end like a plural; folded. */
export const INVARIABLE = new Set(
  list(`
  as bas bras cas pas repas tas gras las compas matelas verglas canevas embarras fracas amas trepas lilas ananas
  cadenas platras debarras atlas pancreas gas dallas texas thomas nicolas lucas jonas arras
  acces succes proces exces progres congres apres tres pres des les ces mes tes ses expres deces abces cypres kermes
  herpes aupres ades vosges yvelines ardennes landes cannes nantes rennes limoges nimes
  commis permis avis colis devis tapis semis pays mais jamais depuis puis compris acquis requis mis pris appris
  admis soumis logis croquis fouillis taudis radis salsifis roulis chassis coulis rubis iris oasis tennis paris lys
  bis vis tournevis parvis sursis souris frottis lavis cassis debris mepris marquis glacis hachis treillis vernis
  brebis anis buis gris precis indecis assis exquis louis denis calais
  gros repos propos clos dos heros os chaos enclos dispos campos eros cosmos
  campus bonus bus virus processus plus jus dessus refus surplus consensus cactus focus malus opus corpus versus obus
  abus talus intrus inclus exclus pus us prospectus lapsus papyrus hiatus stimulus terminus rebus thesaurus cumulus
  rictus sinus typhus blocus crocus humus nimbus radius anus airbus omnibus autobus minibus tous
  dessous sous vous nous sans dans moins sens suspens encens gens fils pouls temps corps printemps cours concours
  parcours secours discours recours toujours hors lors alors envers travers univers divers vers tiers volontiers ours
  velours mars gars mors remords fonds poids mets puits ailleurs plusieurs contresens relais palais
  couscous fois mois trois bois bourgeois chamois matois
  linux unix prix choix voix croix noix dix six faux taux chaux aux deux mieux
  sas gps cms sms tms bts dts ats aes caces atlas sis ems mps rps ots abs ubs bpm
  business process express stress fitness boss cross loss pass class
`),
);

/** Nouns that end like the feminine of a trade and are none, where a rule would make another word of them; folded. */
export const NO_FEMININE = new Set(
  list(`
  meuse creuse chartreuse berceuse vareuse
  matrice cicatrice nourrice locomotrice notice police caprice indice service
  matiere maniere lumiere riviere carriere biere frontiere banniere barriere arriere derriere filiere litiere lisiere
  priere poussiere saliere riziere civiere criniere soupiere paupiere cimetiere visiere theiere bruyere
  croisiere charniere laniere taniere ratiere
  galere colere mere pere frere sphere critere caractere ministere mystere artere enchere gere suggere exagere digere
  jachere torchere fougere chere ingere
  vente tente attente plante pente rente entente detente fente mente trente quarante cinquante soixante patente
  charpente tangente tourmente descente soupente mante jante gente amante ante tante sente lente hante chante
  mevente revente prevente variante constante courante dante
  pointe rive dive olive grive endive salive gencive lessive derive arrive missive archive locomotive perspective
  initiative directive alternative tentative invective offensive defensive solive
  sale male pale cale gale hale bale tale escale cathedrale cigale rafale sandale scandale cabale petale dedale
  spirale succursale stale ovale vandale intervale opale bengale
  truelle ruelle nielle kyrielle
  fraise chaise braise falaise glaise mayonnaise punaise fournaise aise baise seize treize
  framboise ardoise turquoise toise noise croise boise oise amboise pontoise
  entree armee idee annee journee soiree duree matinee portee musee lycee trophee allee vallee dictee fee
  heure demeure meure leurre beurre
  vienne tienne sienne mienne tiennent viennent obtienne maintienne
  quelle telle elle celle
`),
);

/** Adjectives in -eux whose feminine ends like that of a trade in -eur; folded, without their end. */
export const EUX_STEMS = new Set(
  list(`
  heur malheur amour danger nombr rigour vigour chaleur gener peur por oner affr ombr tenebr nerv cout dout hont
  boit lumin volumin soign hain vein ruin epin venim fam crem frill argil cal neig orag ombrag avantag desavantag
  courag outrag ang fang marecag verb joy soy bouffon foug granul miell merveill orgueill sommeill pouill
  rocaill sabl gel squam fibr savour langour rancour douleur doulour fieb fievr chanc malchanc silenc disgrac
  audac spac paress graiss mouss poiss aqu visqu gaz nuag
`),
);

/** Verb nouns in -ieur or -ueur, among adjectives in -ieux and -ueux; folded feminine forms. */
export const EUR_FEMININES = new Set(
  list(`
  plieuse relieuse trieuse skieuse scieuse crieuse parieuse copieuse expedieuse manieuse nieuse epieuse balayeuse
  tueuse remueuse sueuse blagueuse dragueuse largueuse vogueuse zigzagueuse monologueuse catalogueuse
  attaqueuse marqueuse remorqueuse fabriqueuse truqueuse traqueuse croqueuse masqueuse plaqueuse
  diagnostiqueuse piqueuse
`),
);
