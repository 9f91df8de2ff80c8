import { lookup as resolveName, type LookupAddress } from 'node:dns';
import ipaddr from 'ipaddr.js';
import { FeedError } from './error.ts';

/** Ranges that ipaddr.js takes for public: benchmarks (RFC 2544). */
const BENCHMARKS = ipaddr.parseCIDR('198.18.0.0/15');
/** The only part of IPv6 that is assigned for use between networks (RFC 4291, IANA). */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/** Whether an address is one of the public internet: not this machine, not its network, not a reserved range. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4'
    ? !(parsed as ipaddr.IPv4).match(BENCHMARKS as [ipaddr.IPv4, number])
    : (parsed as ipaddr.IPv6).match(GLOBAL_UNICAST as [ipaddr.IPv6, number]);
}

/**
 * Checks what can be checked of a feed's address before its name is resolved: http(s), no user part, and a literal
 * address only where it is public or allowed.
 * @throws {FeedError} with a sentence that does not repeat the address, which may hold a key
 */
export function checkUrl(url: URL, allowed: ReadonlySet<string>): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FeedError(`A feed is fetched over http or https, not over "${url.protocol.slice(0, -1)}".`);
  }
  if (url.username || url.password) {
    throw new FeedError(
      `The address at ${url.host} carries a user name; put credentials into the feed's headers.`,
    );
  }
  const host = hostOf(url);
  if (!allowed.has(host) && ipaddr.isValid(host) && !isPublicAddress(host)) throw privateAddress(host, host);
}

/** The host of an address as `allowedHosts` names it: lower case, an IPv6 address without brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

type LookupCallback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * A `lookup` for sockets: resolves a name once and gives only addresses that were checked, so that what is
 * connected to is what was checked. A name with a single private address is refused as a whole.
 */
export function checkedLookup(allowed: ReadonlySet<string>) {
  return (
    host: string,
    options: { all?: boolean; family?: number | string },
    callback: LookupCallback,
  ): void => {
    resolveName(host, { all: true, family: familyOf(options.family) }, (error, addresses) => {
      const name = host.toLowerCase().replace(/\.$/, '');
      const refused =
        error || allowed.has(name) ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
      if (error) callback(error, []);
      else if (refused) callback(privateAddress(name, refused.address), []);
      else if (options.all) callback(null, addresses);
      else callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

function familyOf(family: number | string | undefined): number {
  return family === 4 || family === 'IPv4' ? 4 : family === 6 || family === 'IPv6' ? 6 : 0;
}

function privateAddress(host: string, address: string): FeedError {
  const what = host === address ? host : `${host} (${address})`;
  return new FeedError(`${what} is not a public address; an operator can allow the host by name.`);
}
