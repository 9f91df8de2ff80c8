import { tell } from '../shared/console.ts';
import { hexOf, parseColour, type Rgb } from './colour.ts';
import { derivePalette } from './contrast.ts';
import {
  COLOUR_ROLES,
  type ColourRole,
  PRIMARY,
  privateName,
  type Theme,
  variable,
  VARIABLES,
} from './variables.ts';

const known = new Map<string, string>();

/**
 * The rules of an element in which every pair of colours can be read: the page's variables as the element sees them,
 * else the board's theme, else shades of the main colour. A colour that is replaced is told in the console.
 */
export function readableRules(host: Element, board: Theme, dark: boolean): string {
  const style = getComputedStyle(host);
  const page = COLOUR_ROLES.map((role) => style.getPropertyValue(variable(`color-${role}`)).trim());
  const key = JSON.stringify([page, board, dark]);
  let rules = known.get(key);
  if (!rules) known.set(key, (rules = themeRules(board, colours(page, board, dark))));
  return rules;
}

function colours(page: readonly string[], board: Theme, dark: boolean): string {
  const given: Partial<Record<ColourRole, Rgb>> = {};
  for (const [i, role] of COLOUR_ROLES.entries()) {
    const ofBoard = !dark || role === 'primary' ? board[`color-${role}`] : undefined;
    const colour = readColour(page[i]) ?? readColour(ofBoard);
    if (colour) given[role] = colour;
  }
  const primary = given.primary ?? PRIMARY;
  const { palette, dark: onDark } = derivePalette({ ...given, primary }, dark);

  let rules = `color-scheme:${onDark ? 'dark' : 'light'};`;
  for (const role of COLOUR_ROLES) rules += `--_${role}:${hexOf(palette[role])};`;
  for (const role of COLOUR_ROLES) {
    const wanted = given[role];
    // The main colour is lightened in the dark without having been asked for.
    if (wanted && wanted !== palette[role] && role !== 'primary')
      tell('contrast', role, hexOf(wanted), rules);
  }
  return rules;
}

/** The rules of an element: the board's theme, and on a screen these colours. Paper is white: there the defaults stand. */
function themeRules(board: Theme, colours: string): string {
  let always = '';
  for (const [name, value] of Object.entries(VARIABLES))
    always += rule(name, value) + rule(name, name.startsWith('color-') ? undefined : board[name]);
  return `.base{${always}}@media screen{.base{${colours}}}`;
}

function rule(name: string, value: string | undefined): string {
  return !value || /[;{}]/.test(value) ? '' : `${privateName(name)}:var(${variable(name)},${value});`;
}

/** Any CSS colour as it appears on the screen; undefined where it is none or lets through what lies behind it. */
function readColour(text: string | undefined): Rgb | undefined {
  if (!text || !CSS.supports('color', text)) return undefined;
  const simple = parseColour(text);
  if (simple) return simple;
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return undefined;
  pen.fillStyle = text;
  pen.fillRect(0, 0, 1, 1);
  const [r, g, b, alpha] = pen.getImageData(0, 0, 1, 1).data;
  return alpha === 255 ? [r!, g!, b!] : undefined;
}
