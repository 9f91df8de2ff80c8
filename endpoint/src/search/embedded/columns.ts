import type { Facts } from './facts.ts';
import type { Columns } from './message.ts';

/** Spare room in each new buffer, so that the next generations fit into it. */
const HEADROOM = 1.125;

interface Kind<A> {
  new (buffer: ArrayBufferLike, offset: number, length: number): A;
  readonly BYTES_PER_ELEMENT: number;
}

/** A shared array of a length: over the memory of an idle one where that is large enough. */
function shared<A extends ArrayBufferView>(kind: Kind<A>, length: number, idle?: A): A {
  const bytes = length * kind.BYTES_PER_ELEMENT;
  if (idle && idle.buffer.byteLength >= bytes) return new kind(idle.buffer, 0, length);
  return new kind(new SharedArrayBuffer(Math.ceil((bytes * HEADROOM) / 8 + 1) * 8), 0, length);
}

/** Columns of an index without offers. */
export function emptyColumns(): Columns {
  return allocate({ visible: 0, rows: 1, places: 0, partners: 0 });
}

function allocate(
  size: { visible: number; rows: number; places: number; partners: number },
  idle?: Columns,
): Columns {
  return {
    order: shared(Uint32Array, size.visible, idle?.order),
    posted: shared(Float64Array, size.rows, idle?.posted),
    contracts: shared(Uint16Array, size.rows, idle?.contracts),
    traits: shared(Uint32Array, size.rows, idle?.traits),
    remote: shared(Uint8Array, size.rows, idle?.remote),
    title: shared(Uint32Array, size.rows, idle?.title),
    trade: shared(Uint32Array, size.rows, idle?.trade),
    employer: shared(Uint32Array, size.rows, idle?.employer),
    tradeChoice: shared(Uint32Array, size.rows, idle?.tradeChoice),
    sectorChoice: shared(Uint32Array, size.rows, idle?.sectorChoice),
    employerChoice: shared(Uint32Array, size.rows, idle?.employerChoice),
    placeAt: shared(Uint32Array, size.rows + 1, idle?.placeAt),
    commune: shared(Uint32Array, size.places, idle?.commune),
    department: shared(Uint32Array, size.places, idle?.department),
    x: shared(Float64Array, size.places, idle?.x),
    y: shared(Float64Array, size.places, idle?.y),
    z: shared(Float64Array, size.places, idle?.z),
    partnerAt: shared(Uint32Array, size.rows + 1, idle?.partnerAt),
    partner: shared(Uint16Array, size.partners, idle?.partner),
  };
}

/**
 * The columns of the next generation: those of the last one with some rows changed (`undefined`: not visible any
 * more). They are written over an idle set where one is given; the last set stays as it is, engines still read it.
 *
 * @param order the visible rows of the new generation in their order
 */
export function nextColumns(
  last: Columns,
  changes: ReadonlyMap<number, Facts | undefined>,
  order: readonly number[] | Uint32Array,
  idle?: Columns,
): Columns {
  const size = { visible: order.length, rows: last.contracts.length, places: 0, partners: 0 };
  size.places = last.placeAt[size.rows]!;
  size.partners = last.partnerAt[size.rows]!;
  for (const [row, facts] of changes) {
    size.rows = Math.max(size.rows, row + 1);
    size.places += facts?.places.length ?? 0;
    size.partners += facts?.partners.length ?? 0;
  }
  const next = allocate(size, idle);
  next.order.set(order);
  const end = { place: 0, partner: 0 };
  for (let row = 0; row < size.rows; row++) {
    next.placeAt[row] = end.place;
    next.partnerAt[row] = end.partner;
    const facts = changes.get(row);
    if (facts) write(next, row, facts, end);
    else if (row < last.contracts.length && !changes.has(row)) copy(next, row, last, end);
    else next.contracts[row] = 0;
  }
  next.placeAt[size.rows] = end.place;
  next.partnerAt[size.rows] = end.partner;
  return next;
}

function write(columns: Columns, row: number, facts: Facts, end: { place: number; partner: number }): void {
  columns.posted[row] = facts.posted;
  columns.contracts[row] = facts.contracts;
  columns.traits[row] = facts.traits;
  columns.remote[row] = facts.remote ? 1 : 0;
  columns.title[row] = facts.title;
  columns.trade[row] = facts.trade;
  columns.employer[row] = facts.employer;
  columns.tradeChoice[row] = facts.tradeChoice;
  columns.sectorChoice[row] = facts.sectorChoice;
  columns.employerChoice[row] = facts.employerChoice;
  for (const place of facts.places) {
    columns.commune[end.place] = place.commune;
    columns.department[end.place] = place.department;
    [columns.x[end.place], columns.y[end.place], columns.z[end.place]] = place.vector;
    end.place++;
  }
  for (const partner of facts.partners) columns.partner[end.partner++] = partner;
}

function copy(columns: Columns, row: number, from: Columns, end: { place: number; partner: number }): void {
  columns.posted[row] = from.posted[row]!;
  columns.contracts[row] = from.contracts[row]!;
  columns.traits[row] = from.traits[row]!;
  columns.remote[row] = from.remote[row]!;
  columns.title[row] = from.title[row]!;
  columns.trade[row] = from.trade[row]!;
  columns.employer[row] = from.employer[row]!;
  columns.tradeChoice[row] = from.tradeChoice[row]!;
  columns.sectorChoice[row] = from.sectorChoice[row]!;
  columns.employerChoice[row] = from.employerChoice[row]!;
  for (let at = from.placeAt[row]!; at < from.placeAt[row + 1]!; at++) {
    columns.commune[end.place] = from.commune[at]!;
    columns.department[end.place] = from.department[at]!;
    columns.x[end.place] = from.x[at]!;
    columns.y[end.place] = from.y[at]!;
    columns.z[end.place] = from.z[at]!;
    end.place++;
  }
  for (let at = from.partnerAt[row]!; at < from.partnerAt[row + 1]!; at++) {
    columns.partner[end.partner++] = from.partner[at]!;
  }
}
