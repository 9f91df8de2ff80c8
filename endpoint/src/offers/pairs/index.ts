import { CARE } from './care.ts';
import { HELD_OUT_SERVICES } from './held-out-services.ts';
import { HELD_OUT_TRADES } from './held-out-trades.ts';
import { LOGISTICS } from './logistics.ts';
import { RESTAURANTS } from './restaurants.ts';
import { SHOPS } from './shops.ts';
import { TOWN_HALLS } from './town-halls.ts';
import { TRADES } from './trades.ts';

export * from './pair.ts';

/** The labelled pairs that the rules of grouping were tuned on. */
export const TUNED = [...RESTAURANTS, ...CARE, ...LOGISTICS, ...TOWN_HALLS, ...SHOPS, ...TRADES];
/** Those that were written before the rules and are only measured. */
export const HELD_OUT = [...HELD_OUT_SERVICES, ...HELD_OUT_TRADES];
