/** What we call of the analyzer; its own types leave it out. */
declare module '@custom-elements-manifest/analyzer/index.js' {
  import type typescript from 'typescript';
  export const ts: typeof typescript;
  export function create(options: {
    modules: readonly typescript.SourceFile[];
    plugins: readonly object[];
  }): unknown;
}

declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  export function litPlugin(): object[];
}
