const MARK = 'data-town-jobs-printed';
/** Firefox before 121 does not know `:has`, passes over the rule and prints the whole page. */
const ALONE = `@media print {
  body :not(:has([${MARK}]), [${MARK}], [${MARK}] *) { display: none !important }
}`;

/** Prints an element alone, without the page around it, which is left as it was. */
export function printAlone(element: Element): void {
  let shown = element;
  for (let root = shown.getRootNode(); root instanceof ShadowRoot; root = shown.getRootNode()) {
    shown = root.host;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(ALONE);
  shown.toggleAttribute(MARK, true);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const leave = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    shown.toggleAttribute(MARK, false);
  };
  addEventListener('afterprint', leave, { once: true });
  print();
}
