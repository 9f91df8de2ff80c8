const ATTRIBUTE = 'data-town-jobs';

/**
 * Puts a `<town-jobs>` into each `<div data-town-jobs="saint-omer">`, around the link that stands there: for editors
 * that strip tags which they do not know. Every other `data-…` of the div is an attribute of the board.
 */
export function fillPlaceholders(): void {
  for (const placeholder of document.querySelectorAll<HTMLElement>(`[${ATTRIBUTE}]`)) {
    if (placeholder.querySelector('town-jobs')) continue;
    const board = document.createElement('town-jobs');
    for (const { name, value } of [...placeholder.attributes]) {
      if (name === ATTRIBUTE) board.setAttribute('board', value);
      else if (name.startsWith('data-')) board.setAttribute(name.slice('data-'.length), value);
    }
    board.append(...placeholder.childNodes);
    placeholder.append(board);
  }
}
