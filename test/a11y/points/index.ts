import type { Point } from '../point.ts';
import { announcements } from './announcements.ts';
import { combobox } from './combobox.ts';
import { facets } from './facets.ts';
import { focus } from './focus.ts';
import { forms } from './forms.ts';
import { list } from './list.ts';
import { looks } from './looks.ts';
import { map } from './map.ts';
import { names } from './names.ts';
import { page } from './page.ts';
import { time } from './time.ts';

/** Every point, by its number. */
export const POINTS: readonly Point[] = [
  ...announcements,
  ...combobox,
  ...facets,
  ...focus,
  ...forms,
  ...list,
  ...looks,
  ...map,
  ...names,
  ...page,
  ...time,
].sort((a, b) => a.number - b.number);
