/** @jsxImportSource preact */
import type { TownJobsOpenEvent, TownJobsResults } from '../../integrations/preact.d.ts';

// Held by the compiler: what is right passes, and where an error is expected, there is one.

const opened = (event: TownJobsOpenEvent) => event.offer.title;
const apart = (event: CustomEvent) => event.detail as unknown;
const list = { current: null as TownJobsResults | null };

export const right = (
  <town-jobs board="saint-omer" heading-level={3} scheme="dark" className="board" lang="nl">
    <a href="https://emploi.example/saint-omer">Offres</a>
  </town-jobs>
);
export const quoted = <town-jobs-results heading-level="3" sort="nearest" radius="20" />;
export const listening = <town-jobs-results ref={list} ontown-jobs-open={opened} />;

// @ts-expect-error -- no such attribute
export const unknown = <town-jobs bord="saint-omer" />;
// @ts-expect-error -- no such word
export const word = <town-jobs scheme="sepia" />;
// @ts-expect-error -- no number
export const level = <town-jobs-results heading-level="two" />;
// @ts-expect-error -- of another element
export const other = <town-jobs-search facets="contract" />;
// @ts-expect-error -- another event
export const event = <town-jobs-results ontown-jobs-open={apart} />;
// @ts-expect-error -- no such element
export const element = <town-jobs-lists />;
