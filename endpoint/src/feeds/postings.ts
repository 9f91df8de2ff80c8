import type { Posting } from '../offers/posting.ts';
import { canonicalLink } from '../offers/links.ts';
import type { Context } from './field.ts';
import { compileFields, type CompiledFields } from './fields.ts';
import {
  contractOf,
  employerOf,
  hoursOf,
  labelled,
  payOf,
  placesOf,
  withoutUndefined,
  type Locator,
} from './groups.ts';
import { MAX_REFERENCE_CHARS } from './limits.ts';
import type { Mapping } from './mapping.ts';
import type { ContactCount } from './parsers/contacts.ts';
import { UnreadableText } from './parsers/html.ts';
import { link } from './parsers/link.ts';
import type { RecordTree } from './read/record.ts';
import { rememberedPlaces } from './remembered-places.ts';

export type { Locator };

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

/** Makes postings of a partner's records, as a mapping says. */
export class PostingMapper {
  readonly #partner: FeedPartner;
  readonly #places: Locator;
  readonly #now: number;
  readonly #contacts: ContactCount;
  readonly #fields: CompiledFields;

  /** @param options `contacts` is counted up by every e-mail address and phone number that a text loses */
  constructor(options: {
    mapping: Mapping;
    partner: FeedPartner;
    places: Locator;
    /** ms since the epoch */
    now: number;
    contacts: ContactCount;
  }) {
    this.#fields = compileFields(options.mapping);
    this.#partner = options.partner;
    this.#places = rememberedPlaces(options.places);
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
    if (reference && reference.length > MAX_REFERENCE_CHARS) {
      return { refused: `reference longer than ${MAX_REFERENCE_CHARS} characters`, sample: title };
    }
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
    const hours = hoursOf(f.hours, context);
    const posting: Posting = {
      key: `${this.#partner.id}:${reference ?? canonicalLink(target.link)}`,
      partner: this.#partner.id,
      reference,
      link: target.link,
      title,
      description,
      employer: employerOf(f.employer, context),
      places: placesOf(f.places, context, this.#places),
      contract: contractOf(f.contract, context),
      hours,
      schedule: nonEmpty([...new Set(f.schedule.all(context).flat())]),
      pay: payOf(f.pay, context, hours),
      experience: f.experience.first(context),
      remote: f.remote.first(context),
      trade: labelled(f.trade, context),
      sector: labelled(f.sector, context),
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
}

function foreign(tag: string | undefined): string | undefined {
  return tag && !/^fr\b/i.test(tag) ? tag : undefined;
}

function nonEmpty<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
