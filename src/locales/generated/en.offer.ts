// Made of src/locales/xlf by `npm run generate`.
import { str } from '@lit/localize';

export const templates = {
  sc4e14: `# other|# others`,
  sd0aef: `Permis`,
  s2847f: `Postes à pourvoir`,
  s35aa6: `Communes`,
  s22c11: `Mise à jour`,
  se24da: `Fin de l’annonce`,
  s84d89: `Cette offre n’est plus en ligne`,
  sc44fc: `Offre d’emploi`,
  sc0c1e: `Retour à la liste`,
  s924a1: `Chargement de l’offre…`,
  s4d3fc: `Aussi sur :`,
  s2e469: str`Postuler sur ${0}`,
  sf1b79: `Postuler`,
  s9f4af: `Partager`,
  sdb00c: `Imprimer`,
  sab8be: `Lien vers cette offre`,
  sf1b36: `Copier le lien`,
  s62752: str`« ${0} » a été retirée le ${1} : le poste est peut-être pourvu.`,
  sb22f9: `Elle a été retirée, ou son adresse n’est pas la bonne.`,
  s2ef1e: `Offres semblables`,
  s10af1: `Lien copié.`,
  s80bc5: `Le lien est sélectionné : copiez-le.`,
};
