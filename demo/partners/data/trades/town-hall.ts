import type { Trade } from '../types.ts';

/** What town halls and their groupings recruit for. */
export const TOWN_HALL: Trade[] = [
  {
    rome: 'K2303',
    label: 'Agent / Agente d’entretien des espaces publics',
    sector: 'collectivite',
    m: 'Agent technique polyvalent',
    f: 'Agente technique polyvalente',
    pair: 'Agent(e) technique polyvalent(e)',
    variants: [
      'Agent des services techniques',
      'Adjoint technique polyvalent',
      'Agent technique voirie et bâtiments',
    ],
    hourly: [12.02, 13.8],
    contracts: ['cdd', 'apprentissage'],
    weight: 3,
    part: 0.15,
    openings: [
      'Sous l’autorité {du responsable des services techniques|de la secrétaire générale}, vous {entretenez|prenez soin de} la voirie, {les bâtiments et les espaces verts|les écoles et le cimetière}.',
      'Vous {intervenez|travaillez} {seul(e) ou en équipe|en binôme} {sur toute la commune|d’un chantier à l’autre}, avec {une grande autonomie|des missions qui changent selon la saison}.',
      'Premier {visage|interlocuteur} de la commune {dans la rue|sur le terrain}, vous {rendez service|répondez} aux habitants et {faites remonter leurs demandes|signalez les désordres}.',
    ],
    tasks: [
      'Tondre, {tailler et désherber|tailler les haies et ramasser les feuilles} sans produit chimique',
      '{Réparer|Entretenir} les bâtiments communaux : {peinture, serrurerie, petite plomberie|menuiserie, électricité courante}',
      'Nettoyer {les rues et les avaloirs|la place après le marché}',
      'Monter et démonter {le podium et les barrières|chapiteaux et stands} lors des fêtes',
      '{Poser|Remplacer} la signalisation et {reboucher les trous de chaussée|entretenir les accotements}',
      'Assurer le salage {l’hiver|en astreinte}',
      'Entretenir {le matériel et les véhicules|l’outillage et le tracteur}',
      'Préparer {les fosses et les allées du cimetière|la salle des fêtes avant chaque location}',
      'Relever {les dépôts sauvages|les anomalies} et {en rendre compte|prévenir les élus}',
    ],
    profile: [
      'Le permis B est {exigé|indispensable}, {le permis remorque|le CACES tracteur} {un plus|apprécié}.',
      'Vous êtes {bricoleur(se)|polyvalent(e)} et {savez vous organiser seul(e)|aimez le travail dehors}.',
      'Un CAP {espaces verts ou bâtiment|du bâtiment} {est souhaité|vous aidera}, {l’expérience compte tout autant|sans être obligatoire}.',
      'Le sens du service public et {la discrétion|la courtoisie} {sont attendus|vont de soi}.',
      'Vous {connaissez|respectez} les règles de sécurité {sur la voie publique|sur un chantier}.',
      'L’habilitation électrique {serait appréciée|peut être passée après l’embauche}.',
    ],
  },
];
