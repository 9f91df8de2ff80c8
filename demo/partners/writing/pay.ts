import type { DemoPartner, DemoPosting } from '../posting.ts';
import type { Random } from '../random.ts';

/** Legal minimum of an hour, gross, in late 2026, in euros. */
export const MINIMUM_HOURLY_EUR = 12.02;
const HOURS_A_MONTH = 151.67;
const FULL_WEEK_HOURS = 35;
/** Share of postings that say nothing of pay. */
const UNSTATED = 0.44;
/** Share of postings of employers' own software whose period is mistaken. */
const WRONG_PERIOD = 0.02;

/** What a job pays, in gross euros of an hour. */
export interface JobPay {
  min: number;
  max: number;
  period: 'hour' | 'month' | 'year';
  /** Hours a week over full time. */
  share: number;
}

export type StatedPay = Pick<DemoPosting, 'pay' | 'payText'>;

/** Draws what a job pays: within its trade's range, by the hour for temporary work, by the year for well-paid work. */
export function drawPay(
  random: Random,
  [low, high]: [number, number],
  contract: DemoPosting['contract'],
  weeklyHours: number,
): JobPay {
  const floor = contract === 'apprentissage' ? low * 0.53 : Math.max(low, MINIMUM_HOURLY_EUR);
  const min = floor + random.next() * Math.max(0, high - low) * 0.6;
  const byHour = contract === 'interim' || contract === 'saisonnier';
  const period = byHour ? 'hour' : min > 16.5 && random.chance(0.6) ? 'year' : 'month';
  return {
    min,
    max: min * (1 + random.next() * 0.2),
    period,
    share: Math.min(1, weeklyHours / FULL_WEEK_HOURS),
  };
}

/** One partner's words and figures for a job's pay; nothing in nearly half of them. */
export function statePay(random: Random, pay: JobPay, partner: DemoPartner): StatedPay {
  if (random.chance(UNSTATED)) return {};
  if (partner === 'mairies') return { payText: townHallText(random, pay) };
  if (random.chance(0.06))
    return { payText: random.pick(['A négocier', 'Selon profil', 'A négocier selon expérience']) };
  if (pay.min < MINIMUM_HOURLY_EUR * 1.01 && random.chance(0.3)) return { payText: 'SMIC' };
  const { period } = pay;
  const figures = {
    min: amount(pay.min, pay),
    max: random.chance(0.65) ? amount(pay.max, pay) : undefined,
    period,
  };
  if (figures.max !== undefined && figures.max <= figures.min) figures.max = undefined;
  const payText = textOf(random, figures, partner);
  if (partner === 'grand-tableau') return { payText };
  const wrongPeriod = partner === 'atelier-rh' && period !== 'year' && random.chance(WRONG_PERIOD);
  return { payText, pay: wrongPeriod ? { ...figures, wrongPeriod } : figures };
}

interface Figures {
  min: number;
  max?: number;
  period: JobPay['period'];
}

/** Euros of the job's period, as round as adverts have them. */
function amount(hourly: number, { period, share }: JobPay): number {
  if (period === 'hour') return Math.round(hourly * 100) / 100;
  const month = hourly * HOURS_A_MONTH * share;
  return period === 'month' ? Math.ceil(month) : Math.round((month * 12) / 500) * 500;
}

function textOf(random: Random, { min, max, period }: Figures, partner: DemoPartner): string {
  if (partner === 'grand-tableau' && random.chance(0.7))
    return publicServiceText(random, { min, max, period });
  if (period === 'hour') {
    const hourly = `${comma(min, 2)} €/h`;
    return random.pick([
      hourly,
      `${hourly} + prime`,
      `${hourly} + panier`,
      `${comma(min, 2)} € brut de l’heure`,
    ]);
  }
  if (period === 'year') {
    const thousands = (euros: number) => comma(euros / 1000, euros % 1000 ? 1 : 0);
    if (!max)
      return random.pick([
        `${thousands(min)} K€`,
        `${grouped(min)} € brut annuel`,
        `À partir de ${grouped(min)} €`,
      ]);
    return random.pick([
      `${thousands(min)}-${thousands(max)} K€`,
      `${grouped(min)} € à ${grouped(max)} € par an`,
    ]);
  }
  if (!max)
    return random.pick([
      `${grouped(min)} € brut par mois`,
      `${grouped(min)} € / mois`,
      `À partir de ${grouped(min)} €`,
    ]);
  return random.pick([
    `De ${plain(min)}€ à ${grouped(max)}€ par mois`,
    `${grouped(min)} - ${grouped(max)} € brut mensuel`,
  ]);
}

/** The fixed phrases of the public employment service, its cut and empty ones included. */
function publicServiceText(random: Random, { min, max, period }: Figures): string {
  const word = { hour: 'Horaire', month: 'Mensuel', year: 'Annuel' }[period];
  if (random.chance(0.03)) return `${word} de`;
  const dots = random.chance(0.5);
  const euros = (value: number) => (dots ? dotted(value) : comma(value, 2));
  const range = max ? `${euros(min)} Euros à ${euros(max)} Euros` : `${euros(min)} Euros`;
  const months = random.chance(0.05) ? ' sur 0.0 mois' : random.chance(0.6) ? ' sur 12.0 mois' : '';
  return `${word} de ${range}${months}`;
}

function townHallText(random: Random, pay: JobPay): string {
  const month = (hourly: number) => Math.ceil(hourly * HOURS_A_MONTH * pay.share);
  return random.pick([
    'Rémunération statutaire + régime indemnitaire',
    'Grille indiciaire de la fonction publique territoriale',
    `De ${plain(month(pay.min))}€ à ${grouped(month(pay.max) + 40)}€ par mois`,
    `${grouped(month(pay.min))} € brut mensuel`,
    'SMIC',
  ]);
}

function comma(value: number, digits: number): string {
  return value.toFixed(digits).replace('.', ',');
}

/** "12.31", "25000.0". */
function dotted(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** "1 823", with the space that some partners write and others do not. */
function grouped(value: number): string {
  return plain(value).replace(/(\d)(?=\d{3}$)/, '$1 ');
}

function plain(value: number): string {
  return String(Math.round(value));
}
