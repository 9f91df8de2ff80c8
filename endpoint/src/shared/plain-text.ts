import type { Block } from '../contract/index.ts';

/** The words of a description, its blocks one after the other. */
export function plainText(blocks: readonly Block[]): string {
  const runs = blocks.flatMap((block) => [...(block.runs ? [block.runs] : []), ...(block.items ?? [])]);
  return runs.map((inlines) => inlines.map(({ text }) => text).join('')).join('\n');
}
