import { createHash } from 'node:crypto';
import { html } from 'ghtml';
import type { CompiledBoard } from '../boards/board.ts';
import { pageStyles } from './styles.ts';

/** A page with the headers that it must be sent with. */
export interface Page {
  html: string;
  headers: Record<string, string>;
}

/** What stands in a page; `head` and `styles` are added to what all pages have. */
export interface Content {
  title: string;
  body: string;
  head?: string;
  styles?: string;
}

/** Lays a page out: no script, no request to anyone, its style sheet allowed by its hash. */
export function layout(
  board: CompiledBoard | undefined,
  { title, body, head = '', styles: own = '' }: Content,
): Page {
  const styles = pageStyles(board?.definition.theme['color-primary']) + own;
  const hash = createHash('sha256').update(styles).digest('base64');
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
    },
    html: html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
!${head}<style>!${styles}</style>
</head>
<body>!${body}</body>
</html>
`,
  };
}
