import type { Changes } from './changes.ts';
import type { Facts } from './facts.ts';
import type { Columns } from './message.ts';

/** Columns with one entry a row. */
export const ROW_COLUMNS = [
  'posted',
  'contracts',
  'traits',
  'remote',
  'title',
  'trade',
  'employer',
  'tradeChoice',
  'sectorChoice',
  'employerChoice',
] as const;

/** Columns with one entry for each place of a row. */
export const PLACE_COLUMNS = ['commune', 'department', 'x', 'y', 'z'] as const;

/** Spare room in each new buffer, so that the next generations fit into it. */
const HEADROOM = 1.125;

const MANY_ENTRIES = 32;

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
  return allocateColumns({ visible: 0, rows: 1, places: 0, partners: 0 });
}

/** Columns of some lengths, with anything in them; over the memory of an idle set where that is large enough. */
export function allocateColumns(
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
 * The columns of the next generation: those of the last one with some rows changed. They are written over an idle set
 * where one is given; the last set stays as it is, engines still read it.
 *
 * @param order the visible rows of the new generation in their order
 */
export function nextColumns(last: Columns, changes: Changes, order: Uint32Array, idle?: Columns): Columns {
  const rows = changes.rows();
  const known = last.contracts.length;
  const size = {
    visible: order.length,
    rows: Math.max(known, (rows.at(-1) ?? 0) + 1),
    places: last.placeAt[known]! + changes.places,
    partners: last.partnerAt[known]! + changes.partners,
  };
  const next = allocateColumns(size, idle);
  next.order.set(order);
  for (const name of ROW_COLUMNS) next[name].set(last[name]);
  next.contracts.fill(0, known);
  const end: End = { row: 0, place: 0, partner: 0 };
  for (const row of rows) {
    copyEntries(next, last, row, end);
    const facts = changes.facts(row);
    if (facts) write(next, row, facts, end);
    else next.contracts[row] = 0;
    end.row = row + 1;
    next.placeAt[end.row] = end.place;
    next.partnerAt[end.row] = end.partner;
  }
  copyEntries(next, last, size.rows, end);
  return next;
}

/** How far columns are filled: the entries of all rows before one. */
interface End {
  row: number;
  place: number;
  partner: number;
}

/** Copies the places and partners of unchanged rows up to one; rows that the last generation did not have get none. */
function copyEntries(next: Columns, last: Columns, toRow: number, end: End): void {
  const fromRow = Math.min(end.row, last.contracts.length);
  const untilRow = Math.min(toRow, last.contracts.length);
  const placesBy = end.place - last.placeAt[fromRow]!;
  const partnersBy = end.partner - last.partnerAt[fromRow]!;
  for (let row = fromRow + 1; row <= untilRow; row++) {
    next.placeAt[row] = last.placeAt[row]! + placesBy;
    next.partnerAt[row] = last.partnerAt[row]! + partnersBy;
  }
  const [fromPlace, untilPlace] = [last.placeAt[fromRow]!, last.placeAt[untilRow]!];
  for (const name of PLACE_COLUMNS) copyRange(next[name], end.place, last[name], fromPlace, untilPlace);
  const [fromPartner, untilPartner] = [last.partnerAt[fromRow]!, last.partnerAt[untilRow]!];
  copyRange(next.partner, end.partner, last.partner, fromPartner, untilPartner);
  end.place += untilPlace - fromPlace;
  end.partner += untilPartner - fromPartner;
  next.placeAt.fill(end.place, Math.max(end.row, untilRow), toRow + 1);
  next.partnerAt.fill(end.partner, Math.max(end.row, untilRow), toRow + 1);
}

type Column = Columns[keyof Columns];

function copyRange(to: Column, at: number, from: Column, start: number, end: number): void {
  // A view for each of a few entries would take longer than they do.
  if (end - start > MANY_ENTRIES) to.set(from.subarray(start, end), at);
  else for (let entry = start; entry < end; entry++) to[at++] = from[entry]!;
}

function write(columns: Columns, row: number, facts: Facts, end: End): void {
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
