import { makeField, stepsOf } from './field.ts';
import type { FieldRule, Mapping } from './mapping.ts';
import type { ParserName } from './parsers/index.ts';

export type CompiledFields = ReturnType<typeof compileFields>;

/** Every field of a mapping, ready to read. */
export function compileFields({ layout: { format }, fields }: Mapping) {
  const one = <N extends ParserName>(rule: unknown, parser: N) =>
    makeField(rule as FieldRule | undefined, parser, format);
  const elements = (paths: string | string[] | undefined) =>
    paths === undefined ? undefined : stepsOf(paths, format);
  const { employer, places, contract, hours, pay: money, trade, sector } = fields;
  return {
    reference: one(fields.reference, 'code'),
    link: one(fields.link, 'code'),
    title: one(fields.title, 'line'),
    description: one(fields.description, 'html'),
    employer: {
      name: one(employer?.name, 'line'),
      siret: one(employer?.siret, 'siret'),
      hidden: one(employer?.hidden, 'yesno'),
    },
    places: {
      each: elements(places?.each),
      insee: one(places?.insee, 'code'),
      name: one(places?.name, 'line'),
      postcode: one(places?.postcode, 'code'),
      department: one(places?.department, 'code'),
      region: one(places?.region, 'line'),
      country: one(places?.country, 'code'),
      point: one(places?.point, 'point'),
      latitude: one(places?.latitude, 'decimal'),
      longitude: one(places?.longitude, 'decimal'),
    },
    contract: {
      each: elements(contract?.each),
      text: one(contract?.text, 'contract'),
      kind: one(contract?.kind, 'kind'),
      nature: one(contract?.nature, 'nature'),
      months: one(contract?.months, 'months'),
    },
    hours: {
      each: elements(hours?.each),
      text: one(hours?.text, 'hours'),
      time: one(hours?.time, 'time'),
      weekly: one(hours?.weekly, 'weekly'),
    },
    schedule: one(fields.schedule, 'schedule'),
    pay: {
      each: elements(money?.each),
      text: one(money?.text, 'line'),
      min: one(money?.min, 'amount'),
      max: one(money?.max, 'amount'),
      period: one(money?.period, 'period'),
      currency: one(money?.currency, 'code'),
    },
    experience: one(fields.experience, 'experience'),
    remote: one(fields.remote, 'remote'),
    trade: { code: one(trade?.code, 'rome'), label: one(trade?.label, 'line') },
    sector: { code: one(sector?.code, 'naf'), label: one(sector?.label, 'line') },
    licences: one(fields.licences, 'licence'),
    openToDisabled: one(fields.openToDisabled, 'yesno'),
    adaptedEmployer: one(fields.adaptedEmployer, 'yesno'),
    openings: one(fields.openings, 'count'),
    language: one(fields.language, 'language'),
    postedAt: one(fields.postedAt, 'date'),
    updatedAt: one(fields.updatedAt, 'date'),
    expiresAt: one(fields.expiresAt, 'deadline'),
  };
}
