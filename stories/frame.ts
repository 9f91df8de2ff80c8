import type { ArgTypes } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { configure } from '../src/index.ts';
import { playRecordedEndpoint, RECORDED } from './recorded/endpoint.ts';

playRecordedEndpoint();
configure({ lang: 'fr' });
let count = 0;

/** What a story's controls change. */
export interface Controls {
  board: string;
  scheme: 'light' | 'dark' | 'auto';
  width: number;
  dir: 'ltr' | 'rtl';
  primary?: string;
}

export const controls = { board: 'saint-omer', scheme: 'light', width: 1100, dir: 'ltr' } satisfies Controls;

export const argTypes: Partial<ArgTypes<Controls>> = {
  board: {
    control: 'select',
    options: [
      'saint-omer',
      'pessac',
      'bordeaux',
      'none',
      'one',
      'thousands',
      'anonymous',
      'long',
      'loading',
      'failed',
      'offline',
      'busy',
    ],
  },
  scheme: { control: 'inline-radio', options: ['light', 'dark', 'auto'] },
  width: { control: { type: 'range', min: 280, max: 1400, step: 20 } },
  dir: { control: 'inline-radio', options: ['ltr', 'rtl'] },
  primary: { control: 'color' },
};

/** Each story has a search of its own, so that stories on one page do not meet. */
export function frame(
  { width, dir, primary }: Controls,
  content: (search: string, endpoint: string) => TemplateResult,
): TemplateResult {
  const search = `story${++count}`;
  return html`<style>
      .${search} {
        max-width: ${width}px;
        font:
          16px/1.5 system-ui,
          sans-serif;
        ${primary ? `--town-jobs-color-primary: ${primary};` : ''}
      }
    </style>
    <div class=${search} lang="fr" dir=${dir}>${content(search, RECORDED)}</div>`;
}

/** Presses the first button or link that matches, once it is there: stories of what comes after a click. */
export async function press(canvas: HTMLElement, selector: string): Promise<void> {
  let found: HTMLElement | undefined;
  while (!(found = find(canvas, selector))) await new Promise(requestAnimationFrame);
  found.click();
}

function find(root: ParentNode, selector: string): HTMLElement | undefined {
  const own = root.querySelector<HTMLElement>(selector);
  if (own) return own;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inner = shadowRoot && find(shadowRoot, selector);
    if (inner) return inner;
  }
  return undefined;
}
