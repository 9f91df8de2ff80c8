const SURFACE = 'var(--_surface)';

/** Every public theme variable, without its prefix `--town-jobs-`, with its default on a light board. */
export const VARIABLES = {
  'color-primary': '#0f5c73',
  'color-on-primary': '#ffffff',
  'color-surface': '#ffffff',
  'color-on-surface': mixed('primary', '#12161a', 88),
  'color-tint': mixed('primary', SURFACE, 92),
  'color-muted': mixed('on-surface', SURFACE, 28),
  'color-link': 'var(--_primary)',
  'color-outline': mixed('on-surface', SURFACE, 48),
  'color-focus': 'var(--_primary)',
  'color-danger': '#b0162a',
  'font-family': 'inherit',
  'font-size': 'max(1em, 14px)',
  radius: '0.625em',
  space: '1em',
};

/** What is another colour on a dark board. */
export const DARK: Theme = {
  'color-surface': mixed('primary', '#12161a', 93),
  'color-on-surface': mixed('primary', '#fff', 88),
  'color-tint': mixed('primary', SURFACE, 87),
  'color-link': mixed('primary', '#fff', 50),
  'color-focus': mixed('primary', '#fff', 50),
  'color-danger': '#ff9696',
};

/** The colour roles of the theme, by the names of their variables without prefix. */
export const COLOUR_ROLES = Object.keys(VARIABLES)
  .filter((name) => name.startsWith('color-'))
  .map((name) => name.slice(6)) as ColourRole[];
export type ColourRole = RoleOf<keyof typeof VARIABLES>;
type RoleOf<Name> = Name extends `color-${infer Role}` ? Role : never;

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

/** A role's colour on its way to another one, in per cent; styles read all of them through private names. */
function mixed(role: string, to: string, way: number): string {
  return `color-mix(in srgb,var(--_${role}),${to} ${way}%)`;
}
