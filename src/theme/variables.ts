import { hexOf, type Rgb } from './colour.ts';
import { derivePalette } from './contrast.ts';

/** The colour roles of the theme, by the names of their variables without `color-`. */
export const COLOUR_ROLES = [
  'primary',
  'on-primary',
  'surface',
  'on-surface',
  'tint',
  'muted',
  'link',
  'outline',
  'focus',
  'danger',
] as const;
export type ColourRole = (typeof COLOUR_ROLES)[number];

/** The main colour where nobody gives one. */
export const PRIMARY: Rgb = [15, 92, 115];

/**
 * Every public theme variable, without its prefix `--town-jobs-`, with its default; styles read them through private
 * names (`--town-jobs-color-primary` as `--_primary`). The colours are those of a light board, from the main one.
 */
export const VARIABLES: Theme = defaults();

function defaults(): Theme {
  const { palette } = derivePalette({ primary: PRIMARY }, false);
  const colours: Record<string, string> = {};
  for (const role of COLOUR_ROLES) colours[`color-${role}`] = hexOf(palette[role]);
  return {
    ...colours,
    'font-family': 'inherit',
    'font-size': 'max(1em, 14px)',
    radius: '0.625em',
    space: '1em',
  };
}

/** Values for variables, by their names without prefix. */
export type Theme = Readonly<Record<string, string>>;

/** The public name of a variable. */
export function variable(name: string): string {
  return `--town-jobs-${name}`;
}

/** The private name of a variable. */
export function privateName(name: string): string {
  return `--_${name.replace('color-', '')}`;
}
