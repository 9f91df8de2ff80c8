import type { GlobalComponents } from 'vue';
import type { TownJobsOpenEvent } from '../../integrations/vue.d.ts';

// Held by the compiler: what is right passes, and where an error is expected, there is one.

type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];

export const right: Props<'town-jobs'> = {
  board: 'saint-omer',
  headingLevel: 3,
  scheme: 'dark',
  class: 'board',
  lang: 'nl',
};
export const quoted: Props<'town-jobs-results'> = { headingLevel: '3', sort: 'nearest', radius: '20' };
export const listening: Props<'town-jobs-results'> = {
  onTownJobsOpen: (event: TownJobsOpenEvent) => event.offer.title,
};

// @ts-expect-error -- no such attribute
export const unknown: Props<'town-jobs'> = { bord: 'saint-omer' };
// @ts-expect-error -- no such word
export const word: Props<'town-jobs'> = { scheme: 'sepia' };
// @ts-expect-error -- no number
export const level: Props<'town-jobs-results'> = { headingLevel: 'two' };
// @ts-expect-error -- of another element
export const other: Props<'town-jobs-search'> = { facets: 'contract' };
export const event: Props<'town-jobs-results'> = {
  // @ts-expect-error -- another event
  onTownJobsOpen: (custom: CustomEvent) => custom.detail as unknown,
};
// @ts-expect-error -- no such element
export type NoElement = GlobalComponents['town-jobs-lists'];
