import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

/** How the endpoint is set up, from the environment. */
export interface Settings {
  /** `TOWN_JOBS_CONFIG`: folder with `boards/` and `partners/`, "config" by default. */
  configFolder: string;
  /** `TOWN_JOBS_DATA`: folder for `town-jobs.db` and the index, "data" by default. */
  dataFolder: string;
  /** `TOWN_JOBS_ELEMENTS`: folder with the built elements; not served without it. */
  elements?: string;
  /** `TOWN_JOBS_ALLOWED_HOSTS`: hosts, with commas, that feeds may come from although their address is private. */
  allowedHosts: string[];
  /** `TOWN_JOBS_PLACES`: where communes and their outlines are taken from, geo.api.gouv.fr by default. */
  placesAddress: string;
  /** `HOST`, "127.0.0.1" by default: a reverse proxy stands before it. */
  host: string;
  /** `PORT`, 8080 by default; 0 takes a free one. */
  port: number;
  /** `TOWN_JOBS_ORIGIN`: how residents reach the endpoint; by default the address it listens at. */
  origin?: string;
  /**
   * `ADMIN_PORT`: where `/metrics` stands, not served without it; 0 takes a free one. `ADMIN_HOST`, "127.0.0.1" by
   * default: residents have no business there.
   */
  admin?: { host: string; port: number };
  /**
   * `TOWN_JOBS_WORKERS`: threads that answer searches, by default one for each core but one, which HTTP and refreshes
   * are left with. More of them than cores gain nothing; each takes memory of its own.
   */
  workers: number;
}

const DEFAULT_PLACES = 'https://geo.api.gouv.fr';
/** Threads beyond this number are a slip of the hand. */
const MOST_WORKERS = 256;

/**
 * Reads the settings.
 *
 * @throws with one sentence naming the variable to mend
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  return {
    configFolder: resolve(env.TOWN_JOBS_CONFIG ?? 'config'),
    dataFolder: resolve(env.TOWN_JOBS_DATA ?? 'data'),
    elements: env.TOWN_JOBS_ELEMENTS ? resolve(env.TOWN_JOBS_ELEMENTS) : undefined,
    allowedHosts: (env.TOWN_JOBS_ALLOWED_HOSTS ?? '')
      .split(',')
      .flatMap((host) => host.trim().toLowerCase() || []),
    placesAddress: readAddress('TOWN_JOBS_PLACES', env.TOWN_JOBS_PLACES || DEFAULT_PLACES),
    host: env.HOST ?? '127.0.0.1',
    port: readPort('PORT', env.PORT ?? '8080'),
    origin: env.TOWN_JOBS_ORIGIN
      ? new URL(readAddress('TOWN_JOBS_ORIGIN', env.TOWN_JOBS_ORIGIN)).origin
      : undefined,
    admin: env.ADMIN_PORT
      ? { host: env.ADMIN_HOST ?? '127.0.0.1', port: readPort('ADMIN_PORT', env.ADMIN_PORT) }
      : undefined,
    workers: readWorkers(env.TOWN_JOBS_WORKERS || undefined),
  };
}

function readPort(name: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new Error(`${name} must be a number from 0 to 65535, not "${text}".`);
  return port;
}

function readWorkers(text?: string): number {
  if (text === undefined) return Math.max(1, availableParallelism() - 1);
  const workers = Number(text);
  if (!/^\d+$/.test(text) || workers < 1 || workers > MOST_WORKERS)
    throw new Error(`TOWN_JOBS_WORKERS must be a number from 1 to ${MOST_WORKERS}, not "${text}".`);
  return workers;
}

/** An http(s) address without a slash at its end. */
function readAddress(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(`${name} must be an address such as https://emploi.example.fr, not "${text}".`);
  }
  return text.replace(/\/+$/, '');
}
