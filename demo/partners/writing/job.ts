import { PART_TIME } from '../data/phrases.ts';
import { sectorOf } from '../data/sectors.ts';
import { TRADES } from '../data/trades/index.ts';
import type { Trade } from '../data/types.ts';
import { areas, type Area, type AreaId, type Commune } from '../communes.ts';
import type { DemoBlock, DemoPartner, DemoPosting } from '../posting.ts';
import type { Random } from '../random.ts';
import { describe } from './description.ts';
import { inventAgency, inventEmployer, townHall, type Employer } from './employer.ts';
import { drawPay, type JobPay } from './pay.ts';
import { wordsOf, write, type Words } from './sentence.ts';
import { titleWords, type TitleWords } from './title.ts';

type Contract = DemoPosting['contract'];

/** What is true of a job, whoever posts it. */
export interface Job {
  number: number;
  trade: Trade;
  commune: Commune;
  contract: Contract;
  months?: number;
  time: 'full' | 'part';
  weeklyHours: number;
  shifts: readonly string[];
  openToDisabled?: boolean;
  employer: Employer;
  title: TitleWords;
  pay: JobPay;
  description: DemoBlock[];
  remote?: 'partial' | 'full';
  experience?: DemoPosting['experience'];
  openings: number;
  /** Whole days since it was first posted, and until it ends. */
  age: number;
  ends?: number;
}

/** What is settled of a job before it is drawn. */
export interface Brief {
  number: number;
  /** Where it is posted: town halls and employers' own software have other contracts than the rest. */
  partner: DemoPartner;
  /** Its text may name the employer, since every posting of it does. */
  named: boolean;
  trade?: Trade;
  area?: AreaId;
  commune?: Commune;
  contract?: Contract;
  title?: TitleWords;
  /** What the text says instead of the commune's name. */
  words?: Words;
}

/** Share of jobs around Saint-Omer; the others lie around Bordeaux. */
const NORTH = 0.45;
/** Share of an area's jobs that lie in its own EPCIs. */
const INSIDE: Record<AreaId, number> = { 'saint-omer': 0.5, bordeaux: 0.78 };
/** Towns with more jobs than their people alone would bring, by INSEE code. */
const BUSY: Record<string, number> = {
  '62765': 2.5,
  '62040': 2,
  '62525': 1.5,
  '62534': 1.6,
  '33318': 2.5,
  '33281': 1.4,
};

const OPEN_MARKET: [Contract, number][] = [
  ['cdi', 47.5],
  ['interim', 46.5],
  ['cdd', 4],
  ['saisonnier', 0.9],
  ['independant', 0.6],
  ['apprentissage', 0.5],
];
const CONTRACTS: Record<DemoPartner, [Contract, number][]> = {
  'grand-tableau': OPEN_MARKET,
  boussole: OPEN_MARKET,
  'atelier-rh': [
    ['cdi', 78],
    ['cdd', 17],
    ['apprentissage', 3],
    ['stage', 2],
  ],
  mairies: [
    ['cdi', 40],
    ['cdd', 55],
    ['apprentissage', 5],
  ],
};
const MONTHS: Partial<Record<Contract, number[]>> = {
  cdd: [2, 3, 4, 6, 6, 8, 10, 12, 18],
  interim: [1, 1, 2, 3, 3, 6, 9],
  saisonnier: [2, 3, 4, 5, 6],
  apprentissage: [12, 24, 24],
  stage: [2, 3, 6],
};
const PART_TIME_HOURS = [17.5, 20, 24, 24, 25, 28, 28, 30];
/** What town halls say to disabled people, of one job after the other. */
const WELCOME = [true, true, undefined, true, false, undefined, true];
/** What a sentence on hours says of when one works, in a partner's few words. */
const SHIFTS: [RegExp, string][] = [
  [/\b[235] × 8|postés|équipe (alternante|du matin|d’après-midi)|équipes fixes|deux équipes/i, 'en équipes'],
  [/(poste|équipe) de nuit/i, 'de nuit'],
  [
    /un week-end (sur|par)|équipe de week-end|au samedi\b|un samedi (matin )?(sur|par)|samedi par roulement/i,
    'le week-end',
  ],
  [/de journée|poste de jour|lundi au vendredi/i, 'en journée'],
  [/coupure de/i, 'avec coupure'],
];
/** The oldest posting that still stands, in days. */
const MAX_AGE_DAYS = 59;

/** Draws a job within its brief. */
export function drawJob(random: Random, brief: Brief): Job {
  const contract = brief.contract ?? random.weighted(CONTRACTS[brief.partner], ([, weight]) => weight)[0];
  const areaId = brief.area ?? (random.chance(NORTH) ? 'saint-omer' : 'bordeaux');
  const trade = brief.trade ?? drawTrade(random, brief.partner, contract, areaId);
  const area = areas()[trade.area ?? areaId];
  const commune = brief.commune ?? drawCommune(random, area, trade);
  const words = { ...wordsOf(random, trade, commune), ...brief.words };
  const agency = contract === 'interim';
  const months = MONTHS[contract] && random.pick(MONTHS[contract]);
  const time = random.chance(trade.part ?? 0.1) && contract !== 'apprentissage' ? 'part' : 'full';
  const weeklyHours = time === 'part' ? random.pick(PART_TIME_HOURS) : undefined;
  const schedule = weeklyHours
    ? write(random, random.pick(PART_TIME), { heures: String(weeklyHours).replace('.', ',') })
    : write(random, random.pick(sectorOf(trade).schedules), words);
  const employer = agency
    ? inventAgency(random)
    : trade.sector === 'collectivite'
      ? townHall(random, area, commune)
      : inventEmployer(random, trade);
  const remote = trade.remote && !agency ? drawRemote(random) : undefined;
  const name = brief.named && !agency ? employer.name : undefined;
  return {
    number: brief.number,
    trade,
    commune,
    contract,
    months,
    time,
    weeklyHours: weeklyHours ?? hoursIn(schedule),
    shifts: weeklyHours ? [] : shiftsIn(schedule),
    openToDisabled: trade.sector === 'collectivite' ? WELCOME[brief.number % WELCOME.length] : undefined,
    employer,
    title: brief.title ?? titleWords(random, trade),
    pay: drawPay(random, trade.hourly, contract, weeklyHours ?? hoursIn(schedule)),
    description: describe(random, {
      trade,
      contract,
      months,
      agency,
      schedule,
      remote,
      employer: name,
      words,
    }),
    remote,
    experience: random.pick([undefined, undefined, 'none', 'none', 'some', 'some', 'long'] as const),
    openings: random.chance(0.85) ? 1 : random.integer(2, 6),
    age: random.chance(0.04) ? 0 : 1 + Math.floor((MAX_AGE_DAYS - 1) * random.next() ** 2),
    ends: random.chance(0.5) ? random.integer(2, 60) : undefined,
  };
}

function drawTrade(random: Random, partner: DemoPartner, contract: Contract, area: AreaId): Trade {
  const here = TRADES.filter(
    (trade) =>
      (trade.sector === 'collectivite') === (partner === 'mairies') && (!trade.area || trade.area === area),
  );
  const fit = here.filter((trade) => contract === 'cdi' || trade.contracts.includes(contract));
  return random.weighted(fit.length > 0 ? fit : here, (trade) => trade.weight ?? 1);
}

/** A commune of the area, the likelier the more people live there; of the trade's own where it has some. */
function drawCommune(random: Random, area: Area, trade: Trade): Commune {
  const all = [...area.members, ...area.around];
  const own = all.filter((commune) => trade.communes?.includes(commune.name));
  const near = random.chance(INSIDE[area.id]) ? area.members : area.around;
  const smooth = trade.sector === 'collectivite' ? 0.5 : 0.9;
  const weight = ({ insee, population }: Commune) => population ** smooth * (BUSY[insee] ?? 1);
  return random.weighted(own.length > 0 ? own : near, weight);
}

function drawRemote(random: Random): 'partial' | 'full' | undefined {
  const drawn = random.next();
  return drawn < 0.07 ? 'full' : drawn < 0.4 ? 'partial' : undefined;
}

/** The hours of a week that a sentence names, else the legal 35. */
function hoursIn(schedule: string): number {
  return Number(/\b(3[5-9]|4[0-4]) heures/.exec(schedule)?.[1] ?? 35);
}

function shiftsIn(schedule: string): string[] {
  return SHIFTS.filter(([words]) => words.test(schedule)).map(([, shift]) => shift);
}
