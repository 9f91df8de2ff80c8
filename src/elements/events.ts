import type { Criteria, OfferCard } from '../board/state.ts';

const options: EventInit = { bubbles: true, composed: true };

/** Somebody asks for something else: in the form, by a filter, the order, the map. A page that cancels it keeps the board from asking. */
export class TownJobsSearchEvent extends Event {
  static readonly type = 'town-jobs-search';
  /** What is to change: criteria by their names, `undefined` for one that is taken away. */
  readonly criteria: Criteria;

  constructor(criteria: Criteria) {
    super(TownJobsSearchEvent.type, { ...options, cancelable: true });
    this.criteria = criteria;
  }
}

/** An answer is shown. */
export class TownJobsAnswerEvent extends Event {
  static readonly type = 'town-jobs-answer';
  /** Number of offers that match. */
  readonly total: number;
  /** What was asked for, by the names of the criteria, with the number of the last page that is shown. */
  readonly criteria: Criteria;

  constructor(total: number, criteria: Criteria) {
    super(TownJobsAnswerEvent.type, options);
    this.total = total;
    this.criteria = criteria;
  }
}

/**
 * Somebody opens an offer of the list: on the partner's site, or in the `<town-jobs-offer>` of the page. A page that
 * cancels it keeps the visitor.
 */
export class TownJobsOpenEvent extends Event {
  static readonly type = 'town-jobs-open';
  /** What its card shows. */
  readonly offer: OfferCard;
  /** Where the link leads. */
  readonly href: string;
  /** Whether it was asked for in another tab or window, by a key. */
  readonly inNewTab: boolean;

  constructor(offer: OfferCard, href: string, inNewTab = false) {
    super(TownJobsOpenEvent.type, { ...options, cancelable: true });
    this.offer = offer;
    this.href = href;
    this.inNewTab = inNewTab;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'town-jobs-search': TownJobsSearchEvent;
    'town-jobs-answer': TownJobsAnswerEvent;
    'town-jobs-open': TownJobsOpenEvent;
  }
}
