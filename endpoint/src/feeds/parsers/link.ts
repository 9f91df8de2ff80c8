/** No browser and no partner needs a longer address. */
const MAX_LINK_CHARS = 2048;

/** Stands for any host where a feed is only tried out; no partner's file can name it. */
export const ANY_HOST = '*';

/** A link that may be shown, or why not in a few words and what to look for. */
export type LinkReading = { link: string } | { refused: string; detail: string };

/**
 * Reads a partner's link by the WHATWG rules and holds it to what the partner declared: http or https, no user part,
 * a declared host or a subdomain of one. International names come out as punycode.
 */
export function link(text: string, hosts: readonly string[]): LinkReading {
  const trimmed = text.trim();
  let url: URL;
  try {
    url = new URL(/^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed);
  } catch {
    return { refused: 'link cannot be read', detail: trimmed.slice(0, 60) };
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { refused: 'link is not http(s)', detail: url.protocol };
  }
  if (url.username || url.password) return { refused: 'link carries a user name', detail: url.host };
  if (url.href.length > MAX_LINK_CHARS)
    return { refused: 'link is longer than 2,048 characters', detail: url.host };
  if (!hosts.includes(ANY_HOST) && !hosts.some((host) => belongs(url.hostname, host))) {
    return { refused: 'link leads to a host that the partner did not declare', detail: url.hostname };
  }
  return { link: url.href };
}

/** Whether a host is the declared one or a subdomain of it; both as a URL writes them. */
function belongs(host: string, declared: string): boolean {
  const name = host.replace(/\.$/, '');
  const wanted = asHost(declared);
  return wanted !== '' && (name === wanted || (name.endsWith(`.${wanted}`) && !/^[\d.]+$|:/.test(wanted)));
}

function asHost(declared: string): string {
  try {
    return new URL(`http://${declared}`).hostname.replace(/\.$/, '');
  } catch {
    return '';
  }
}
