const list = (words: string) => words.trim().split(/\s+/);

/** Singular already, although they end like a plural; folded. */
export const INVARIABLE = new Set(
  list(`
  bras repas gras compas matelas verglas canevas embarras fracas amas trepas lilas ananas cadenas platras debarras
  atlas pancreas dallas texas thomas nicolas lucas jonas arras acces succes proces exces progres congres apres
  tres pres expres deces abces cypres kermes herpes aupres ades vosges yvelines ardennes landes cannes nantes
  rennes limoges nimes commis permis avis colis devis tapis semis pays depuis puis compris acquis requis pris
  appris admis soumis logis croquis fouillis taudis radis salsifis roulis chassis coulis rubis iris oasis tennis
  paris tournevis parvis sursis souris frottis lavis cassis debris mepris marquis glacis hachis treillis vernis
  brebis anis buis gris precis indecis assis exquis louis denis gros repos propos clos heros chaos enclos dispos
  campos eros cosmos campus bonus virus processus plus dessus refus surplus consensus cactus focus malus opus
  corpus versus obus abus talus intrus inclus exclus prospectus lapsus papyrus hiatus stimulus terminus rebus
  thesaurus cumulus rictus sinus typhus blocus crocus humus nimbus radius anus airbus omnibus autobus minibus tous
  dessous sous vous nous sans dans moins sens suspens encens gens fils pouls temps corps printemps cours concours
  parcours secours discours recours toujours hors lors alors envers travers univers divers vers tiers volontiers
  ours velours mars gars mors remords fonds poids mets puits ailleurs plusieurs contresens couscous chaux caces
  pervers confus reclus epars obtus indivis conquis insoumis imprecis ccas bpjeps perclus abscons
`),
);

/**
 * Words that end like a feminine and are none, where a rule would make another word of them: nouns ("vente", "colonne")
 * and forms of verbs ("regarde"); folded.
 */
export const NO_FEMININE = new Set(
  list(`
  meuse creuse chartreuse berceuse vareuse matrice cicatrice nourrice locomotrice notice police caprice indice
  service matiere maniere lumiere riviere carriere biere frontiere banniere barriere arriere derriere filiere
  litiere lisiere priere poussiere saliere riziere civiere criniere soupiere paupiere cimetiere visiere theiere
  bruyere croisiere charniere laniere taniere ratiere galere colere mere pere frere sphere critere caractere
  ministere mystere artere enchere gere suggere exagere digere jachere torchere fougere chere ingere vente tente
  attente plante pente rente entente detente fente mente trente quarante cinquante soixante patente charpente
  tangente tourmente descente soupente mante jante gente amante ante tante sente lente hante chante mevente
  revente prevente variante constante courante dante pointe rive dive olive grive endive salive gencive lessive
  derive arrive missive archive locomotive perspective initiative directive alternative tentative invective
  offensive defensive solive sale male pale cale gale hale bale tale escale cathedrale cigale rafale sandale
  scandale cabale petale dedale spirale succursale stale ovale vandale intervale opale bengale truelle ruelle
  nielle kyrielle fraise chaise braise falaise glaise mayonnaise punaise fournaise aise baise seize treize
  framboise ardoise turquoise toise noise croise boise oise amboise pontoise entree armee idee annee journee
  soiree duree matinee portee musee lycee trophee allee vallee dictee fee heure demeure meure leurre beurre vienne
  tienne sienne mienne tiennent viennent obtienne maintienne quelle telle elle celle garde sauvegarde avantgarde
  barde carde harde moutarde bombarde cuissarde poularde outarde mansarde hallebarde guimbarde placarde echarde
  regarde retarde tarde hasarde lezarde accorde arde larde farde darde jarde bocarde brocarde rencarde bonbonne
  colonne couronne personne tonne nonne consonne donne sonne dragonne detonne etonne resonne ordonne pardonne
  redonne desordonne rayonne isonne abandonne saisonne assaisonne braconne conditionne foisonne savonne cartonne
  betonne boulonne boutonne raisonne moissonne empoisonne environne faconne cloisonne plafonne talonne tamponne
  tatonne ronronne fredonne klaxonne telephonne siphonne harponne bouchonne chiffonne griffonne bourgeonne jalonne
  echelonne sillonne pilonne abonne desabonne eperonne emprisonne garonne essonne yonne narbonne carcassonne
  sorbonne lisbonne bayonne barcelonne semaine domaine laine haine plaine graine gaine aine fontaine porcelaine
  marraine migraine capitaine aubaine baleine traine entraine dechaine enchaine chaine verveine touraine ukraine
  aquitaine bedaine mitaine rengaine degaine egraine douzaine dizaine quinzaine vingtaine trentaine quarantaine
  cinquantaine soixantaine centaine huitaine neuvaine souzaine sixaine onzaine faine parraine draine refraine
  madeleine cantine brillantine galantine eglantine tarlatine argentine serpentine tontine barbotine quarantine
  ballantine agglutine detresse forteresse secheresse caresse paresse allegresse tendresse adresse kermesse tresse
  gruyere frayere rayere khmere nacelle ficelle pelle selle echelle chapelle passerelle vaisselle poubelle
  cervelle dentelle parcelle querelle ombrelle chanterelle sauterelle tourterelle aquarelle marelle pastorelle
  maquerelle poise taise plaise deplaise poignee puree maree poupee bouee assiettee capee camee palee platee potee
  lippee ventree tolee giroflee suitee batee abattee battee goulee hottee jattee pommee spiree trochee truellee
  centauree menopausee tournee montee rentree cheminee fumee tranchee chaussee traversee denree cuilleree gelee
  bouchee couvee plongee pensee veillee livree risee saignee visee levee jetee coulee araignee epee nichee percee
  poussee corvee contree mosquee nausee rosee gorgee pincee renommee assemblee destinee cognee giboulee trainee
  apogee perigee mausolee panacee trachee randonnee odyssee orchidee azalee dragee bordee criee huee fricassee
  flambee envolee echappee epopee pygmee scarabee contienne detienne appartienne retienne soutienne entretienne
  abstienne convienne devienne intervienne parvienne previenne provienne revienne souvienne survienne subvienne
  advienne redevienne acquiere conquiere requiere machonne chantonne entonne gammee patrice destine chaperonne implante
  transplante accidente argente dente gante diamante serpente redente evente chambarde canarde faucarde leoparde
  liarde mollarde petarde poignarde trimarde rancarde signale etale avale chevale biaise chamoise patoise pavoise
  moise recroise esquive motive tablee fusee giclee patee affleure effleure ecoeure pleure fleure apeure sylve
  drive cultive recidive prive poursuive survive suive vive ecrive decrive inscrive represente augmente commente
  documente alimente experimente complimente argumente oriente patiente invente enfante decante vante enchante
  brocante sante
`),
);
