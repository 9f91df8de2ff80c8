const list = (words: string) => words.trim().split(/\s+/);
const pairs = (text: string) => new Map(list(text).map((pair) => pair.split(':') as [string, string]));

/** Feminine or plural forms that no rule leads to the masculine singular; folded. */
export const IRREGULAR = pairs(`
  hotesse:hote cheffe:chef mairesse:maire doctoresse:docteur poetesse:poete princesse:prince duchesse:duc
  comtesse:comte commise:commis apprentie:apprenti amie:ami detenue:detenu elue:elu inconnue:inconnu
  individue:individu prefete:prefet complete:complet discrete:discret concrete:concret inquiete:inquiet
  secrete:secret avocate:avocat candidate:candidat magistrate:magistrat laureate:laureat soldate:soldat
  experte:expert verte:vert ouverte:ouvert couverte:couvert idiote:idiot cadette:cadet muette:muet nette:net
  marchande:marchand allemande:allemand normande:normand flamande:flamand gourmande:gourmand artisane:artisan
  paysanne:paysan veterane:veteran partisane:partisan courtisane:courtisan voisine:voisin cousine:cousin
  copine:copain orpheline:orphelin compagne:compagnon nouvelle:nouveau belle:beau jumelle:jumeau agnelle:agneau
  patronne:patron maconne:macon bretonne:breton pietonne:pieton mignonne:mignon gloutonne:glouton
  compagnonne:compagnon wallonne:wallon saxonne:saxon gasconne:gascon baronne:baron garconne:garcon matonne:maton
  polissonne:polisson brouillonne:brouillon bouffonne:bouffon fanfaronne:fanfaron clemente:clement
  vehemente:vehement demente:dement publique:public grecque:grec turque:turc longue:long blanche:blanc
  franche:franc seche:sec fraiche:frais douce:doux fausse:faux rousse:roux grosse:gros epouse:epoux jalouse:jaloux
  veuve:veuf brune:brun favorite:favori gentille:gentil imperatrice:empereur travaux:travail vitraux:vitrail
  coraux:corail emaux:email baux:bail soupiraux:soupirail vantaux:vantail tuyaux:tuyau noyaux:noyau joyaux:joyau
  boyaux:boyau aloyaux:aloyau jeux:jeu lieux:lieu feux:feu enjeux:enjeu cheveux:cheveu milieux:milieu adieux:adieu
  neveux:neveu voeux:voeu aveux:aveu pieux:pieu essieux:essieu moyeux:moyeu bijoux:bijou cailloux:caillou
  choux:chou genoux:genou hiboux:hibou joujoux:joujou poux:pou emplois:emploi reemplois:reemploi renvois:renvoi
  octrois:octroi lois:loi rois:roi tournois:tournoi convois:convoi envois:envoi delais:delai essais:essai
  balais:balai quais:quai remblais:remblai deblais:deblai yeux:oeil messieurs:monsieur mesdames:madame cieux:ciel
  diaconesse:diacre matelote:matelot cheminote:cheminot rabbine:rabbin tisserande:tisserand seconde:second
  syndique:syndic friande:friand grande:grand blonde:blond profonde:profond moribonde:moribond vagabonde:vagabond
  chamane:chaman gitane:gitan persane:persan musulmane:musulman afghane:afghan catalane:catalan
  castillane:castillan occitane:occitan anglicane:anglican sultane:sultan feminine:feminin masculine:masculin
  divine:divin citadine:citadin latine:latin alpine:alpin alcaline:alcalin bovine:bovin ovine:ovin caprine:caprin
  porcine:porcin equine:equin canine:canin feline:felin sanguine:sanguin benedictine:benedictin
  maraichine:maraichin poitevine:poitevin angevine:angevin maghrebine:maghrebin philippine:philippin
  girondine:girondin pleine:plein sereine:serein rouquine:rouquin forte:fort courte:court morte:mort
  offerte:offert recouverte:recouvert inexperte:inexpert devote:devot bigote:bigot adequate:adequat
  inadequate:inadequat immediate:immediat delicate:delicat ingrate:ingrat auvergnate:auvergnat renegate:renegat
  petite:petit gratuite:gratuit ecrite:ecrit inscrite:inscrit parfaite:parfait imparfaite:imparfait
  satisfaite:satisfait insatisfaite:insatisfait instruite:instruit etroite:etroit adroite:adroit
  maladroite:maladroit interdite:interdit erudite:erudit inedite:inedit subite:subit fortuite:fortuit
  sujette:sujet fluette:fluet simplette:simplet incomplete:incomplet indiscrete:indiscret desuete:desuet
  replete:replet requise:requis acquise:acquis precise:precis imprecise:imprecis admise:admis soumise:soumis
  insoumise:insoumis comprise:compris indecise:indecis indivise:indivis exquise:exquis conquise:conquis
  sainte:saint peinte:peint restreinte:restreint defunte:defunt connue:connu reconnue:reconnu meconnue:meconnu
  prevue:prevu imprevue:imprevu pourvue:pourvu depourvue:depourvu voulue:voulu absolue:absolu resolue:resolu
  revolue:revolu pointue:pointu vendue:vendu perdue:perdu rendue:rendu tendue:tendu attendue:attendu
  inattendue:inattendu confondue:confondu ardue:ardu assidue:assidu soutenue:soutenu obtenue:obtenu
  maintenue:maintenu convenue:convenu prevenue:prevenu contenue:contenu entretenue:entretenu ingenue:ingenu
  parvenue:parvenu recue:recu percue:percu apercue:apercu concue:concu decue:decu vaincue:vaincu barbue:barbu
  bleue:bleu ennemie:ennemi finie:fini definie:defini indefinie:indefini jolie:joli reunie:reuni fournie:fourni
  munie:muni demunie:demuni hardie:hardi choisie:choisi etablie:etabli avertie:averti accomplie:accompli
  reussie:reussi assortie:assorti degourdie:degourdi etourdie:etourdi adoucie:adouci demie:demi
  accidentelle:accidentel negresse:negre ogresse:ogre tigresse:tigre anesse:ane diablesse:diable druidesse:druide
  chanoinesse:chanoine abbesse:abbe papesse:pape prophetesse:prophete suissesse:suisse ivrognesse:ivrogne
  patronnesse:patron amere:amer neuve:neuf breve:bref laique:laic caduque:caduc ambigue:ambigu contigue:contigu
  exigue:exigu aigue:aigu chaude:chaud froide:froid laide:laid finaude:finaud lourdaude:lourdaud rustaude:rustaud
  directe:direct indirecte:indirect exacte:exact inexacte:inexact correcte:correct incorrecte:incorrect
  stricte:strict compacte:compact distincte:distinct indistincte:indistinct intacte:intact
  circonspecte:circonspect abjecte:abject diverse:divers perverse:pervers eparse:epars incluse:inclus
  intruse:intrus confuse:confus recluse:reclus obtuse:obtus pareille:pareil vieille:vieux nulle:nul folle:fou
  molle:mou vermeille:vermeil vraie:vrai gaie:gai aucune:aucun chacune:chacun opportune:opportun
  inopportune:inopportun civile:civil incivile:incivil subtile:subtil puerile:pueril volatile:volatil
  espagnole:espagnol materiaux:materiau etaux:etau fabliaux:fabliau aieux:aieul
`);
