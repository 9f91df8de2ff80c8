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
/** How many elements (XML) or values (JSON) one record may have, the tags inside of its texts included. */
export const MAX_ELEMENTS = 4000;
/** How many records one feed may hold; a posting of 200 MB ÷ 250,000 has 800 bytes. */
export const MAX_RECORDS = 250_000;
/** The largest short value, in characters: everything but descriptions; what is longer is no code, date or amount. */
export const MAX_SHORT_CHARS = 4000;
/** The longest reference, in characters. */
export const MAX_REFERENCE_CHARS = 255;
/** How many ms of work a feed may make: decoding, parsing and mapping, without waiting. */
export const BASE_WORK_MS = 8000;
/** How many more for each posting that it gives; an ordinary one takes a tenth of a millisecond. */
export const WORK_MS_PER_POSTING = 0.2;
/** How deep a record may nest. */
export const MAX_DEPTH = 32;
/** How many attributes one element may have. */
export const MAX_ATTRIBUTES = 64;
/** How many hops a feed's address may lead over. */
export const MAX_REDIRECTS = 5;
/** How many samples of refused records are kept for each reason. */
export const MAX_SAMPLES = 5;
