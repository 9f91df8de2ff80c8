/** Somebody follows an offer from its full text to a partner's site. A page that cancels it keeps the visitor. */
export class TownJobsApplyEvent extends Event {
  static readonly type = 'town-jobs-apply';
  /** Id of the offer. */
  readonly offer: string;
  /** Id of the partner. */
  readonly partner: string | undefined;
  /** Where the link leads. */
  readonly href: string;

  constructor(offer: string, partner: string | undefined, href: string) {
    super(TownJobsApplyEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.offer = offer;
    this.partner = partner;
    this.href = href;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'town-jobs-apply': TownJobsApplyEvent;
  }
}
