import type { Point } from '../point.ts';
import { combobox } from './combobox.ts';

/** Every point, by its number. */
export const POINTS: readonly Point[] = [...combobox].sort((a, b) => a.number - b.number);
