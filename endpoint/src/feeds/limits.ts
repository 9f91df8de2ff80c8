/** What one feed may cost. The figures are promises to operators; a test makes each fault for real. */

/** The largest feed, after decompression, in bytes. */
export const MAX_FEED_BYTES = 200 * 1024 * 1024;
/** How many times larger than what came over the wire a feed may unfold. */
export const MAX_RATIO = 100;
/** A small answer may unfold to this many bytes whatever its ratio. */
export const FREE_UNFOLDED_BYTES = 10 * 1024 * 1024;
/** The largest record, in characters. */
export const MAX_RECORD_CHARS = 256 * 1024;
/** The largest field of a record, in characters. */
export const MAX_FIELD_CHARS = 64 * 1024;
/** How deep a record may nest. */
export const MAX_DEPTH = 32;
/** How many attributes one element may have. */
export const MAX_ATTRIBUTES = 64;
/** How many hops a feed's address may lead over. */
export const MAX_REDIRECTS = 5;
/** How many samples of refused records are kept for each reason. */
export const MAX_SAMPLES = 5;
