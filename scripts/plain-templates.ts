import MagicString from 'magic-string';
import type { ESTree, Plugin } from 'vite';

/**
 * Takes out of templates what only readers of the source need: comments and layout of style sheets, line breaks,
 * indentation and quotes of markup, and notes to translators.
 */
export function plainTemplates(): Plugin {
  return {
    name: 'plain-templates',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const plain = id.endsWith('.styles.ts') ? code.replace(/css`[^`]*`/g, plainSheet) : withoutNotes(code);
      return plain === code ? null : { code: plain, map: null };
    },
    renderChunk(code) {
      const plain = new MagicString(code);
      for (const { start, end } of templateTexts(this.parse(code))) {
        if (end > start) plain.update(start, end, plainMarkup(code.slice(start, end)));
      }
      return { code: plain.toString(), map: plain.generateMap({ hires: true }) };
    },
  };
}

/** A style sheet on one line. */
export function plainSheet(sheet: string): string {
  return sheet
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>!/]) ?| (\*) (?=[\d.])/g, '$1$2')
    .replace(/: /g, ':')
    .replace(/(?<![\d.])0\./g, '.')
    .replace(/;}/g, '}')
    .replace(/(?<=^css`) /, '');
}

/** Markup on one line, without quotes around single words; spaces that may be seen stay. */
export function plainMarkup(markup: string): string {
  return markup
    .replace(/(\s[\w-]+)="([\w-]+)"(?=[\s>])/g, '$1=$2')
    .replace(/\s*\n\s*(?=>)/g, '')
    .replace(/\s*\n\s*/g, ' ');
}

/** Where the texts of tagged templates stand, between their values. */
function templateTexts(program: ESTree.Program): { start: number; end: number }[] {
  const texts: { start: number; end: number }[] = [];
  const look = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { type, quasi } = node as Partial<ESTree.TaggedTemplateExpression>;
    if (type === 'TaggedTemplateExpression') texts.push(...quasi!.quasis);
    for (const inner of Object.values(node)) look(inner);
  };
  look(program.body);
  return texts;
}

function withoutNotes(source: string): string {
  return source.replace(/, \{ desc: '[^']*' \}/g, '');
}
