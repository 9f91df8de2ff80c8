import { createReadStream, writeFileSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { Places } from '../../endpoint/src/places/places.ts';
import { serveLoopback } from '../feeds/serve.ts';
import { formatOf } from './formats.ts';
import { Plan, type Round, type Size } from './plan.ts';
import { Records } from './records.ts';

/**
 * The partners, in a process of their own. The feeds of a round are written to files before they are asked for: partners
 * do not work on the machine that reads them.
 */

/** So many records are written at once. */
const RECORDS_A_PIECE = 500;

const size = JSON.parse(process.argv[2]!) as Size;
const folder = process.argv[3]!;
const records = new Records(new Plan(size), await Places.load());

const fileOf = (partner: number) => join(folder, `${partner}`);

function write(partner: number, round: Round): void {
  const { head, between, tail, record, encode } = formatOf(partner);
  let piece = head;
  let isFirst = true;
  writeFileSync(fileOf(partner), '');
  for (let index = 0; index < size.records; index++) {
    const { flaw, ...written } = records.record(partner, index, round);
    for (let times = flaw === 'repeated reference' ? 2 : 1; times > 0; times--) {
      piece += (isFirst ? '' : between) + record(written);
      isFirst = false;
    }
    if (index % RECORDS_A_PIECE !== 0) continue;
    appendFileSync(fileOf(partner), encode(piece));
    piece = '';
  }
  appendFileSync(fileOf(partner), encode(piece + tail));
}

const { port } = await serveLoopback((request, response) => {
  const partner = Number(request.url?.slice(1));
  response.setHeader('content-type', formatOf(partner).type);
  createReadStream(fileOf(partner)).pipe(response);
});
process.send!({ port });
process.on('message', ({ round }: { round: Round }) => {
  for (let partner = 0; partner < size.partners; partner++) write(partner, round);
  process.send!({ round });
});
process.once('disconnect', () => process.exit());
