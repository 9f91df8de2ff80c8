/**
 * Every public theme variable, without its prefix `--town-jobs-`, with its default. Defaults stand here alone;
 * styles read them through private names (`--town-jobs-color-primary` as `--_primary`).
 * The colours are those that `derivePalette` gives for the default main colour on a light board.
 */
export const VARIABLES = {
  'color-primary': '#0f5c73',
  'color-on-primary': '#ffffff',
  'color-surface': '#ffffff',
  'color-on-surface': '#121e25',
  'color-tint': '#ecf2f4',
  'color-muted': '#545d62',
  'color-link': '#0f5c73',
  'color-outline': '#848a8e',
  'color-focus': '#0f5c73',
  'color-danger': '#b0162a',
  'font-family': 'inherit',
  'font-size': 'max(1em, 14px)',
  radius: '0.625em',
  space: '1em',
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
