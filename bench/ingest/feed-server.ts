import { Readable } from 'node:stream';
import { Places } from '../../endpoint/src/places/places.ts';
import { serveLoopback } from '../feeds/serve.ts';
import { formatOf } from './formats.ts';
import { Plan, type Round, type Size } from './plan.ts';
import { Records } from './records.ts';

/** The partners, in a process of their own: each feed is written while it is read, and never stands in memory. */

/** So many records make one piece of the answer. */
const RECORDS_A_PIECE = 10;

const size = JSON.parse(process.argv[2]!) as Size;
const records = new Records(new Plan(size), await Places.load());
let round: Round = 0;

function* pieces(partner: number): Generator<Buffer> {
  const { head, between, tail, record, encode } = formatOf(partner);
  let piece = head;
  let isFirst = true;
  for (let index = 0; index < size.records; index++) {
    const { flaw, ...written } = records.record(partner, index, round);
    for (let times = flaw === 'repeated reference' ? 2 : 1; times > 0; times--) {
      piece += (isFirst ? '' : between) + record(written);
      isFirst = false;
    }
    if (index % RECORDS_A_PIECE !== 0) continue;
    yield encode(piece);
    piece = '';
  }
  yield encode(piece + tail);
}

const { port } = await serveLoopback((request, response) => {
  const partner = Number(request.url?.slice(1));
  response.setHeader('content-type', formatOf(partner).type);
  Readable.from(pieces(partner)).pipe(response);
});
process.send!({ port });
process.on('message', (message: { round: Round }) => {
  round = message.round;
  process.send!({ round });
});
process.once('disconnect', () => process.exit());
