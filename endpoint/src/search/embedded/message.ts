/**
 * The facts by which offers are found, one entry a row, in memory that threads share. They decide what is visible:
 * a row that is not in `order` does not exist, whatever the file holds. Arrays with `At` tell where the entries of a
 * row begin; it ends where those of the next row begin.
 */
export interface Columns {
  /** Visible rows, the newest day first, then by id. */
  order: Uint32Array;
  /** ms since the epoch. */
  posted: Float64Array;
  /** One bit for each word of a contract and its nature, see `bits.ts`; 0 for a row that is not visible. */
  contracts: Uint16Array;
  /** One bit for each word of the other closed filters. */
  traits: Uint32Array;
  /** 1 for fully remote offers. */
  remote: Uint8Array;
  /** Numbers of the labels of title, trade and employer; 0 for none. */
  title: Uint32Array;
  trade: Uint32Array;
  employer: Uint32Array;
  /** Numbers of the values of trade, sector and employer as each is spelled, see `choices.ts`; 0 for none. */
  tradeChoice: Uint32Array;
  sectorChoice: Uint32Array;
  employerChoice: Uint32Array;
  placeAt: Uint32Array;
  /** As {@link communeNumber} makes it; 0 for none. */
  commune: Uint32Array;
  /** As {@link codeNumber} makes it; 0 for none. */
  department: Uint32Array;
  /** Points as vectors of length 1; NaN for a place that no radius finds. */
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
  partnerAt: Uint32Array;
  partner: Uint16Array;
}

/** What the writer tells engines after each commit. It is cheap to send: the columns are shared, not copied. */
export interface PublishedMessage {
  generation: number;
  /** ms since the epoch. */
  publishedAt: number;
  columns: Columns;
  /** Ids of partners by their number in the columns. */
  partners: string[];
}

/** Codes of départements as numbers: base 36 of what is at most five letters and digits. */
export function codeNumber(code: string | undefined): number {
  return code !== undefined && /^[0-9A-Za-z]{1,5}$/.test(code) ? Number.parseInt(`1${code}`, 36) : 0;
}

/** Numbers of communes lie below this, so that a table can hold something of each. */
export const COMMUNE_NUMBERS = 102_002;
/** What is no INSEE code of a commune: a place that is known, and in no board. */
const ELSEWHERE = 1;
const FIRST = 2;
const CORSICA = 100_000;

/** INSEE codes as small numbers; 0 for none. */
export function communeNumber(insee: string | undefined): number {
  if (insee === undefined) return 0;
  if (/^\d{5}$/.test(insee)) return FIRST + Number(insee);
  if (!/^2[AB]\d{3}$/.test(insee)) return ELSEWHERE;
  return FIRST + CORSICA + (insee[1] === 'B' ? 1000 : 0) + Number(insee.slice(2));
}
