import { COLOUR_ROLES, DARK, privateName, type Theme, variable, VARIABLES } from './variables.ts';

/**
 * The rules of an element whose colours follow from the main one as in `derivePalette`, mixed by the browser: the
 * page's variables, else the board's theme, else a shade. Nobody looks whether they can be read.
 */
export function mixedRules(_: Element, board: Theme, dark: boolean): string {
  let colours = `color-scheme:${dark ? 'dark' : 'light'};`;
  for (const role of COLOUR_ROLES) {
    const name = `color-${role}`;
    colours += rule(name, dark && role !== 'primary' ? DARK[name] : board[name]);
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
