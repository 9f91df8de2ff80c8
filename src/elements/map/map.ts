import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { MAX_CHOICE_LENGTH } from '../../board/criteria.ts';
import type { Area, MapAnswer } from '../../client/map.ts';
import { MapController } from '../../page/map-controller.ts';
import { textsOf } from '../../locales/locales.ts';
import { define } from '../../shared/define.ts';
import { setState } from '../../shared/states.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { troubleSentence } from '../results/sentences.ts';
import { SearchElement } from '../search-element.ts';
import { bubblesOf, type Bubble } from './bubbles.ts';
import { Ground, gridPath, squareOf, type Extent } from './ground.ts';
import { mapStyles } from './map.styles.ts';
import { MapWindow, PAN_STEP, ZOOM_STEP } from './window.ts';

const STATES = ['before', 'loading', 'answers', 'none', 'failed', 'offline'] as const;
/** What keys do in the map: nearer, right, down. */
const KEYS: Readonly<Record<string, readonly [factor: number, right: number, down: number]>> = {
  '+': [ZOOM_STEP, 0, 0],
  '=': [ZOOM_STEP, 0, 0],
  '-': [1 / ZOOM_STEP, 0, 0],
  ArrowLeft: [1, -PAN_STEP, 0],
  ArrowRight: [1, PAN_STEP, 0],
  ArrowUp: [1, 0, -PAN_STEP],
  ArrowDown: [1, 0, PAN_STEP],
};

/**
 * Where the offers of a search lie: a bubble for each commune, with its number. A bubble narrows the search to its
 * commune; a table below does all that the map does.
 *
 * @tag town-jobs-map
 * @slot - A link or a text for the time before the first answer.
 * @csspart view - The frame of the map; its height can be set.
 * @csspart bubble - A commune, or several that lie close together, with their number.
 * @csspart tools - The line of buttons below the frame.
 * @csspart notes - What the map cannot show.
 * @csspart table - The offers by commune.
 * @cssstate before - Nothing was asked yet.
 * @cssstate loading - An answer is awaited.
 * @cssstate answers - Offers are shown.
 * @cssstate none - Nothing can be shown on a map.
 * @cssstate failed - No answer came.
 * @cssstate offline - The visitor has no network.
 * @fires {TownJobsSearchEvent} town-jobs-search - Somebody chooses a commune; cancel it to keep the board from asking.
 */
export class TownJobsMap extends SearchElement {
  static override styles = [baseStyles, mapStyles];

  readonly #map = new MapController(this, this.page);
  readonly #window = new MapWindow(() => this.requestUpdate());
  readonly #size = new ResizeObserver(() => this.#measure());
  readonly #paper = matchMedia('print');
  #ground?: Ground;
  #extent?: Extent;
  #outline = '';
  #bubbles: readonly Bubble[] = [];
  /** What the bubbles were made for. */
  #drawn?: readonly unknown[];
  #em = 16;
  #watched?: Element;
  #isListed = false;
  #focused?: string;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#paper.addEventListener('change', this.#onPaper);
    this.#watched = undefined;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#paper.removeEventListener('change', this.#onPaper);
    this.#size.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    setState(this.internals, this.#map.state.status, STATES);
    this.#draw();
    this.#focused = this.shadowRoot?.activeElement?.getAttribute('data-code') ?? undefined;
  }

  protected override render(): TemplateResult {
    const { state } = this.page;
    if (!state) return this.base(html`<slot></slot>`);
    const { status, answer } = this.#map.state;
    return this.base(html`
      <button class="skip screen" @click=${this.#leave}>${msg('Passer la carte')}</button>
      ${this.#renderSaid()}
      <div
        part="view"
        class="view"
        role="group"
        tabindex="0"
        aria-label=${msg('Carte : flèches pour se déplacer, + et − pour zoomer, Échap pour en sortir')}
        aria-busy=${status === 'loading'}
        @keydown=${this.#onKey}
        @focusin=${this.#onFocus}
        @wheel=${this.#window.onWheel}
        @touchstart=${this.#window.onTouch}
        @touchmove=${this.#window.onTouch}
        @touchend=${this.#window.onTouch}
        @pointerdown=${this.#window.onPointer}
        @pointermove=${this.#window.onPointer}
        @pointerup=${this.#window.onPointer}
        @pointercancel=${this.#window.onPointer}
      >
        ${this.#renderGround()}
        <div class="land">${this.#bubbles.map((bubble) => this.#renderBubble(bubble))}</div>
      </div>
      ${this.#renderTools()} ${answer ? this.#renderNotes(answer) : nothing}
      ${answer?.areas.length ? this.#renderTable(answer) : nothing}
    `);
  }

  protected override updated(): void {
    const { scale, x, y } = this.#window;
    const move = `translate(${x}px,${y}px)`;
    const root = this.shadowRoot!;
    const svg = root.querySelector<SVGElement>('.view > svg');
    if (svg) Object.assign(svg.style, { transform: `${move} scale(${scale})`, strokeWidth: `${1 / scale}` });
    const land = root.querySelector<HTMLElement>('.land');
    if (!land) return;
    this.#watchSize();
    land.style.transform = move;
    for (const [index, { x, y, radius }] of this.#bubbles.entries()) {
      const { style } = land.children[index] as HTMLElement;
      style.transform = `translate(${x - radius}px,${y - radius}px)`;
      style.setProperty('--_size', `${2 * radius}px`);
    }
    this.#keepFocus(land);
  }

  /** Shows the whole territory again. */
  reset(): void {
    this.#window.reset();
  }

  /** The frame is there once the element has found its search. */
  #watchSize(): void {
    const view = this.shadowRoot!.querySelector('.view');
    if (!view || view === this.#watched) return;
    this.#watched = view;
    this.#size.observe(view);
  }

  #measure(): void {
    const view = this.shadowRoot!.querySelector<HTMLElement>('.view');
    if (!view) return;
    this.#em = Number.parseFloat(getComputedStyle(view).fontSize) || this.#em;
    if (this.#window.resize(view.clientWidth, view.clientHeight)) this.requestUpdate();
  }

  /** Makes the bubbles anew where answer, scale or size are others. */
  #draw(): void {
    const { status, answer, outline } = this.#map.state;
    const { scale, width, height } = this.#window;
    const areas = status === 'failed' || status === 'offline' ? undefined : answer?.areas;
    const wanted = [areas, outline, scale, width, height, this.#em];
    if (wanted.every((one, index) => one === this.#drawn?.[index])) return;
    this.#drawn = wanted;
    const first = areas?.find(({ point }) => point)?.point;
    if (first) this.#ground ??= new Ground(first[0]);
    this.#ground?.hold(areas ?? []);
    if (this.#ground && outline) this.#outline ||= this.#ground.outline(outline);
    this.#extent = this.#ground?.extent(width, height);
    this.#bubbles = this.#extent
      ? bubblesOf(this.#ground!.spots(areas ?? [], this.#extent, width), scale, this.#em)
      : [];
  }

  /** After a bubble was merged or parted, the focus stays on the one that holds its commune. */
  #keepFocus(land: HTMLElement): void {
    const code = this.#focused;
    if (!code || this.shadowRoot!.activeElement?.getAttribute('data-code') === code) return;
    const index = this.#bubbles.findIndex(({ areas }) => areas.some((area) => area.code === code));
    const next = land.children[index] ?? land.parentElement;
    (next as HTMLElement).focus({ preventScroll: true });
  }

  #renderSaid(): TemplateResult {
    const { status, answer } = this.#map.state;
    const said = troubleSentence(this.#map.state, this.format);
    return html`<div class="said">
      <p class="failure">
        <span role="status">${said ?? nothing}</span>${
          said && status === 'failed'
            ? html`<button class="primary" @click=${() => this.#map.retry()}>${msg('Réessayer')}</button>`
            : nothing
        }
      </p>
      ${said ? nothing : answer ? html`<p>${this.#summary(answer)}</p>` : html`<slot></slot>`}
    </div>`;
  }

  #summary({ areas, level }: MapAnswer): string {
    const { length } = areas;
    const { format } = this;
    if (!length) return msg('Aucune offre à placer sur la carte.');
    if (level === 'commune')
      return format.plural(msg('Des offres dans # commune|Des offres dans # communes'), length);
    return msg(
      'Il y a trop de communes pour la carte : elle compte par intercommunalité ou par département.',
    );
  }

  #renderGround(): TemplateResult {
    const extent = this.#extent;
    return html`<svg
      role="img"
      aria-label=${msg('Carte des offres d’emploi')}
      viewBox=${extent ? `${extent.west} ${extent.north} ${extent.width} ${extent.height}` : '0 0 1 1'}
      preserveAspectRatio="none"
    >
      <path class="outline" d=${this.#outline} vector-effect="non-scaling-stroke" />
      <path d=${extent ? gridPath(extent, squareOf(extent)) : ''} vector-effect="non-scaling-stroke" />
    </svg>`;
  }

  #renderBubble(bubble: Bubble): TemplateResult {
    const { areas, total, named } = bubble;
    const [largest] = areas;
    const label = this.#label(areas, total);
    return html`<button
      part="bubble"
      class="bubble"
      data-code=${largest!.code}
      title=${label}
      aria-label=${label}
      aria-pressed=${this.#pressed(areas)}
      aria-disabled=${!this.#canChoose}
      @click=${() => this.#choose(bubble.areas, bubble)}
    >
      <b>${this.format.number(total)}</b>${named ? html`<span class=${named} data-name=${largest!.name}></span>` : nothing}
    </button>`;
  }

  /** "Arques, 12 offres"; "Arques et 3 autres communes, 40 offres". */
  #label([largest, ...others]: readonly Area[], total: number): string {
    const { format } = this;
    const offers = format.plural(msg('# offre|# offres'), total);
    const { name } = largest!;
    if (!others.length) return `${name}, ${offers}`;
    const more = format.plural(msg('# autre|# autres'), others.length);
    return msg(str`${name} et ${more}, ${offers}`);
  }

  get #chosen(): readonly string[] {
    return this.page.state?.criteria.commune ?? [];
  }

  /** Larger areas are no criterion, and a webmaster may have fixed the communes. */
  get #canChoose(): boolean {
    return this.#map.state.answer?.level === 'commune' && !this.page.search!.locked.has('commune');
  }

  #pressed(areas: readonly Area[]): 'true' | 'mixed' | 'false' {
    const chosen = areas.filter(({ code }) => this.#chosen.includes(code)).length;
    return chosen === areas.length ? 'true' : chosen ? 'mixed' : 'false';
  }

  /** A bubble of more communes than a search can name comes nearer instead. */
  #choose(areas: readonly Area[], bubble?: Bubble): void {
    const isDragEnd = this.#window.dragged;
    this.#window.dragged = false;
    if (!this.#canChoose || isDragEnd) return;
    const codes = areas.map(({ code }) => code);
    const rest = this.#chosen.filter((code) => !codes.includes(code));
    const commune = this.#pressed(areas) === 'true' ? rest : [...rest, ...codes];
    if (commune.join().length <= MAX_CHOICE_LENGTH) this.ask({ commune });
    else if (bubble) this.#window.zoom(ZOOM_STEP, bubble.x + this.#window.x, bubble.y + this.#window.y);
  }

  #renderTools(): TemplateResult {
    const tools: [label: string, sign: string, key: string][] = [
      [msg('Zoomer'), '+', '+'],
      [msg('Dézoomer'), '−', '-'],
      [msg('Vers l’ouest'), '←', 'ArrowLeft'],
      [msg('Vers l’est'), '→', 'ArrowRight'],
      [msg('Vers le nord'), '↑', 'ArrowUp'],
      [msg('Vers le sud'), '↓', 'ArrowDown'],
    ];
    return html`<div part="tools" class="tools screen" role="group" aria-label=${msg('Déplacer la carte')}>
      ${tools.map(
        ([label, sign, key]) =>
          html`<button aria-label=${label} title=${label} @click=${() => this.#move(key)}>${sign}</button>`,
      )}
      <button @click=${this.reset}>${msg('Tout voir')}</button>
      ${
        this.#chosen.length && this.#canChoose
          ? html`<button @click=${() => this.ask({ commune: undefined })}>
              ${msg('Toutes les communes')}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderNotes({ unplaced, outside, areas }: MapAnswer): TemplateResult {
    const { format } = this;
    const nowhere = areas.filter(({ point }) => !point).length;
    const notes = [
      this.#extent && msg(str`Côté d’un carré : ${format.distance(squareOf(this.#extent))}.`),
      unplaced &&
        format.plural(msg('# offre sans commune précise.|# offres sans commune précise.'), unplaced),
      outside && format.plural(msg('# offre hors du territoire.|# offres hors du territoire.'), outside),
      this.page.state?.board?.territory.approximate && msg('Les positions sont approchées.'),
      nowhere &&
        format.plural(
          msg('# commune est dans le tableau seulement.|# communes sont dans le tableau seulement.'),
          nowhere,
        ),
    ];
    const source = this.#outline && this.#map.state.outline?.source;
    return html`<p part="notes" class="notes">
      ${notes.filter(Boolean).join(' ')} ${source ? html`<span lang="fr">${source}.</span>` : nothing}
    </p>`;
  }

  #renderTable({ areas }: MapAnswer): TemplateResult {
    return html`<details part="table" @toggle=${this.#onToggle}>
      <summary>${msg('Offres par commune')}</summary>
      ${
        this.#isListed
          ? html`<div class="rows"><table>
              <thead>
                <tr>
                  <th scope="col">${msg('Commune')}</th>
                  <th scope="col">${msg('Offres')}</th>
                </tr>
              </thead>
              <tbody>
                ${areas.map((area) => this.#renderRow(area))}
              </tbody>
            </table></div>`
          : nothing
      }
    </details>`;
  }

  #renderRow(area: Area): TemplateResult {
    const { name, total } = area;
    return html`<tr>
      <th scope="row">
        <button
          aria-label=${this.#label([area], total)}
          aria-pressed=${this.#pressed([area])}
          aria-disabled=${!this.#canChoose}
          @click=${() => this.#choose([area])}
        >
          <b></b>${name}</button
        ><span class="paper">${name}</span>
      </th>
      <td>${this.format.number(total)}</td>
    </tr>`;
  }

  #move(key: string): boolean {
    const [factor, right, down] = KEYS[key] ?? [];
    if (!factor) return false;
    this.#window.zoom(factor);
    this.#window.pan(right!, down!);
    return true;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') this.#leave();
    else if (this.#move(event.key)) event.preventDefault();
  }

  #onFocus({ target }: FocusEvent): void {
    const { children } = this.shadowRoot!.querySelector('.land')!;
    const bubble = this.#bubbles[[...children].indexOf(target as Element)];
    if (bubble) this.#window.reveal(bubble.x, bubble.y, bubble.radius);
  }

  /** Out of the map, to what follows it. */
  #leave(): void {
    const root = this.shadowRoot!;
    const next =
      root.querySelector<HTMLElement>('summary') ?? root.querySelector<HTMLElement>('.tools button');
    next?.focus();
  }

  #onToggle({ target }: Event): void {
    this.#isListed = (target as HTMLDetailsElement).open;
    this.requestUpdate();
  }

  /** Paper shows the table in place of the map. */
  readonly #onPaper = ({ matches }: MediaQueryListEvent): void => {
    const details = this.shadowRoot?.querySelector('details');
    if (matches && details) details.open = true;
  };
}

define('town-jobs-map', TownJobsMap, textsOf('map'));

declare global {
  interface HTMLElementTagNameMap {
    'town-jobs-map': TownJobsMap;
  }
}
