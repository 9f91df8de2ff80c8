import { expect } from '@open-wc/testing';
import { readableRules } from './readable.ts';
import { mixedRules } from './shades.ts';
import { COLOUR_ROLES, privateName, type Theme } from './variables.ts';

/** The colours of a board as the screen has them, red, green and blue from 0 to 255, by their roles. */
function painted(rulesOf: typeof mixedRules, board: Theme, dark: boolean): Record<string, readonly number[]> {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<div class="base"><i></i></div>';
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets = [sheet];
  const colours: Record<string, readonly number[]> = {};
  for (const role of COLOUR_ROLES) {
    sheet.replaceSync(`${rulesOf(host, board, dark)} i { color: var(${privateName(role)}) }`);
    const { color } = getComputedStyle(root.querySelector('i')!);
    const scale = color.startsWith('rgb') ? 1 : 255;
    colours[role] = color
      .match(/\d[\d.]*/g)!
      .slice(0, 3)
      .map((channel) => Number(channel) * scale);
  }
  host.remove();
  return colours;
}

function expectEqual(one: Record<string, readonly number[]>, other: Record<string, readonly number[]>): void {
  for (const role of COLOUR_ROLES) {
    const apart = one[role]!.map((channel, i) => Math.abs(channel - other[role]![i]!));
    expect(Math.max(...apart), `${role}: ${one[role]} and ${other[role]}`).to.be.below(1.5);
  }
}

describe('the shades that the browser mixes', () => {
  it('are those of the palette on a light board, where they can be read', () => {
    for (const colour of ['#7a1f3d', '#005a9c', '#1d4a2b', '#333333']) {
      const board = { 'color-primary': colour };
      expectEqual(painted(mixedRules, board, false), painted(readableRules, board, false));
    }
  });

  it('are those of the palette on a dark board, where they can be read', () => {
    for (const colour of ['#a84a6c', '#3a78b0', '#707070']) {
      const board = { 'color-primary': colour, 'color-link': '#ff0000' };
      expectEqual(painted(mixedRules, board, true), painted(readableRules, board, true));
    }
  });

  it('are those of the palette where nobody set a colour', () => {
    expectEqual(painted(mixedRules, {}, false), painted(readableRules, {}, false));
  });

  it('give way to every colour that the board sets', () => {
    const board = Object.fromEntries(COLOUR_ROLES.map((role, i) => [`color-${role}`, `rgb(${i}, 2, 3)`]));
    const colours = painted(mixedRules, board, false);

    expect(COLOUR_ROLES.map((role) => colours[role])).to.deep.equal(COLOUR_ROLES.map((_, i) => [i, 2, 3]));
  });

  it('let no value of the board out of its rule', () => {
    const rules = mixedRules(
      document.body,
      { radius: '0} * {display:none', 'color-primary': 'red;x:y' },
      false,
    );

    expect(rules).to.not.match(/display|x:y/);
  });
});
