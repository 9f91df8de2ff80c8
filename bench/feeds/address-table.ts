import { gatherFeed } from '../../endpoint/src/feeds/gather.ts';
import { loadMapping } from '../../endpoint/src/feeds/mapping.ts';
import { serveLoopback } from './serve.ts';

/** Ways to write an address of this machine or of its network. */
const SPELLINGS = [
  '127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '0.0.0.0', 'localhost', '[::1]', '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', '10.0.0.1', '172.16.3.4', '192.168.1.1', '169.254.169.254',
  '[fe80::1]', '[fc00::1]',
]; // prettier-ignore
/** Where the redirects come from: the one host that is allowed, as an operator does for a demonstration. */
const ALLOWED = '127.0.0.2';

/** Asks for each spelling itself and by way of a redirect, and prints whether it was refused and who was reached. */
export async function addressTable(): Promise<void> {
  let reached = 0;
  const canary = await serveLoopback((_, response) => {
    reached++;
    response.end('<source></source>');
  });
  const rows: Record<string, object> = {};
  let refused = 0;
  for (const spelling of SPELLINGS) {
    const target = `http://${spelling}:${canary.port}/feed.xml`;
    const redirecting = await serveLoopback(
      (_, response) => void response.writeHead(302, { location: target }).end(),
      ALLOWED,
    );
    const direct = await ask(target);
    const led = await ask(`http://${ALLOWED}:${redirecting.port}/`);
    await redirecting.close();
    if ([direct, led].every((reason) => /is not a public address/.test(reason ?? ''))) refused++;
    rows[spelling] = { direct: direct ?? 'read', 'by a redirect': led ?? 'read' };
  }
  await canary.close();
  console.table(rows);
  console.log(
    `${refused} of ${SPELLINGS.length} refused; the server behind them was asked ${reached} times.`,
  );
}

/** What refused a feed's address, if anything did. */
async function ask(address: string): Promise<string | undefined> {
  const { reason } = await gatherFeed({
    partner: { id: 'p', hosts: ['localhost'] },
    settings: { address, mapping: 'indeed' },
    mapping: loadMapping('indeed'),
    places: { locate: () => ({ name: '', precision: 'none' }) },
    allowedHosts: new Set([ALLOWED]),
    now: Date.now(),
    timeouts: { connect: 2000, headers: 2000, total: 5000 },
    onPosting: () => {},
  });
  return reason;
}
