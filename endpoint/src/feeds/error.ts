/** A feed that cannot be read, or not to its end; the message is one sentence for the operator. */
export class FeedError extends Error {
  override name = 'FeedError';
}
