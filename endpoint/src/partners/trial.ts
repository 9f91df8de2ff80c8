import type { TrialRequest } from '../feeds/trial/trial.ts';
import type { Places } from '../places/places.ts';
import type { Partner } from './partner.ts';
import { rulingOf } from './ruling.ts';

/** What of a partner's file decides what its feed becomes, for a trial. */
export function trialOf(
  partner: Partner,
  places: Places,
): Pick<TrialRequest, 'mapping' | 'encoding' | 'partner' | 'barOf'> {
  const { feed } = partner;
  const { barOf } = rulingOf(partner, places);
  return {
    mapping: feed.mapping,
    encoding: feed.kind === undefined ? feed.encoding : undefined,
    partner,
    barOf: (posting) => barOf(posting)?.reason,
  };
}
