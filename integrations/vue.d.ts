// Made by `npm run generate` from the doc comments of the elements; not to be edited.
import type { HTMLAttributes } from 'vue';
import type { TownJobsElements } from './elements.js';

export * from 'town-jobs';

type Camel<Name> = Name extends `${infer Start}-${infer Rest}` ? `${Start}${Capitalize<Camel<Rest>>}` : Name;

type Tags = {
  [Tag in keyof TownJobsElements]: new () => {
    $props: Omit<HTMLAttributes, keyof TownJobsElements[Tag]['attributes']> & {
      [Name in keyof TownJobsElements[Tag]['attributes'] as Camel<Name> &
        string]?: TownJobsElements[Tag]['attributes'][Name];
    } & {
      [Name in keyof TownJobsElements[Tag]['events'] as Camel<`on-${Name & string}`>]?: (
        event: TownJobsElements[Tag]['events'][Name],
      ) => void;
    };
  };
};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
