/** A feed that cannot be read, or not to its end; the message is one sentence for the operator. */
export class FeedError extends Error {
  override name = 'FeedError';
  /** What was answered instead, where an answer came: whoever wants to may ask again. */
  readonly refusal?: Refusal;

  constructor(message: string, refusal?: Refusal) {
    super(message);
    if (refusal) this.refusal = refusal;
  }
}

/** An answer without a feed. */
export interface Refusal {
  status: number;
  /** As the answer's header gives it: seconds or a date. */
  retryAfter?: string;
}
