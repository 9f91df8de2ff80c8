import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readOfficial } from '../../official.ts';
import { answer, type Fault } from './answer.ts';
import type { CommuneRow, ContourRow } from '../rows.ts';

/** geo.api.gouv.fr on loopback: real communes, in answers of the documented shape. */
export interface StandIn {
  address: string;
  /** Paths that were asked for, with their queries. */
  asked: string[];
  /** The most requests that were open at a time. */
  mostAtOnce: number;
  /** Rows by département; a test may change them. */
  communes: Map<string, CommuneRow[]>;
  /** How many intercommunalities it lists. */
  epcis: number;
  /** Makes a fault of an answer. */
  fault?: ((path: string) => Fault | undefined) | undefined;
  close(): Promise<void>;
}

/** Communes of a row of the grid on which the stand-in's territories lie. */
const COLUMNS = 40;
const STEP_DEGREES = 0.02;

/** Starts it on a free loopback port. */
export async function startStandIn(): Promise<StandIn> {
  const { communes, epcis } = await readOfficial();
  const epciOf = new Map(epcis.flatMap(({ code, membres }) => membres.map((member) => [member.code, code])));
  const byDepartment = new Map<string, CommuneRow[]>();
  for (const row of communes) {
    if (row.type !== 'commune-actuelle') continue;
    const rows = byDepartment.get(row.departement) ?? [];
    byDepartment.set(row.departement, rows);
    const epci = epciOf.get(row.code);
    rows.push({
      nom: row.nom,
      code: row.code,
      codeDepartement: row.departement,
      codesPostaux: row.codesPostaux ?? [],
      ...(row.population !== undefined && { population: row.population }),
      ...(epci && { codeEpci: epci }),
      centre: { type: 'Point', coordinates: centreOf(row.departement, rows.length) },
    });
  }
  const standIn: StandIn = {
    address: '',
    asked: [],
    mostAtOnce: 0,
    communes: byDepartment,
    epcis: epcis.length,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  let open = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const url = new URL(path, 'http://stand-in');
    const fault = standIn.fault?.(path);
    standIn.asked.push(path);
    standIn.mostAtOnce = Math.max(standIn.mostAtOnce, ++open);
    response.on('close', () => open--);
    const rows =
      url.pathname === '/epcis'
        ? epcis.map(({ code, nom }) => ({ nom, code }))
        : rowsFor(url.searchParams, byDepartment);
    answer(response, fault ?? {}, JSON.stringify(rows));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  standIn.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return standIn;
}

function rowsFor(query: URLSearchParams, byDepartment: StandIn['communes']): object[] {
  const rows = byDepartment.get(query.get('codeDepartement') ?? '') ?? [];
  if (!query.get('fields')?.split(',').includes('contour')) return rows;
  return rows.map(({ code }, n): ContourRow & { nom: string } => ({
    nom: rows[n]!.nom,
    code,
    contour: { type: 'Polygon', coordinates: [squareOf(n)] },
  }));
}

/** The nth square of a grid without gaps. */
function squareOf(n: number): number[][] {
  const west = 1 + (n % COLUMNS) * STEP_DEGREES;
  const south = 46 + Math.floor(n / COLUMNS) * STEP_DEGREES;
  const [east, north] = [west + STEP_DEGREES, south + STEP_DEGREES];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map(([x, y]) => [Math.round(x! * 1e4) / 1e4, Math.round(y! * 1e4) / 1e4]);
}

const OVERSEAS: Record<string, [number, number]> = {
  971: [-61.5, 16.2],
  972: [-61, 14.6],
  973: [-53, 4],
  974: [55.5, -21.1],
  975: [-56.3, 46.9],
  976: [45.2, -12.8],
  977: [-62.8, 17.9],
  978: [-63.1, 18.1],
  984: [70, -49],
  986: [-177, -13.3],
  987: [-149.5, -17.6],
  988: [165.5, -21.3],
  989: [-109.2, 10.3],
};

function centreOf(department: string, n: number): [number, number] {
  const overseas = OVERSEAS[department];
  if (overseas) return overseas;
  const [[west, south]] = [squareOf(n)[0] as [number, number]];
  return [
    Math.round((west + STEP_DEGREES / 2) * 1e4) / 1e4,
    Math.round((south + STEP_DEGREES / 2) * 1e4) / 1e4,
  ];
}
