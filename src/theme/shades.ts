import { COLOUR_ROLES, type ColourRole, privateName, type Theme, variable, VARIABLES } from './variables.ts';

const NIGHT = '#12161a';

/**
 * The rules of an element whose colours follow from the main one as in `derivePalette`, mixed by the browser: the
 * page's variables, else the board's theme, else a shade. Nobody looks whether they can be read.
 */
export function mixedRules(_: Element, board: Theme, dark: boolean): string {
  const shades = shadesOf(dark);
  let colours = `color-scheme:${dark ? 'dark' : 'light'};`;
  for (const role of COLOUR_ROLES) {
    const ofBoard = !dark || role === 'primary' ? board[`color-${role}`] : undefined;
    colours += rule(`color-${role}`, ofBoard ?? shades[role]);
  }
  return themeRules(board, colours);
}

/** The rules of an element: the board's theme, and on a screen these colours. Paper is white: there the defaults stand. */
export function themeRules(board: Theme, colours: string): string {
  let always = '';
  for (const [name, value] of Object.entries(VARIABLES))
    always += rule(name, value) + rule(name, name.startsWith('color-') ? undefined : board[name]);
  return `.base{${always}}@media screen{.base{${colours}}}`;
}

function rule(name: string, value: string | undefined): string {
  return !value || /[;{}]/.test(value) ? '' : `${privateName(name)}:var(${variable(name)},${value});`;
}

/** What is not the default of its role, on a light board or a dark one. */
function shadesOf(dark: boolean): Partial<Record<ColourRole, string>> {
  const mix = (from: string, to: string, share: number) =>
    `color-mix(in srgb,var(--_${from}),${to} ${share}%)`;
  const surface = 'var(--_surface)';
  const accent = dark ? mix('primary', '#fff', 50) : 'var(--_primary)';
  return {
    surface: dark ? mix('primary', NIGHT, 93) : undefined,
    'on-surface': mix('primary', dark ? '#fff' : NIGHT, 88),
    tint: mix('primary', surface, dark ? 87 : 92),
    muted: mix('on-surface', surface, 28),
    link: accent,
    outline: mix('on-surface', surface, 48),
    focus: accent,
    danger: dark ? '#ff9696' : undefined,
  };
}
