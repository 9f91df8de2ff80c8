/** The faults that the proxy can make, each with what it needs to know. */
export interface Faults {
  /** The answer comes so much later. */
  delay: { ms: number };
  /** The answer waits until `release()`: answers out of order without a clock. */
  hold: object;
  /** No header ever comes. */
  hang: object;
  /** Headers and half of the body come, then nothing. */
  stall: object;
  /** Headers and half of the body come, then the connection breaks. */
  cut: object;
  /** The connection breaks before any answer. */
  reset: object;
  /** A problem document instead of the answer, with `more` in it; `retryAfter` in seconds. */
  status: { status: number; retryAfter?: number; detail?: string; more?: object };
  /** 200 with the page of a captive portal. */
  html: object;
  /** 200 with the first half of the JSON. */
  truncated: object;
  /** 200, said to be JSON, with bytes that are none. */
  garbage: object;
  /**
   * The real answer with damaged objects: a field that nobody knows, or the named fields missing, null or of
   * another type, in every object that has them.
   */
  fields: { change: 'extra' } | { change: 'missing' | 'null' | 'wrong'; names: string[] };
}

/** Which requests a fault meets. */
export interface FaultScope {
  /** Part of the path and query ("/offers?"); every request without it. */
  path?: string;
  /** How many requests it meets before it is over; all without it. */
  times?: number;
}

export type FaultName = keyof Faults;

/** A fault as it travels to the proxy. */
export type FaultRule = {
  [Name in FaultName]: { name: Name; options: Faults[Name] & FaultScope };
}[FaultName];

/** A request that passed the proxy, in the order of arrival. */
export interface SeenRequest {
  method: string;
  path: string;
  /** With its "?", or empty. */
  query: string;
  headers: Record<string, string | string[] | undefined>;
  /** The fault that it met. */
  fault?: FaultName;
  /** The asker went away before the answer was whole. */
  aborted: boolean;
}

/** Returns the same answer with the objects in it damaged as the fault says. */
export function damage(value: unknown, options: Faults['fields']): unknown {
  if (Array.isArray(value)) return value.map((item) => damage(item, options));
  if (typeof value !== 'object' || value === null) return value;

  const entries = Object.entries(value).flatMap(([name, field]): [string, unknown][] => {
    if (options.change === 'extra' || !options.names.includes(name)) return [[name, damage(field, options)]];
    if (options.change === 'missing') return [];
    if (options.change === 'null') return [[name, null]];
    return [[name, typeof field === 'string' ? { unexpected: [1] } : 'unexpected']];
  });
  if (options.change === 'extra') entries.push(['addedLater', { by: ['a newer endpoint'] }]);
  return Object.fromEntries(entries);
}
