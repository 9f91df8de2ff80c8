/** How a partner's feed is asked for: the `feed` part of a partner's file, with its mapping already loaded. */
export interface FeedSettings {
  /** Address of the feed, http or https; `${NAME}` was replaced from the environment. */
  address: string;
  /** Further addresses of the same feed, where a partner parts it into pages; each is read like the first. */
  pages?: string[];
  /** Name of a mapping in `endpoint/mappings/` ("indeed") or a path to one. */
  mapping: string;
  /** Overrides what the feed says of its own encoding ("windows-1252"). */
  encoding?: string;
  /** Names of request headers with the names of the environment variables that hold their values. */
  headers?: Record<string, string>;
}

/** What one fetch gave, kept to ask politely the next time. */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

/** Why records were refused: a count and a few samples for each reason, for the operator. */
export interface Refusals {
  [reason: string]: { count: number; samples: string[] };
}

/** How the gathering of one feed ended. Only `complete` may withdraw what has vanished. */
export interface Gathering {
  /** `incomplete`: some records came, then the feed broke off; `failed`: none came. */
  status: 'complete' | 'incomplete' | 'unchanged' | 'failed';
  /** One sentence for the operator, where it is not complete. */
  reason?: string;
  read: number;
  accepted: number;
  refused: Refusals;
  /** How many e-mail addresses and phone numbers were left out of the texts. */
  contacts: { emails: number; phones: number };
  bytes: number;
  ms: number;
  validators?: Validators;
}
