import {
  AGENCY_INTROS,
  CLOSINGS,
  CONDITION_HEADINGS,
  CONTRACT_SENTENCES,
  OFFERED,
  PROFILE_HEADINGS,
  REMOTE_SENTENCES,
  TASK_HEADINGS,
  WANTED,
} from '../data/phrases.ts';
import { sectorOf } from '../data/sectors.ts';
import type { Trade } from '../data/types.ts';
import type { DemoBlock, DemoPosting } from '../posting.ts';
import type { Random } from '../random.ts';
import { enumerated, lowered } from './french.ts';
import { write, type Words } from './sentence.ts';

/** What a description tells. */
export interface Subject {
  trade: Trade;
  contract: DemoPosting['contract'];
  months?: number;
  /** An agency writes for a client. */
  agency: boolean;
  /** When one works, as a sentence. */
  schedule: string;
  remote?: 'partial' | 'full';
  /** Only where every posting of the job names its employer. */
  employer?: string;
  words: Words;
}

/** Writes one job's text: who and what, tasks, profile, conditions; 100 to 300 words. */
export function describe(random: Random, subject: Subject): DemoBlock[] {
  const { trade } = subject;
  const say = (sentence: string) => write(random, sentence, subject.words);
  const heading = (text: string): DemoBlock[] => (random.chance(0.6) ? [{ kind: 'heading', text }] : []);
  const tasks = random.sample(trade.tasks, random.integer(5, 7)).map(say);
  const profile = random.sample(trade.profile, random.integer(4, 5)).map(say);
  return [
    { kind: 'p', text: opening(random, subject, say) },
    { kind: 'heading', text: random.pick(TASK_HEADINGS) },
    { kind: 'ul', items: tasks },
    ...heading(random.pick(PROFILE_HEADINGS)),
    { kind: 'p', text: profile.join(' ') },
    ...conditions(random, subject, say, heading(random.pick(CONDITION_HEADINGS))),
  ];
}

type Say = (sentence: string) => string;

function opening(random: Random, { trade, agency, employer }: Subject, say: Say): string {
  const purpose = say(random.pick(trade.openings));
  if (agency) return [say(random.pick(AGENCY_INTROS)), purpose].join(' ');
  const intro = say(random.pick(sectorOf(trade).intros));
  const wanted = say(random.pick(WANTED));
  const named = employer ? [`${employer} recrute.`] : [];
  return [
    ...named,
    ...random.pick([
      [intro, wanted, purpose],
      [wanted, purpose, intro],
      [purpose, intro, wanted],
    ]),
  ].join(' ');
}

function conditions(random: Random, subject: Subject, say: Say, heading: DemoBlock[]): DemoBlock[] {
  const months = { mois: `${subject.months ?? 0} mois` };
  const facts = [write(random, random.pick(CONTRACT_SENTENCES[subject.contract]), months), subject.schedule];
  if (subject.remote) facts.push(say(random.pick(REMOTE_SENTENCES[subject.remote])));
  const benefits = random.sample(sectorOf(subject.trade).benefits, random.integer(2, 4)).map(say);
  const closing = say(random.pick(CLOSINGS));
  if (random.chance(0.35)) {
    const ending: DemoBlock[] = closing ? [{ kind: 'p', text: closing }] : [];
    return [...heading, { kind: 'ul', items: [...facts, ...benefits] }, ...ending];
  }
  const offered = say(`${random.pick(OFFERED)} ${enumerated(benefits.map(lowered))}.`);
  return [...heading, { kind: 'p', text: [...facts, offered, closing].filter(Boolean).join(' ') }];
}
