import type { Posting } from '../../offers/posting.ts';
import type { Trial } from './trial.ts';

/** How many samples are shown, and how many letters of a text. */
const SAMPLES = 10;
const MAX_TEXT_CHARS = 76;
const MAX_UNREAD = 12;

/** What a posting may hold, as an operator looks for it. */
const FACTS: [string, (posting: Posting) => string | undefined][] = [
  ['reference', ({ reference }) => reference],
  ['employer', ({ employer }) => employer?.name],
  ['employer.siret', ({ employer }) => employer?.siret],
  ['description', ({ description }) => firstWords({ description })],
  ['commune', ({ places }) => places.find(({ insee }) => insee)?.name],
  ['department only', ({ places }) => places.find(({ precision }) => precision === 'department')?.name],
  [
    'place unknown',
    ({ places }) =>
      places.some(({ insee, department }) => insee || department) ? undefined : (places[0]?.name ?? 'none'),
  ],
  ['contract', contractText],
  ['hours', hoursText],
  ['schedule', ({ schedule }) => schedule?.join(', ')],
  ['pay', payText],
  ['pay, comparable', ({ pay }) => (pay?.comparable ? `${pay.comparable} EUR a month` : undefined)],
  ['experience', ({ experience }) => experience],
  ['remote', ({ remote }) => remote],
  ['trade', ({ trade }) => trade && [trade.code, trade.label].filter(Boolean).join(' ')],
  ['sector', ({ sector }) => sector && [sector.code, sector.label].filter(Boolean).join(' ')],
  ['licences', ({ licences }) => licences?.join(', ')],
  ['openings', ({ openings }) => openings?.toString()],
  ['language', ({ language }) => language],
  ['posted', ({ postedAt, undated }) => (undated ? undefined : day(postedAt))],
  ['updated', ({ updatedAt }) => updatedAt && day(updatedAt)],
  ['expires', ({ expiresAt }) => expiresAt && day(expiresAt)],
];

/** A trial as lines for a terminal. */
export function trialLines(trial: Trial): string[] {
  const { read, accepted, refused, contacts, postings, hosts, faults, unread } = trial;
  const state = trial.complete ? 'read to its end' : (trial.reason ?? 'not read to its end');
  const left = contacts.emails + contacts.phones;
  return [
    `${read} records, ${accepted} accepted, ${read - accepted} refused; ${state}`,
    ...Object.entries(refused).map(
      ([reason, { count, samples }]) => `  refused ${count} × ${reason}: ${samples.map(short).join(' | ')}`,
    ),
    ...(left > 0
      ? [`  left out of texts: ${contacts.emails} e-mail addresses, ${contacts.phones} phone numbers`]
      : []),
    ...(hosts.size > 0
      ? [`  hosts to declare: ${[...hosts].map(([host, count]) => `${host} (${count})`).join(', ')}`]
      : []),
    ...section('To mend', faults),
    ...section('Found in postings', postings.length > 0 ? found(postings) : []),
    ...section(
      'In the feed, read by no field',
      unread.slice(0, MAX_UNREAD).map(({ path, share, sample }) => row(path, share, sample)),
    ),
    ...section('Samples', postings.slice(0, SAMPLES).flatMap(sampleLines)),
  ];
}

function section(title: string, lines: string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
}

function found(postings: readonly Posting[]): string[] {
  const rows: string[] = [];
  const nowhere: string[] = [];
  for (const [name, fact] of FACTS) {
    const stated = postings.map(fact).filter((text) => text !== undefined);
    if (stated.length === 0) nowhere.push(name);
    else rows.push(row(name, stated.length / postings.length, stated[0]!));
  }
  return [...rows, ...(nowhere.length > 0 ? [`nowhere: ${nowhere.join(', ')}`] : [])];
}

function row(name: string, share: number, sample: string): string {
  return `${name.padEnd(20)} ${`${Math.round(share * 100)} %`.padStart(5)}  ${short(sample)}`.trimEnd();
}

/** A day in Paris, as YYYY-MM-DD. */
function day(instant: string): string {
  return new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
}

function sampleLines(posting: Posting, i: number): string[] {
  const { title, employer, places, link, postedAt, undated, expiresAt } = posting;
  const where = places.map(({ name, postcode, department }) =>
    [name, postcode ?? department].filter(Boolean).join(' '),
  );
  const facts = [contractText(posting), hoursText(posting), payText(posting)].filter(Boolean);
  const until = expiresAt ? `, until ${day(expiresAt)}` : '';
  return [
    `${i + 1}. ${[title, employer?.name ?? 'employer not named', where.join('; ') || 'no place'].map(short).join(' · ')}`,
    `   ${facts.join(' · ') || 'no contract, hours or pay'} · ${undated ? 'no date' : `posted ${day(postedAt)}`}${until}`,
    `   ${link}`,
    `   ${firstWords(posting) ?? 'no description'}`,
  ];
}

function contractText({ contract: { kind, nature, months } }: Posting): string | undefined {
  if (kind === 'unstated' && !nature) return undefined;
  const words = [kind === 'unstated' ? undefined : kind, nature, months && `${months} months`];
  return words.filter(Boolean).join(', ');
}

function hoursText({ hours }: Posting): string | undefined {
  if (!hours) return undefined;
  return [hours.time && `${hours.time} time`, hours.weekly && `${hours.weekly} h`].filter(Boolean).join(', ');
}

function payText({ pay }: Posting): string | undefined {
  if (!pay || pay.text) return pay?.text;
  const bounds = [pay.min, pay.max].filter((bound) => bound !== undefined);
  return `${bounds.join(' to ')} EUR a ${pay.period}`;
}

function firstWords({ description: [first] }: Pick<Posting, 'description'>): string | undefined {
  const runs = first?.runs ?? first?.items?.[0];
  return runs && short(runs.map(({ text }) => text).join(''));
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MAX_TEXT_CHARS ? line : `${line.slice(0, MAX_TEXT_CHARS - 1).trimEnd()}…`;
}
