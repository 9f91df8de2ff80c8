/** A colour as a board's theme may write it; anything else could leave the style sheet. */
const COLOUR = /^(#[\da-f]{3,8}|[a-z]+|(rgb|hsl|oklch|lab)a?\([\d\s.,%/-]+\))$/i;

/**
 * The style sheet of a page without JavaScript. The town's colour is a line and a mark, never the ground of a text:
 * whatever it is, the contrast stays.
 */
export function pageStyles(primary = '#31556b'): string {
  const accent = COLOUR.test(primary) ? primary : '#31556b';
  return `
:root{color-scheme:light dark;--accent:${accent};--paper:#fff;--ground:#f4f5f6;--ink:#1b2429;--soft:#4c5a62;--line:#c3cbd0;--edge:#6d7a82;--button:#1b2429;--on-button:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#1b2226;--ground:#12171a;--ink:#eef1f2;--soft:#b3bec4;--line:#3c484f;--edge:#8a979e;--button:#eef1f2;--on-button:#12171a}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
a{color:inherit;text-underline-offset:.2em}
a:hover{text-decoration-thickness:.15em}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 2px var(--paper)}
.skip{position:absolute;left:-999rem}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{left:1rem;top:1rem;padding:.5rem 1rem;background:var(--paper)}
header{border-top:.5rem solid var(--accent);background:var(--paper);border-bottom:1px solid var(--line)}
.wide{max-width:56rem;margin:0 auto;padding:1.25rem 1rem}
h1{margin:0;font-size:1.75rem;line-height:1.2}
h2{margin:0 0 1rem;font-size:1.25rem}
form{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));align-items:end;margin-top:1.25rem}
details{grid-column:1/-1}
summary{min-height:2.75rem;padding:.6rem 0;font-weight:600;cursor:pointer}
details>div{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));align-items:end}
.kept{grid-column:1/-1;margin:0}
label{display:block;font-weight:600}
input,select,button{width:100%;min-height:2.75rem;padding:.4rem .75rem;border:1px solid var(--edge);border-radius:.4rem;background:var(--paper);color:var(--ink);font:inherit}
button{background:var(--button);color:var(--on-button);font-weight:600;cursor:pointer}
.banner{margin:0;padding:.6rem 1rem;background:var(--ink);color:var(--paper);text-align:center}
ul,ol{list-style:none;margin:0;padding:0}
.offers>li{margin:0 0 .75rem;padding:1rem 1.25rem;background:var(--paper);border:1px solid var(--line);border-left:.3rem solid var(--accent);border-radius:.4rem}
.offers h3{margin:0 0 .2rem;font-size:1.125rem;line-height:1.35;overflow-wrap:anywhere}
.offers p{margin:.15rem 0}
.soft{color:var(--soft)}
.facts{display:flex;flex-wrap:wrap;gap:.2rem 1rem}
nav ul{display:flex;flex-wrap:wrap;gap:.5rem}
nav a,nav [aria-current]{display:inline-block;min-width:2.75rem;padding:.5rem .8rem;border:1px solid var(--edge);border-radius:.4rem;text-align:center;background:var(--paper)}
nav [aria-current]{font-weight:700;border-width:2px}
footer{border-top:1px solid var(--line)}
@media print{form,nav,.skip{display:none}body{background:none}}
`.trim();
}
