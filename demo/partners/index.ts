export { generatePostings } from './generate.ts';
export type { DemoPartner, DemoPosting } from './posting.ts';
export { type Partners, startPartners } from './server.ts';
export { truth } from './truth.ts';
