import type { Trade } from '../types.ts';
import { CARE } from './care.ts';
import { TOWN_HALL } from './town-hall.ts';
import { LOGISTICS } from './logistics.ts';
import { VINEYARD } from './vineyard.ts';
import { BUILDING_SHELL } from './building-shell.ts';
import { BUILDING_FINISH } from './building-finish.ts';
import { KITCHEN } from './kitchen.ts';
import { HOTEL } from './hotel.ts';
import { SHOP } from './shop.ts';
import { SALES } from './sales.ts';
import { OFFICE } from './office.ts';
import { FINANCE } from './finance.ts';
import { COMPUTING } from './computing.ts';
import { CARE_SPECIALISTS } from './care-specialists.ts';
import { CARE_SUPPORT } from './care-support.ts';
import { HOME_CARE } from './home-care.ts';
import { WAREHOUSE } from './warehouse.ts';
import { TRANSPORT } from './transport.ts';
import { GLASS_AND_PAPER } from './glass-and-paper.ts';
import { WORKSHOP } from './workshop.ts';
import { FOOD } from './food.ts';
import { FARM } from './farm.ts';
import { TOWN_CHILDREN } from './town-children.ts';
import { TOWN_SERVICES } from './town-services.ts';
import { TEACHING } from './teaching.ts';
import { CLEANING } from './cleaning.ts';
import { AIRCRAFT } from './aircraft.ts';

/** Every trade of the demonstration. */
export const TRADES: readonly Trade[] = [
  ...CARE,
  ...LOGISTICS,
  ...TOWN_HALL,
  ...VINEYARD,
  ...BUILDING_SHELL,
  ...BUILDING_FINISH,
  ...KITCHEN,
  ...HOTEL,
  ...SHOP,
  ...SALES,
  ...OFFICE,
  ...FINANCE,
  ...COMPUTING,
  ...CARE_SPECIALISTS,
  ...CARE_SUPPORT,
  ...HOME_CARE,
  ...WAREHOUSE,
  ...TRANSPORT,
  ...GLASS_AND_PAPER,
  ...WORKSHOP,
  ...FOOD,
  ...FARM,
  ...TOWN_CHILDREN,
  ...TOWN_SERVICES,
  ...TEACHING,
  ...CLEANING,
  ...AIRCRAFT,
];

/** The trade with a ROME code; throws where there is none. */
export function tradeOf(rome: string): Trade {
  const trade = TRADES.find((candidate) => candidate.rome === rome);
  if (!trade) throw new Error(`No trade of the demonstration has the ROME code ${rome}.`);
  return trade;
}
