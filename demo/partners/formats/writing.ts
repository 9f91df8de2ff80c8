import type { DemoBlock, DemoPosting } from '../posting.ts';
import { offerLink } from '../partners.ts';

/** Characters that no feed should hold, and that some do. */
const CONTROLS = '\u0001\u0008\u009d';

/** A text for XML: markup characters replaced. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A text inside a CDATA section, which its own end mark must not close. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** A description as the HTML that partners send. */
export function blocksHtml(blocks: readonly DemoBlock[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'ul')
        return `<ul>${block.items.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</ul>`;
      if (block.kind === 'heading') return `<p><strong>${escapeXml(block.text)}</strong></p>`;
      return `<p>${escapeXml(block.text)}</p>`;
    })
    .join('\n');
}

/** A description as lines of plain text. */
export function blocksText(blocks: readonly DemoBlock[]): string {
  return blocks
    .map((block) => (block.kind === 'ul' ? block.items.map((item) => `- ${item}`).join('\n') : block.text))
    .join('\n');
}

/** Title, link and text of a posting with its flaw, if it has one. */
export function flawed(
  posting: DemoPosting,
  base: string,
  text: string,
): { title: string; link: string; text: string } {
  const { flaw, title, partner, reference } = posting;
  return {
    title: flaw === 'no-title' ? '' : title,
    link:
      flaw === 'no-link'
        ? ''
        : flaw === 'script-link'
          ? 'javascript:alert(1)'
          : offerLink(base, partner, reference),
    text: flaw === 'control-characters' ? `${CONTROLS}${text}${CONTROLS}` : text,
  };
}

const CONTRACT_NAMES: Record<DemoPosting['contract'], string> = {
  cdi: 'CDI',
  cdd: 'CDD',
  interim: 'Intérim',
  saisonnier: 'Saisonnier',
  apprentissage: 'Apprentissage',
  stage: 'Stage',
  independant: 'Indépendant',
};

/** A contract in French, as people write it. */
export function contractName({ contract }: Pick<DemoPosting, 'contract'>): string {
  return CONTRACT_NAMES[contract];
}

const PARIS = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** An instant as "2026-11-22 14:05:00", the clock on a wall in Paris. */
export function parisClock(instant: Date): string {
  return PARIS.format(instant);
}

/** An instant as "22/11/2026", in Paris. */
export function frenchDay(instant: Date): string {
  const [year, month, day] = parisClock(instant).slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** A number with a decimal comma. */
export function comma(value: number): string {
  return String(value).replace('.', ',');
}

/** When a posting is worked: "travail de nuit, le week-end"; empty where nothing is said. */
export function shiftsText({ shifts }: DemoPosting): string {
  return shifts.length === 0 ? '' : `travail ${shifts.join(', ')}`;
}
