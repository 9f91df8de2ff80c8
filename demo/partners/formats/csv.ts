import iconv from 'iconv-lite';
import type { DemoPosting } from '../posting.ts';
import { blocksText, contractName, flawed, frenchDay, shiftsText } from './writing.ts';

const HEADER = [
  'Référence',
  'Intitulé du poste',
  'Service',
  'Employeur',
  'Commune',
  'Code postal',
  'Type de contrat',
  'Durée',
  'Temps de travail',
  'Rémunération',
  'Date de publication',
  'Date limite',
  'Description',
  'Lien',
  'Ouvert aux travailleurs handicapés',
  'Contact',
];

/** The town halls' spreadsheet: windows-1252, semicolons, cells of several lines, days as DD/MM/YYYY. */
export function csvFeed(postings: readonly DemoPosting[], base: string): Buffer {
  const rows = [HEADER, ...postings.map((posting) => row(posting, base))];
  return iconv.encode(rows.map((cells) => `${cells.map(cell).join(';')}\r\n`).join(''), 'windows-1252');
}

function row(posting: DemoPosting, base: string): string[] {
  const { reference, employer, places, months, payText, openToDisabled, contact, sector, flaw } = posting;
  const { title, link, text } = flawed(posting, base, blocksText(posting.description));
  const place = places[0];
  return [
    reference,
    title,
    sector.label,
    employer?.name ?? '',
    place?.written ?? '',
    place?.postcode ?? '',
    contractName(posting),
    months === undefined ? '' : `${months} mois`,
    workingTime(posting),
    payText ?? '',
    flaw === 'impossible-date' ? '32/13/2026' : frenchDay(posting.postedAt),
    posting.expiresAt ? frenchDay(posting.expiresAt) : '',
    text,
    link,
    openToDisabled === undefined ? '' : openToDisabled ? 'Oui' : 'Non',
    contact ? `${contact.name}, ${contact.phone}, ${contact.email}` : '',
  ];
}

function workingTime(posting: DemoPosting): string {
  const { time, weeklyHours } = posting;
  const week = weeklyHours === undefined ? '' : `${weeklyHours}H/semaine`;
  return [time === 'full' ? 'Temps plein' : 'Temps partiel', week, shiftsText(posting)]
    .filter(Boolean)
    .join(' - ');
}

function cell(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
