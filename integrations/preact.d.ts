// Made by `npm run generate` from the doc comments of the elements; not to be edited.
import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { TownJobsElements, TownJobsProps } from './elements.js';

export * from 'town-jobs';

type Tags = {
  [Tag in keyof TownJobsElements]: TownJobsProps<Tag> &
    ClassAttributes<TownJobsElements[Tag]['element']> &
    Omit<HTMLAttributes<TownJobsElements[Tag]['element']>, keyof TownJobsProps<Tag>>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
