import { amount } from './amount.ts';
import { naf, rome, siret, yesno } from './codes.ts';
import type { ContactCount } from './contacts.ts';
import { contract, kind, nature } from './contract.ts';
import { date, deadline } from './date.ts';
import { count, decimal } from './decimal.ts';
import { experience } from './experience.ts';
import { hours, time, weekly } from './hours.ts';
import { html, text } from './html.ts';
import { language } from './language.ts';
import { licence } from './licence.ts';
import { code, line } from './line.ts';
import { months } from './months.ts';
import { day, hour, month, period, year } from './period.ts';
import { point } from './point.ts';
import { remote } from './remote.ts';
import { schedule } from './schedule.ts';

/** What a parser makes of one text; nothing where the text does not say it. */
export type FieldParser<T> = (text: string, contacts: ContactCount) => T | undefined;

/** The parsers that a mapping can name after `as`. */
export const PARSERS = {
  amount,
  code,
  contract,
  count,
  date,
  day,
  deadline,
  decimal,
  experience,
  hour,
  hours,
  html,
  kind,
  language,
  licence,
  line,
  month,
  months,
  naf,
  nature,
  period,
  point,
  remote,
  rome,
  schedule,
  siret,
  text,
  time,
  weekly,
  year,
  yesno,
} satisfies Record<string, FieldParser<unknown>>;

export type ParserName = keyof typeof PARSERS;
export type Parsed<N extends ParserName> = Exclude<ReturnType<(typeof PARSERS)[N]>, undefined>;
