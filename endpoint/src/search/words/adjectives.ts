const list = (words: string) => words.trim().split(/\s+/);

/** Adjectives in -eux whose feminine ends like that of a trade in -eur; folded, without their end. */
export const EUX_STEMS = new Set(
  list(`
  heur malheur amour danger nombr rigour vigour chaleur gener peur por oner affr ombr tenebr nerv cout dout hont
  boit lumin volumin hain vein ruin epin venim fam crem frill argil cal neig orag ombrag avantag desavantag courag
  outrag ang fang marecag verb joy soy bouffon foug granul miell merveill orgueill sommeill pouill rocaill gel
  squam fibr savour langour rancour douleur doulour fieb fievr chanc malchanc silenc disgrac audac spac paress
  graiss mouss poiss aqu visqu gaz nuag terr pat hid pil adip angul cancer tubercul aventur bav belliqu besogn bil
  bourb brum cagn cahot caillout calamit capit cavern cendr charbonn comat cotonn crass disett doucer dedaign
  desastr desir ennuy farin faramin fibrin floconn foir fong glair glais goitr goutt grinch hargn hasard herb houl
  huil inteross intravein jut lait lign limon liquor lepr malencontr membran migrain mit moell montagn morv mouton
  muqu nause obsequi oss perill pierr plantur platr pointill poissonn pond popul poudr poussier precautionn pulp
  resin roch rug sablonn savonn scabr schist scler sere silic sirup souffret soupconn suif sulfur tendin tourb
  ulcer urin valeur vanit vapor variqu velout vertigin vin vitr vener venen
`),
);

/** Verb nouns in -ieur or -ueur, among adjectives in -ieux and -ueux; folded feminine forms. */
export const EUR_FEMININES = new Set(
  list(`
  plieuse relieuse trieuse skieuse scieuse crieuse parieuse copieuse expedieuse manieuse nieuse epieuse balayeuse
  tueuse remueuse sueuse blagueuse dragueuse largueuse vogueuse zigzagueuse monologueuse catalogueuse attaqueuse
  marqueuse remorqueuse fabriqueuse truqueuse traqueuse croqueuse masqueuse plaqueuse diagnostiqueuse piqueuse
  photocopieuse pollueuse marieuse rieuse lieuse monnayeuse
`),
);
