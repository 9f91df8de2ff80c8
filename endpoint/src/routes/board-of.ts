import type { CompiledBoard } from '../boards/board.ts';
import type { Offer } from '../contract/index.ts';
import type { Services } from '../services.ts';
import { Refusal } from './problem.ts';

/** The board that an address names. It never says which other boards there are. */
export function boardOf({ boards }: Pick<Services, 'boards'>, id: string): CompiledBoard {
  const board = boards.get(id);
  if (!board) {
    throw new Refusal(
      404,
      `No board is called "${id.slice(0, 60)}" here: check the element's board attribute, and the endpoint that the script comes from.`,
      'board',
    );
  }
  return board;
}

/** An offer as a board shows it: what the partners say that it accepts. */
export function offerOn(board: CompiledBoard, offer: Offer, { accepted }: Pick<Services, 'accepted'>): Offer {
  const shown = accepted?.of(offer.id, board.scope) ?? offer;
  return { ...shown, postings: acceptedPostings(shown, board) };
}

/** The postings of an offer that a board shows: those of the partners that it accepts, the leading one first. */
export function acceptedPostings({ postings }: Offer, { scope }: CompiledBoard): Offer['postings'] {
  return postings.filter((posting) => scope.partners?.has(posting.partner) ?? true);
}
