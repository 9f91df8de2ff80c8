/** Trades in both forms, "masculine:feminine", that the rules may be tuned on; none of them is held out. */
export const DEVELOPMENT = `
  accompagnant:accompagnante acteur:actrice adhérent:adhérente adjoint:adjointe afficheur:afficheuse
  agent:agente alternant:alternante ambassadeur:ambassadrice aménageur:aménageuse apprenti:apprentie
  apprêteur:apprêteuse approvisionneur:approvisionneuse aquaculteur:aquacultrice assembleur:assembleuse
  assistant:assistante aumônier:aumônière avocat:avocate balayeur:balayeuse bitumeur:bitumeuse
  boucher:bouchère boulanger:boulangère brasseur:brasseuse brigadier:brigadière bûcheron:bûcheronne
  cadreur:cadreuse cafetier:cafetière caissier:caissière calorifugeur:calorifugeuse carrier:carrière
  céréalier:céréalière certificateur:certificatrice chaisier:chaisière chargé:chargée chasseur:chasseresse
  chasseur:chasseuse chaudronnier:chaudronnière chef:cheffe cheminot:cheminote chercheur:chercheuse
  clinicien:clinicienne coiffeur:coiffeuse comédien:comédienne commercial:commerciale commis:commise
  compagnon:compagne compositeur:compositrice conchyliculteur:conchylicultrice conditionneur:conditionneuse
  conducteur:conductrice conférencier:conférencière conseiller:conseillère consultant:consultante
  contremaître:contremaîtresse convoyeur:convoyeuse coordinateur:coordinatrice couturier:couturière
  crieur:crieuse décontamineur:décontamineuse découpeur:découpeuse délégué:déléguée déménageur:déménageuse
  désamianteur:désamianteuse détaillant:détaillante développeur:développeuse diacre:diaconesse
  diplômé:diplômée directeur:directrice docker:dockère docteur:docteure écrivain:écrivaine
  électricien:électricienne élu:élue employé:employée encadreur:encadreuse enduiseur:enduiseuse
  escrimeur:escrimeuse étiqueteur:étiqueteuse expert:experte exploitant:exploitante fabricant:fabricante
  façadier:façadière facturier:facturière fermier:fermière ferronnier:ferronnière finisseur:finisseuse
  forain:foraine forgeron:forgeronne franchisé:franchisée fromager:fromagère galvaniseur:galvaniseuse
  gantier:gantière goûteur:goûteuse gouvernant:gouvernante grenailleur:grenailleuse guichetier:guichetière
  hébergeur:hébergeuse hôte:hôtesse hydraulicien:hydraulicienne infirmier:infirmière ingénieur:ingénieure
  instituteur:institutrice licencié:licenciée lignard:lignarde livreur:livreuse logeur:logeuse
  louvetier:louvetière lunetier:lunetière luthier:luthière maçon:maçonne magistrat:magistrate maire:mairesse
  maître:maîtresse maquilleur:maquilleuse maraîcher:maraîchère marchand:marchande maroquinier:maroquinière
  matelot:matelote mathématicien:mathématicienne meneur:meneuse métreur:métreuse
  mytiliculteur:mytilicultrice navigateur:navigatrice ouvrier:ouvrière palefrenier:palefrenière
  pasteur:pasteure paysan:paysanne pêcheur:pêcheuse permanent:permanente pétrolier:pétrolière
  piqueur:piqueuse plieur:plieuse porcher:porchère poseur:poseuse préfet:préfète président:présidente
  préventeur:préventrice procureur:procureure programmeur:programmeuse projeteur:projeteuse
  promoteur:promotrice psychomotricien:psychomotricienne qualifié:qualifiée quincaillier:quincaillière
  rabbin:rabbine raccordeur:raccordeuse raffineur:raffineuse relieur:relieuse remplaçant:remplaçante
  repasseur:repasseuse repreneur:repreneuse retoucheur:retoucheuse saisonnier:saisonnière saunier:saunière
  scieur:scieuse second:seconde sellier:sellière serveur:serveuse skieur:skieuse soignant:soignante
  soldat:soldate sourcier:sourcière syndic:syndique tailleur:tailleuse tavernier:tavernière
  technicien:technicienne théologien:théologienne tisserand:tisserande trayeur:trayeuse tréfileur:tréfileuse
  trieur:trieuse vannier:vannière vendangeur:vendangeuse vendeur:vendeuse vigneron:vigneronne
  viticulteur:viticultrice
`;
