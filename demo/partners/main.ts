import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PARTNERS } from './partners.ts';
import type { DemoPartner } from './posting.ts';
import { startPartners } from './server.ts';

const { values } = parseArgs({ options: { write: { type: 'string' }, port: { type: 'string' } } });
const partners = await startPartners({ port: Number(values.port ?? 0) });

if (values.write) {
  for (const [partner, { feed }] of Object.entries(PARTNERS) as [DemoPartner, { feed: string }][]) {
    const folder = join(values.write, partner);
    mkdirSync(folder, { recursive: true });
    const response = await fetch(`${partners.address}/${partner}/${feed}`);
    writeFileSync(join(folder, feed), Buffer.from(await response.arrayBuffer()));
  }
  await partners.close();
  process.stdout.write(`The feeds of ${Object.keys(PARTNERS).length} partners stand in ${values.write}.\n`);
} else {
  process.stdout.write(`The partners listen at ${partners.address}\n`);
}
