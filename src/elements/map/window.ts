/** How near a resident can come. */
const MAX_SCALE = 24;
/** How far a mouse moves before it is a drag and no click, in pixels. */
const DRAG_PX = 4;

/** Steps of a key or of a button. */
export const ZOOM_STEP = 1.6;
export const PAN_STEP = 0.25;

/**
 * The part of the ground that a map's frame shows: a scale of 1 is the whole, and the frame never leaves the ground.
 * It listens to the gestures that leave a page its scroll: ctrl + wheel, two fingers, and dragging with a mouse.
 */
export class MapWindow {
  scale = 1;
  /** Where the ground's upper left corner stands in the frame, in pixels. */
  x = 0;
  y = 0;
  width = 0;
  height = 0;
  /** True from a drag to the click that ends it. */
  dragged = false;
  readonly #moved: () => void;
  #from: { x: number; y: number } | undefined;
  #fingers: { x: number; y: number; apart: number } | undefined;

  constructor(moved: () => void) {
    this.#moved = moved;
  }

  /** Takes the size of the frame, in pixels; says whether it is another one. */
  resize(width: number, height: number): boolean {
    if (width === this.width && height === this.height) return false;
    const grown = this.width ? width / this.width : 1;
    this.width = width;
    this.height = height;
    this.#to(this.scale, this.x * grown, this.y * grown);
    return true;
  }

  /** Comes nearer by a factor; what lies under the point of the frame stays there. */
  zoom(factor: number, x = this.width / 2, y = this.height / 2): void {
    const scale = Math.min(MAX_SCALE, Math.max(1, this.scale * factor));
    const by = scale / this.scale;
    this.#to(scale, x - (x - this.x) * by, y - (y - this.y) * by);
  }

  /** Moves the frame over the ground by shares of its size. */
  pan(right: number, down: number): void {
    this.#to(this.scale, this.x - right * this.width, this.y - down * this.height);
  }

  /** Brings a point of the ground into the frame, with room around it. */
  reveal(x: number, y: number, room: number): void {
    const within = (at: number, size: number) => at >= room && at <= size - room;
    if (within(x + this.x, this.width) && within(y + this.y, this.height)) return;
    this.#to(this.scale, this.width / 2 - x, this.height / 2 - y);
  }

  /** Shows the whole. */
  reset(): void {
    this.#to(1, 0, 0);
  }

  readonly onWheel = {
    handleEvent: (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = (event.currentTarget as Element).getBoundingClientRect();
      this.zoom(Math.exp(-event.deltaY / 200), event.clientX - left, event.clientY - top);
    },
    passive: false,
  };

  readonly onTouch = {
    handleEvent: (event: TouchEvent): void => {
      const [one, two] = event.touches;
      const before = this.#fingers;
      this.#fingers = undefined;
      if (!one || !two) return;
      if (event.cancelable) event.preventDefault();
      const { left, top } = (event.currentTarget as Element).getBoundingClientRect();
      const x = (one.clientX + two.clientX) / 2 - left;
      const y = (one.clientY + two.clientY) / 2 - top;
      const apart = Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY) || 1;
      this.#fingers = { x, y, apart };
      if (!before) return;
      this.#to(this.scale, this.x + x - before.x, this.y + y - before.y);
      this.zoom(apart / before.apart, x, y);
    },
    passive: false,
  };

  readonly onPointer = (event: PointerEvent): void => {
    const { type, pointerType, clientX: x, clientY: y } = event;
    if (pointerType !== 'mouse') return;
    if (type === 'pointerdown') {
      this.dragged = false;
      this.#from = event.button === 0 ? { x, y } : undefined;
      return;
    }
    if (!this.#from) return;
    if (type !== 'pointermove') {
      this.#from = undefined;
      return;
    }
    const right = x - this.#from.x;
    const down = y - this.#from.y;
    if (!this.dragged && Math.hypot(right, down) < DRAG_PX) return;
    if (!this.dragged) (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.dragged = true;
    this.#from = { x, y };
    this.#to(this.scale, this.x + right, this.y + down);
  };

  #to(scale: number, x: number, y: number): void {
    const within = (at: number, size: number) => Math.min(0, Math.max(size * (1 - scale), at));
    this.scale = scale;
    this.x = within(x, this.width);
    this.y = within(y, this.height);
    this.#moved();
  }
}
