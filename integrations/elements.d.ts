// Made by `npm run generate` from the doc comments of the elements; not to be edited.
import type {
  TownJobs,
  TownJobsAnswerEvent,
  TownJobsApplyEvent,
  TownJobsBarometer,
  TownJobsCounter,
  TownJobsFilters,
  TownJobsMap,
  TownJobsOffer,
  TownJobsOpenEvent,
  TownJobsResults,
  TownJobsSearch,
  TownJobsSearchEvent,
} from 'town-jobs';

/** The whole board: its name, the search, what narrows it, the offers as a list and on a map, one of them in full, and where they come from. Its own width lays it out: filters stand beside the list where there is room, and the map too where there is more; else a button shows the map in place of the list. */
export interface TownJobsAttributes {
  /** Level of the board's heading, 2 to 5; the offers are one deeper. */
  'heading-level'?: number | `${number}` | undefined;
  /** Names of the filters in their order: `contract since pay`; all usual ones without it. */
  facets?: string | undefined;
  /** Leaves the map out. A page that has a map of its own needs not say so. */
  'without-map'?: boolean | undefined;
  /** Leads from a card to the partner at once, rather than to the offer in full. */
  'without-offer'?: boolean | undefined;
  /** Words. */
  q?: string | undefined;
  /** A commune (name, postcode or INSEE code), a département, or "latitude,longitude". */
  place?: string | undefined;
  /** Kilometres around the place, 0 to 100. */
  radius?: number | `${number}` | undefined;
  /** Contracts. Any of `cdi`, `cdd`, `interim`, `saisonnier`, `apprentissage`, `professionnalisation`, `insertion`, `stage`, `independant`, `unstated`. */
  contract?: string | undefined;
  /** Full or part time. Any of `full`, `part`, `unstated`. */
  hours?: string | undefined;
  /** Comparable pay: full time, a month, before deductions, in euros. Any of `under-2000`, `2000-2500`, `2500-3000`, `3000-4000`, `from-4000`, `unstated`. */
  pay?: string | undefined;
  /** Years of experience asked for. Any of `beginner`, `under-3`, `from-3`, `unstated`. */
  experience?: string | undefined;
  /** When the work is done. Any of `day`, `morning`, `evening`, `night`, `weekend`, `shifts`, `irregular`, `split`, `unstated`. */
  schedule?: string | undefined;
  /** Remote work. Any of `partial`, `full`, `unstated`. */
  remote?: string | undefined;
  /** ROME codes. */
  trade?: string | undefined;
  /** INSEE codes of communes. */
  commune?: string | undefined;
  /** Employers, as the facet of that name gives them. */
  employer?: string | undefined;
  /** Ids of partners. */
  partner?: string | undefined;
  /** Open to disabled workers. Any of `open`, `adapted`, `unstated`. */
  disabled?: string | undefined;
  /** NAF codes. */
  sector?: string | undefined;
  /** Published within so many days, 1 to 365. */
  since?: number | `${number}` | undefined;
  /** Order of the offers. */
  sort?: 'relevance' | 'newest' | 'nearest' | undefined;
  /** Names of criteria that residents see but cannot change: `contract radius`. */
  locked?: string | undefined;
  /** `off` leaves the address of the page alone. */
  url?: 'off' | undefined;
  /** Id of the board; once on a page is enough. */
  board?: string | undefined;
  /** Address of the endpoint; where the script comes from, without it. */
  endpoint?: string | undefined;
  /** Name of the search that it belongs to; `default` without it. */
  search?: string | undefined;
  /** Colours of the board: `light`, `dark`, or `auto` for what the visitor's system prefers. */
  scheme?: 'light' | 'dark' | 'auto' | undefined;
}

/** Which trades and sectors recruit here: the eight with the most offers, each with its number, its part of all and a bar. A trade or a sector narrows the search of its name, where the page has one. */
export interface TownJobsBarometerAttributes {
  /** Name of the search that it follows; `default` without it. With criteria of its own it follows none. */
  search?: string | undefined;
  /** Level of the headings of both lists, 2 to 6. */
  'heading-level'?: number | `${number}` | undefined;
  /** Id of the board; once on a page is enough. */
  board?: string | undefined;
  /** Address of the endpoint; where the script comes from, without it. */
  endpoint?: string | undefined;
  /** Colours of the board: `light`, `dark`, or `auto` for what the visitor's system prefers. */
  scheme?: 'light' | 'dark' | 'auto' | undefined;
  /** Words. */
  q?: string | undefined;
  /** A commune (name, postcode or INSEE code), a département, or "latitude,longitude". */
  place?: string | undefined;
  /** Kilometres around the place, 0 to 100. */
  radius?: number | `${number}` | undefined;
  /** Contracts. Any of `cdi`, `cdd`, `interim`, `saisonnier`, `apprentissage`, `professionnalisation`, `insertion`, `stage`, `independant`, `unstated`. */
  contract?: string | undefined;
  /** Full or part time. Any of `full`, `part`, `unstated`. */
  hours?: string | undefined;
  /** Comparable pay: full time, a month, before deductions, in euros. Any of `under-2000`, `2000-2500`, `2500-3000`, `3000-4000`, `from-4000`, `unstated`. */
  pay?: string | undefined;
  /** Years of experience asked for. Any of `beginner`, `under-3`, `from-3`, `unstated`. */
  experience?: string | undefined;
  /** When the work is done. Any of `day`, `morning`, `evening`, `night`, `weekend`, `shifts`, `irregular`, `split`, `unstated`. */
  schedule?: string | undefined;
  /** Remote work. Any of `partial`, `full`, `unstated`. */
  remote?: string | undefined;
  /** ROME codes. */
  trade?: string | undefined;
  /** INSEE codes of communes. */
  commune?: string | undefined;
  /** Employers, as the facet of that name gives them. */
  employer?: string | undefined;
  /** Ids of partners. */
  partner?: string | undefined;
  /** Open to disabled workers. Any of `open`, `adapted`, `unstated`. */
  disabled?: string | undefined;
  /** NAF codes. */
  sector?: string | undefined;
  /** Published within so many days, 1 to 365. */
  since?: number | `${number}` | undefined;
  /** Order of the offers. */
  sort?: 'relevance' | 'newest' | 'nearest' | undefined;
}

/** How many offers there are, and how fresh they are. */
export interface TownJobsCounterAttributes {
  /** Name of the search whose total is shown; `default` without it. */
  search?: string | undefined;
  /** Where the number leads; no link without it. */
  href?: string | undefined;
  /** Id of the board; once on a page is enough. */
  board?: string | undefined;
  /** Address of the endpoint; where the script comes from, without it. */
  endpoint?: string | undefined;
  /** Colours of the board: `light`, `dark`, or `auto` for what the visitor's system prefers. */
  scheme?: 'light' | 'dark' | 'auto' | undefined;
  /** Words. */
  q?: string | undefined;
  /** A commune (name, postcode or INSEE code), a département, or "latitude,longitude". */
  place?: string | undefined;
  /** Kilometres around the place, 0 to 100. */
  radius?: number | `${number}` | undefined;
  /** Contracts. Any of `cdi`, `cdd`, `interim`, `saisonnier`, `apprentissage`, `professionnalisation`, `insertion`, `stage`, `independant`, `unstated`. */
  contract?: string | undefined;
  /** Full or part time. Any of `full`, `part`, `unstated`. */
  hours?: string | undefined;
  /** Comparable pay: full time, a month, before deductions, in euros. Any of `under-2000`, `2000-2500`, `2500-3000`, `3000-4000`, `from-4000`, `unstated`. */
  pay?: string | undefined;
  /** Years of experience asked for. Any of `beginner`, `under-3`, `from-3`, `unstated`. */
  experience?: string | undefined;
  /** When the work is done. Any of `day`, `morning`, `evening`, `night`, `weekend`, `shifts`, `irregular`, `split`, `unstated`. */
  schedule?: string | undefined;
  /** Remote work. Any of `partial`, `full`, `unstated`. */
  remote?: string | undefined;
  /** ROME codes. */
  trade?: string | undefined;
  /** INSEE codes of communes. */
  commune?: string | undefined;
  /** Employers, as the facet of that name gives them. */
  employer?: string | undefined;
  /** Ids of partners. */
  partner?: string | undefined;
  /** Open to disabled workers. Any of `open`, `adapted`, `unstated`. */
  disabled?: string | undefined;
  /** NAF codes. */
  sector?: string | undefined;
  /** Published within so many days, 1 to 365. */
  since?: number | `${number}` | undefined;
  /** Order of the offers. */
  sort?: 'relevance' | 'newest' | 'nearest' | undefined;
}

/** What a search can be narrowed by, with counts: contract, date, hours, pay, trade and so on. Several values of one filter widen it; "not stated" is always one of them. On a narrow element all of it is behind one button. */
export interface TownJobsFiltersAttributes {
  /** Names of the filters in their order, as criteria are called: `contract since pay`; all usual ones without it. */
  facets?: string | undefined;
  /** Words. */
  q?: string | undefined;
  /** A commune (name, postcode or INSEE code), a département, or "latitude,longitude". */
  place?: string | undefined;
  /** Kilometres around the place, 0 to 100. */
  radius?: number | `${number}` | undefined;
  /** Contracts. Any of `cdi`, `cdd`, `interim`, `saisonnier`, `apprentissage`, `professionnalisation`, `insertion`, `stage`, `independant`, `unstated`. */
  contract?: string | undefined;
  /** Full or part time. Any of `full`, `part`, `unstated`. */
  hours?: string | undefined;
  /** Comparable pay: full time, a month, before deductions, in euros. Any of `under-2000`, `2000-2500`, `2500-3000`, `3000-4000`, `from-4000`, `unstated`. */
  pay?: string | undefined;
  /** Years of experience asked for. Any of `beginner`, `under-3`, `from-3`, `unstated`. */
  experience?: string | undefined;
  /** When the work is done. Any of `day`, `morning`, `evening`, `night`, `weekend`, `shifts`, `irregular`, `split`, `unstated`. */
  schedule?: string | undefined;
  /** Remote work. Any of `partial`, `full`, `unstated`. */
  remote?: string | undefined;
  /** ROME codes. */
  trade?: string | undefined;
  /** INSEE codes of communes. */
  commune?: string | undefined;
  /** Employers, as the facet of that name gives them. */
  employer?: string | undefined;
  /** Ids of partners. */
  partner?: string | undefined;
  /** Open to disabled workers. Any of `open`, `adapted`, `unstated`. */
  disabled?: string | undefined;
  /** NAF codes. */
  sector?: string | undefined;
  /** Published within so many days, 1 to 365. */
  since?: number | `${number}` | undefined;
  /** Order of the offers. */
  sort?: 'relevance' | 'newest' | 'nearest' | undefined;
  /** Names of criteria that residents see but cannot change: `contract radius`. */
  locked?: string | undefined;
  /** `off` leaves the address of the page alone. */
  url?: 'off' | undefined;
  /** Id of the board; once on a page is enough. */
  board?: string | undefined;
  /** Address of the endpoint; where the script comes from, without it. */
  endpoint?: string | undefined;
  /** Name of the search that it belongs to; `default` without it. */
  search?: string | undefined;
  /** Colours of the board: `light`, `dark`, or `auto` for what the visitor's system prefers. */
  scheme?: 'light' | 'dark' | 'auto' | undefined;
}

/** Where the offers of a search lie: a bubble for each commune, with its number. A bubble narrows the search to its commune; a table below does all that the map does. */
export interface TownJobsMapAttributes {
  /** Words. */
  q?: string | undefined;
  /** A commune (name, postcode or INSEE code), a département, or "latitude,longitude". */
  place?: string | undefined;
  /** Kilometres around the place, 0 to 100. */
  radius?: number | `${number}` | undefined;
  /** Contracts. Any of `cdi`, `cdd`, `interim`, `saisonnier`, `apprentissage`, `professionnalisation`, `insertion`, `stage`, `independant`, `unstated`. */
  contract?: string | undefined;
  /** Full or part time. Any of `full`, `part`, `unstated`. */
  hours?: string | undefined;
  /** Comparable pay: full time, a month, before deductions, in euros. Any of `under-2000`, `2000-2500`, `2500-3000`, `3000-4000`, `from-4000`, `unstated`. */
  pay?: string | undefined;
  /** Years of experience asked for. Any of `beginner`, `under-3`, `from-3`, `unstated`. */
  experience?: string | undefined;
  /** When the work is done. Any of `day`, `morning`, `evening`, `night`, `weekend`, `shifts`, `irregular`, `split`, `unstated`. */
  schedule?: string | undefined;
  /** Remote work. Any of `partial`, `full`, `unstated`. */
  remote?: string | undefined;
  /** ROME codes. */
  trade?: string | undefined;
  /** INSEE codes of communes. */
  commune?: string | undefined;
  /** Employers, as the facet of that name gives them. */
  employer?: string | undefined;
  /** Ids of partners. */
  partner?: string | undefined;
  /** Open to disabled workers. Any of `open`, `adapted`, `unstated`. */
  disabled?: string | undefined;
  /** NAF codes. */
  sector?: string | undefined;
  /** Published within so many days, 1 to 365. */
  since?: number | `${number}` | undefined;
  /** Order of the offers. */
  sort?: 'relevance' | 'newest' | 'nearest' | undefined;
  /** Names of criteria that residents see but cannot change: `contract radius`. */
  locked?: string | undefined;
  /** `off` leaves the address of the page alone. */
  url?: 'off' | undefined;
  /** Id of the board; once on a page is enough. */
  board?: string | undefined;
  /** Address of the endpoint; where the script comes from, without it. */
  endpoint?: string | undefined;
  /** Name of the search that it belongs to; `default` without it. */
  search?: string | undefined;
  /** Colours of the board: `light`, `dark`, or `auto` for what the visitor's system prefers. */
  scheme?: 'light' | 'dark' | 'auto' | undefined;
}

/** One offer in full: what it states, its text, and the way to apply on the partner's site. It shows nothing until an offer of the list is opened, or the address of the page names one. */
export interface TownJobsOfferAttributes {
  /** Name of the search whose offers it opens; `default` without it. */
  search?: string | undefined;
  /** `off` leaves the address of the page alone. */
  url?: 'off' | undefined;
  /** Id of the one offer that it shows, whatever else is on the page. */
  offer?: string | undefined;
  /** Level of the offer's heading, 2 to 6. */
  'heading-level'?: number | `${number}` | undefined;
  /** Id of the board; once on a page is enough. */
  board?: string | undefined;
  /** Address of the endpoint; where the script comes from, without it. */
  endpoint?: string | undefined;
  /** Colours of the board: `light`, `dark`, or `auto` for what the visitor's system prefers. */
  scheme?: 'light' | 'dark' | 'auto' | undefined;
}

/** The list of offers: how many there are, their order, a card for each, and what to do where there is none. */
export interface TownJobsResultsAttributes {
  /** Selector of a `<template>` of the page for the body of cards; one inside the element needs no name. */
  template?: string | undefined;
  /** Level of the offers' headings, 2 to 6. */
  'heading-level'?: number | `${number}` | undefined;
  /** Words. */
  q?: string | undefined;
  /** A commune (name, postcode or INSEE code), a département, or "latitude,longitude". */
  place?: string | undefined;
  /** Kilometres around the place, 0 to 100. */
  radius?: number | `${number}` | undefined;
  /** Contracts. Any of `cdi`, `cdd`, `interim`, `saisonnier`, `apprentissage`, `professionnalisation`, `insertion`, `stage`, `independant`, `unstated`. */
  contract?: string | undefined;
  /** Full or part time. Any of `full`, `part`, `unstated`. */
  hours?: string | undefined;
  /** Comparable pay: full time, a month, before deductions, in euros. Any of `under-2000`, `2000-2500`, `2500-3000`, `3000-4000`, `from-4000`, `unstated`. */
  pay?: string | undefined;
  /** Years of experience asked for. Any of `beginner`, `under-3`, `from-3`, `unstated`. */
  experience?: string | undefined;
  /** When the work is done. Any of `day`, `morning`, `evening`, `night`, `weekend`, `shifts`, `irregular`, `split`, `unstated`. */
  schedule?: string | undefined;
  /** Remote work. Any of `partial`, `full`, `unstated`. */
  remote?: string | undefined;
  /** ROME codes. */
  trade?: string | undefined;
  /** INSEE codes of communes. */
  commune?: string | undefined;
  /** Employers, as the facet of that name gives them. */
  employer?: string | undefined;
  /** Ids of partners. */
  partner?: string | undefined;
  /** Open to disabled workers. Any of `open`, `adapted`, `unstated`. */
  disabled?: string | undefined;
  /** NAF codes. */
  sector?: string | undefined;
  /** Published within so many days, 1 to 365. */
  since?: number | `${number}` | undefined;
  /** Order of the offers. */
  sort?: 'relevance' | 'newest' | 'nearest' | undefined;
  /** Names of criteria that residents see but cannot change: `contract radius`. */
  locked?: string | undefined;
  /** `off` leaves the address of the page alone. */
  url?: 'off' | undefined;
  /** Id of the board; once on a page is enough. */
  board?: string | undefined;
  /** Address of the endpoint; where the script comes from, without it. */
  endpoint?: string | undefined;
  /** Name of the search that it belongs to; `default` without it. */
  search?: string | undefined;
  /** Colours of the board: `light`, `dark`, or `auto` for what the visitor's system prefers. */
  scheme?: 'light' | 'dark' | 'auto' | undefined;
}

/** The search form: a job or keyword, a place, a radius, and "near me" on a click only. */
export interface TownJobsSearchAttributes {
  /** Words. */
  q?: string | undefined;
  /** A commune (name, postcode or INSEE code), a département, or "latitude,longitude". */
  place?: string | undefined;
  /** Kilometres around the place, 0 to 100. */
  radius?: number | `${number}` | undefined;
  /** Contracts. Any of `cdi`, `cdd`, `interim`, `saisonnier`, `apprentissage`, `professionnalisation`, `insertion`, `stage`, `independant`, `unstated`. */
  contract?: string | undefined;
  /** Full or part time. Any of `full`, `part`, `unstated`. */
  hours?: string | undefined;
  /** Comparable pay: full time, a month, before deductions, in euros. Any of `under-2000`, `2000-2500`, `2500-3000`, `3000-4000`, `from-4000`, `unstated`. */
  pay?: string | undefined;
  /** Years of experience asked for. Any of `beginner`, `under-3`, `from-3`, `unstated`. */
  experience?: string | undefined;
  /** When the work is done. Any of `day`, `morning`, `evening`, `night`, `weekend`, `shifts`, `irregular`, `split`, `unstated`. */
  schedule?: string | undefined;
  /** Remote work. Any of `partial`, `full`, `unstated`. */
  remote?: string | undefined;
  /** ROME codes. */
  trade?: string | undefined;
  /** INSEE codes of communes. */
  commune?: string | undefined;
  /** Employers, as the facet of that name gives them. */
  employer?: string | undefined;
  /** Ids of partners. */
  partner?: string | undefined;
  /** Open to disabled workers. Any of `open`, `adapted`, `unstated`. */
  disabled?: string | undefined;
  /** NAF codes. */
  sector?: string | undefined;
  /** Published within so many days, 1 to 365. */
  since?: number | `${number}` | undefined;
  /** Order of the offers. */
  sort?: 'relevance' | 'newest' | 'nearest' | undefined;
  /** Names of criteria that residents see but cannot change: `contract radius`. */
  locked?: string | undefined;
  /** `off` leaves the address of the page alone. */
  url?: 'off' | undefined;
  /** Id of the board; once on a page is enough. */
  board?: string | undefined;
  /** Address of the endpoint; where the script comes from, without it. */
  endpoint?: string | undefined;
  /** Name of the search that it belongs to; `default` without it. */
  search?: string | undefined;
  /** Colours of the board: `light`, `dark`, or `auto` for what the visitor's system prefers. */
  scheme?: 'light' | 'dark' | 'auto' | undefined;
}

/** Every element: its class, its attributes, and its events by their names. */
export interface TownJobsElements {
  'town-jobs': {
    element: TownJobs;
    attributes: TownJobsAttributes;
    events: { 'town-jobs-search': TownJobsSearchEvent; 'town-jobs-answer': TownJobsAnswerEvent; 'town-jobs-open': TownJobsOpenEvent; 'town-jobs-apply': TownJobsApplyEvent };
  };
  'town-jobs-barometer': {
    element: TownJobsBarometer;
    attributes: TownJobsBarometerAttributes;
    events: { 'town-jobs-search': TownJobsSearchEvent };
  };
  'town-jobs-counter': {
    element: TownJobsCounter;
    attributes: TownJobsCounterAttributes;
    events: {};
  };
  'town-jobs-filters': {
    element: TownJobsFilters;
    attributes: TownJobsFiltersAttributes;
    events: { 'town-jobs-search': TownJobsSearchEvent };
  };
  'town-jobs-map': {
    element: TownJobsMap;
    attributes: TownJobsMapAttributes;
    events: { 'town-jobs-search': TownJobsSearchEvent };
  };
  'town-jobs-offer': {
    element: TownJobsOffer;
    attributes: TownJobsOfferAttributes;
    events: { 'town-jobs-apply': TownJobsApplyEvent };
  };
  'town-jobs-results': {
    element: TownJobsResults;
    attributes: TownJobsResultsAttributes;
    events: { 'town-jobs-search': TownJobsSearchEvent; 'town-jobs-answer': TownJobsAnswerEvent; 'town-jobs-open': TownJobsOpenEvent };
  };
  'town-jobs-search': {
    element: TownJobsSearch;
    attributes: TownJobsSearchAttributes;
    events: { 'town-jobs-search': TownJobsSearchEvent };
  };
}

/** The attributes of an element and listeners for its events, as `ontown-jobs-open`, which JSX takes as they are. */
export type TownJobsProps<Tag extends keyof TownJobsElements> = TownJobsElements[Tag]['attributes'] & {
  [Name in keyof TownJobsElements[Tag]['events'] as `on${Name & string}`]?: (
    event: TownJobsElements[Tag]['events'][Name],
  ) => void;
};
