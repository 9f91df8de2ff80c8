import { contrast, parseColour } from './colour.ts';

/** What a colour of a theme stands on; every other one on the surface and on the tint. */
const GROUNDS: Readonly<Record<string, readonly string[]>> = {
  'on-primary': ['primary'],
  tint: ['on-surface'],
};

/**
 * Where a colour that somebody gave cannot be read, and what is there in its place.
 * @param given As `#rrggbb`
 * @param rules The rules that `readableRules` made
 */
export function unreadable(
  role: string,
  given: string,
  rules: string,
): { ground: string; ratio: number; used: string } {
  const shown = (name: string) => new RegExp(`--_${name}:(#\\w+)`).exec(rules)![1]!;
  const [worst] = (GROUNDS[role] ?? ['surface', 'tint'])
    .map((name) => {
      const ground = shown(name);
      return { ground, ratio: contrast(parseColour(given)!, parseColour(ground)!) };
    })
    .sort((one, other) => one.ratio - other.ratio);
  return { ...worst!, used: shown(role) };
}
