import type { Contract, Hours, OfferPlace, Pay } from '../contract/index.ts';
import type { Posting } from '../offers/posting.ts';
import type { RawPlace } from '../places/places.ts';
import type { Context, Steps } from './field.ts';
import type { CompiledFields } from './fields.ts';
import { timeOf } from './parsers/hours.ts';
import { pay, type PayParts } from './parsers/pay.ts';
import { pointOf } from './parsers/point.ts';
import { valuesAt } from './read/record.ts';

/** Places what a feed says about where a job is. */
export interface Locator {
  locate(raw: RawPlace): OfferPlace;
}

const MAX_PLACES = 200;

/** The employer, unless the partner hides it. */
export function employerOf(fields: CompiledFields['employer'], context: Context): Posting['employer'] {
  const name = fields.hidden.first(context) ? undefined : fields.name.first(context);
  return name ? { name, siret: fields.siret.first(context) } : undefined;
}

/** Every place that a record names, at most 200. */
export function placesOf(fields: CompiledFields['places'], context: Context, locator: Locator): OfferPlace[] {
  const { each, point, latitude, longitude, ...names } = fields;
  const places: OfferPlace[] = [];
  for (const at of contexts(context, each).slice(0, MAX_PLACES)) {
    const raw: RawPlace = withoutUndefined({
      insee: names.insee.first(at),
      name: names.name.first(at),
      postcode: names.postcode.first(at),
      department: names.department.first(at),
      region: names.region.first(at),
      country: names.country.first(at),
      point: point.first(at) ?? pointOf(latitude.first(at), longitude.first(at)),
    });
    if (Object.keys(raw).some((key) => key !== 'country') || isForeign(raw.country))
      places.push(locator.locate(raw));
  }
  return places;
}

/** Kind, nature and length, each from the first element that states it. */
export function contractOf(fields: CompiledFields['contract'], context: Context): Contract {
  const contract: Partial<Contract> = {};
  for (const at of contexts(context, fields.each)) {
    const words = fields.text.first(at);
    contract.kind ??= fields.kind.first(at) ?? words?.kind;
    contract.nature ??= fields.nature.first(at) ?? words?.nature;
    contract.months ??= fields.months.first(at) ?? words?.months;
  }
  const { kind: known = 'unstated' } = contract;
  const openEnded = known === 'cdi' || known === 'cdi-interim';
  return withoutUndefined({
    kind: known,
    nature: contract.nature,
    months: openEnded ? undefined : contract.months,
  });
}

/** Full or part time and hours a week, each from the first element that states it. */
export function hoursOf(fields: CompiledFields['hours'], context: Context): Hours | undefined {
  const hours: Hours = {};
  for (const at of contexts(context, fields.each)) {
    const words = fields.text.first(at);
    hours.time ??= fields.time.first(at) ?? words?.time;
    hours.weekly ??= fields.weekly.first(at) ?? words?.weekly;
  }
  hours.time ??= timeOf(hours.weekly);
  return hours.time || hours.weekly ? withoutUndefined(hours) : undefined;
}

/** The pay of the first element that states one. */
export function payOf(
  fields: CompiledFields['pay'],
  context: Context,
  hours: Hours | undefined,
): Pay | undefined {
  for (const at of contexts(context, fields.each)) {
    const stated: PayParts = {
      text: fields.text.first(at),
      min: fields.min.first(at),
      max: fields.max.first(at),
      period: fields.period.first(at),
      currency: fields.currency.first(at),
    };
    const read = pay(stated, hours);
    if (read) return read;
  }
  return undefined;
}

/** A code with its label; "M1607 Secrétaire" in one field gives the code and the words apart. */
export function labelled(fields: CompiledFields['trade' | 'sector'], context: Context): Posting['trade'] {
  const code = fields.code.first(context);
  const label = fields.label.first(context);
  const words = code && label?.startsWith(code) ? label.slice(code.length).replace(/^[\s:–-]+/, '') : label;
  return words || code ? { code, label: words || code! } : undefined;
}

/** Leaves out what was not found, so that a posting holds nothing but facts. */
export function withoutUndefined<T extends object>(value: T): T {
  for (const key of Object.keys(value) as (keyof T)[]) if (value[key] === undefined) delete value[key];
  return value;
}

/** The contexts of the elements that `each` names; without it, the one that is given. */
function contexts(context: Context, each: Steps | undefined): Context[] {
  if (!each) return [context];
  return each.flatMap((steps) => valuesAt(context.node, steps)).map((node) => ({ ...context, node }));
}

function isForeign(country: string | undefined): boolean {
  return country !== undefined && !/^(fr|fra|france)$/i.test(country);
}
