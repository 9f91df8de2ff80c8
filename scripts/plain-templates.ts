import type { Plugin } from 'vite';

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
      const isSheet = id.endsWith('.styles.ts');
      if (!isSheet && !code.includes('html`')) return null;
      const plain = isSheet ? code.replace(/css`[^`]*`/g, plainSheet) : withoutQuotes(withoutNotes(code));
      return { code: plain, map: null };
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') chunk.code = withoutLines(chunk.code);
      }
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

/** A source whose markup has no quotes around single words. In ours, nothing but markup has double ones after `=`. */
export function withoutQuotes(source: string): string {
  return source.replace(/(\s[\w-]+)="([\w-]+)"(?=[\s>])/g, '$1=$2');
}

/** Minified code without the lines of its templates: a line that begins with spaces or a tag stands inside of one. */
export function withoutLines(code: string): string {
  return code.replace(/\n *(?=>)/g, '').replace(/\n(?: +|(?=<))/g, ' ');
}

function withoutNotes(source: string): string {
  return source.replace(/, \{ desc: '[^']*' \}/g, '');
}
