import type { Contract, Hours, OfferPlace, Pay } from '../contract/index.ts';
import { canonicalLink } from '../offers/keys.ts';
import type { Posting } from '../offers/posting.ts';
import type { RawPlace } from '../places/places.ts';
import { makeField, stepsOf, type Context, type Steps } from './field.ts';
import type { FieldRule, Mapping } from './mapping.ts';
import type { ContactCount } from './parsers/contacts.ts';
import { UnreadableText } from './parsers/html.ts';
import type { ParserName } from './parsers/index.ts';
import { link } from './parsers/link.ts';
import { pay, type PayParts } from './parsers/pay.ts';
import { pointOf } from './parsers/point.ts';
import { valuesAt, type RecordTree, type Tree } from './read/record.ts';

/** Places what a feed says about where a job is. */
export interface Locator {
  locate(raw: RawPlace): OfferPlace;
}

/** The partner that a feed belongs to. */
export interface FeedPartner {
  id: string;
  /** The hosts that its links may lead to, their subdomains included. */
  hosts: readonly string[];
  /** BCP 47 tag of texts that do not name their language; French without it. */
  defaultLanguage?: string;
  licence?: {
    /** Days after which an offer may no longer be shown. */
    maxAge?: number;
  };
}

/** A record that became no posting: why, in a few words, and what the operator can find it by. */
export interface Refusal {
  refused: string;
  sample: string;
}

/** A date less than a day ahead is a matter of time zones and counts as now. */
const DAY_MS = 86_400_000;
const MAX_PLACES = 200;

/** Makes postings of a partner's records, as a mapping says. */
export class PostingMapper {
  readonly #partner: FeedPartner;
  readonly #places: Locator;
  readonly #now: number;
  readonly #contacts: ContactCount;
  readonly #fields: ReturnType<typeof compile>;

  /** @param options `contacts` is counted up by every e-mail address and phone number that a text loses */
  constructor(options: {
    mapping: Mapping;
    partner: FeedPartner;
    places: Locator;
    /** ms since the epoch */
    now: number;
    contacts: ContactCount;
  }) {
    this.#fields = compile(options.mapping);
    this.#partner = options.partner;
    this.#places = options.places;
    this.#now = options.now;
    this.#contacts = options.contacts;
  }

  /** The posting of a record, or why there is none. */
  posting(record: RecordTree): Posting | Refusal {
    const context: Context = { node: record, contacts: this.#contacts };
    const f = this.#fields;
    const reference = f.reference.first(context);
    const title = f.title.first(context);
    const refuse = (refused: string, detail?: string): Refusal => ({
      refused,
      sample: [reference ?? title ?? '', detail].filter(Boolean).join(' · '),
    });
    if (title === undefined) return refuse('no title');
    const stated = f.link.stated(context);
    if (stated === undefined) return refuse('no link');
    const target = link(stated, this.#partner.hosts);
    if ('refused' in target) return refuse(target.refused, target.detail);
    const dates = this.#dates(context);
    if ('refused' in dates) return refuse(dates.refused, dates.detail);
    let description;
    try {
      description = f.description.all(context).flat();
    } catch (error) {
      if (error instanceof UnreadableText) return refuse(error.message);
      throw error;
    }
    const hours = this.#hours(context);
    const posting: Posting = {
      key: `${this.#partner.id}:${reference ?? canonicalLink(target.link)}`,
      partner: this.#partner.id,
      reference,
      link: target.link,
      title,
      description,
      employer: this.#employer(context),
      places: this.#where(context),
      contract: this.#contract(context),
      hours,
      schedule: nonEmpty([...new Set(f.schedule.all(context).flat())]),
      pay: this.#pay(context, hours),
      experience: f.experience.first(context),
      remote: f.remote.first(context),
      trade: this.#labelled(context, f.trade),
      sector: this.#labelled(context, f.sector),
      licences: nonEmpty([...new Set(f.licences.all(context))]),
      openToDisabled: f.openToDisabled.first(context),
      adaptedEmployer: f.adaptedEmployer.first(context),
      openings: f.openings.first(context),
      language: foreign(f.language.first(context) ?? this.#partner.defaultLanguage),
      ...dates,
    };
    return withoutUndefined(posting);
  }

  #dates(
    context: Context,
  ):
    | Pick<Posting, 'postedAt' | 'updatedAt' | 'expiresAt' | 'undated'>
    | { refused: string; detail?: string } {
    const f = this.#fields;
    const expiresAt = f.expiresAt.first(context);
    if (expiresAt && Date.parse(expiresAt) <= this.#now)
      return { refused: 'expired', detail: expiresAt.slice(0, 10) };
    const updatedAt = f.updatedAt.first(context);
    const posted = f.postedAt.first(context);
    const written = posted === undefined ? f.postedAt.stated(context) : undefined;
    if (written !== undefined) return { refused: 'date cannot be read', detail: written.slice(0, 40) };
    const at = Date.parse(posted ?? updatedAt ?? '');
    if (at > this.#now + DAY_MS) return { refused: 'not published yet', detail: posted?.slice(0, 10) };
    const { maxAge } = this.#partner.licence ?? {};
    if (maxAge !== undefined && at <= this.#now - maxAge * DAY_MS)
      return { refused: 'older than the licence allows', detail: (posted ?? updatedAt)?.slice(0, 10) };
    const postedAt = new Date(Number.isNaN(at) ? this.#now : Math.min(at, this.#now)).toISOString();
    return { postedAt, updatedAt, expiresAt, undated: Number.isNaN(at) ? true : undefined };
  }

  #employer(context: Context): Posting['employer'] {
    const { name, siret, hidden } = this.#fields.employer;
    const called = hidden.first(context) ? undefined : name.first(context);
    return called ? { name: called, siret: siret.first(context) } : undefined;
  }

  #where(context: Context): OfferPlace[] {
    const { each, point, latitude, longitude, ...names } = this.#fields.places;
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
        places.push(this.#places.locate(raw));
    }
    return places;
  }

  #contract(context: Context): Contract {
    const { each, text, kind, nature, months } = this.#fields.contract;
    const contract: Partial<Contract> = {};
    for (const at of contexts(context, each)) {
      const words = text.first(at);
      contract.kind ??= kind.first(at) ?? words?.kind;
      contract.nature ??= nature.first(at) ?? words?.nature;
      contract.months ??= months.first(at) ?? words?.months;
    }
    const { kind: known = 'unstated' } = contract;
    const openEnded = known === 'cdi' || known === 'cdi-interim';
    return withoutUndefined({
      kind: known,
      nature: contract.nature,
      months: openEnded ? undefined : contract.months,
    });
  }

  #hours(context: Context): Hours | undefined {
    const { each, text, time, weekly } = this.#fields.hours;
    const hours: Hours = {};
    for (const at of contexts(context, each)) {
      const words = text.first(at);
      hours.time ??= time.first(at) ?? words?.time;
      hours.weekly ??= weekly.first(at) ?? words?.weekly;
    }
    return hours.time || hours.weekly ? withoutUndefined(hours) : undefined;
  }

  #pay(context: Context, hours: Hours | undefined): Pay | undefined {
    const { each, ...parts } = this.#fields.pay;
    for (const at of contexts(context, each)) {
      const stated: PayParts = {
        text: parts.text.first(at),
        min: parts.min.first(at),
        max: parts.max.first(at),
        period: parts.period.first(at),
        currency: parts.currency.first(at),
      };
      const read = pay(stated, hours);
      if (read) return read;
    }
    return undefined;
  }

  #labelled(context: Context, fields: ReturnType<typeof compile>['trade' | 'sector']): Posting['trade'] {
    const code = fields.code.first(context);
    const label = fields.label.first(context);
    // "M1607 Secrétaire" in one field gives the code and the words apart.
    const words = code && label?.startsWith(code) ? label.slice(code.length).replace(/^[\s:–-]+/, '') : label;
    return words || code ? { code, label: words || code! } : undefined;
  }
}

/** Every field of a mapping, ready to read. */
function compile({ layout: { format }, fields }: Mapping) {
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

/** The contexts of the elements that `each` names; without it, the one that is given. */
function contexts(context: Context, each: Steps | undefined): Context[] {
  const nodes = (node: Tree) => each!.flatMap((steps) => valuesAt(node, steps));
  return each ? nodes(context.node).map((node) => ({ ...context, node })) : [context];
}

function isForeign(country: string | undefined): boolean {
  return country !== undefined && !/^(fr|fra|france)$/i.test(country);
}

function foreign(tag: string | undefined): string | undefined {
  return tag && !/^fr\b/i.test(tag) ? tag : undefined;
}

function nonEmpty<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function withoutUndefined<T extends object>(value: T): T {
  for (const key of Object.keys(value) as (keyof T)[]) if (value[key] === undefined) delete value[key];
  return value;
}
