/** Query parameters that say where a click came from, not what it leads to. */
const TRACKING =
  /^(utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|xtor|at_\w+|src|source|campaign|cpc|tracking\w*)$/i;

/** A link without fragment, tracking parameters and the order of the others: the same page, the same string. */
export function canonicalLink(link: string): string {
  const url = new URL(link);
  const parameters = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  parameters.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(parameters).toString();
  return `${url.host}${url.pathname.replace(/\/+$/, '')}${query && `?${query}`}`;
}
