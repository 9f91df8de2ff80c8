import { readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { describeBoard } from './boards/board.ts';
import { loadConfiguration } from './boards/configuration.ts';
import { reachOf } from './boards/reach.ts';
import { listenForCommands } from './control.ts';
import { ClickLog } from './offers/clicks.ts';
import { Identities } from './offers/identities.ts';
import { loadMappings } from './partners/mappings.ts';
import type { Summary } from './partners/refresh.ts';
import { Sources } from './partners/sources.ts';
import { Places } from './places/places.ts';
import { ProgressBars, summaryLines } from './progress.ts';
import { Schedule } from './schedule.ts';
import { openThreadedEngine } from './search/embedded/query-engine.ts';
import { indexPath, noteDamage } from './search/index-file.ts';
import type { Services } from './services.ts';
import type { Settings } from './settings.ts';
import { openDatabase } from './shared/database.ts';
import { Writer } from './writer.ts';

/** Clicks are written down this often. */
const SAVE_CLICKS_EVERY_MS = 2_000;
/** An editor saves a file in several steps; configuration is read once they are over. */
const SETTLE_MS = 300;

/** A running endpoint. */
export interface Running {
  address: string;
  close(): Promise<void>;
}

/**
 * Starts the endpoint: the writer in its thread, the engine in others, HTTP, the refreshes at their times and one at once.
 *
 * @param say prints a line for the operator
 * @throws with one sentence where it cannot start: the port is taken, a folder not writable, a YAML file wrong
 */
export async function serve(settings: Settings, say: (line: string) => void): Promise<Running> {
  const { configFolder, dataFolder, allowedHosts } = settings;
  const places = await Places.load(dataFolder);
  let configuration = loadConfiguration(configFolder, process.env, places);
  const writer = await Writer.start({ configFolder, dataFolder, allowedHosts });
  for (const note of writer.notes) say(note);

  const engine = openThreadedEngine({
    file: indexPath(dataFolder),
    published: writer.published,
    threads: settings.workers,
    say,
    onDamaged: () => say(noteDamage(dataFolder)),
  });
  const durable = openDatabase(join(dataFolder, 'town-jobs.db'), { readOnly: true });
  const identities = new Identities(durable);
  const sources = new Sources(durable);
  let wellAt = refreshedAt(sources);
  let settled = engine.state().generation > 0;
  writer.onPublished = async (message) => writer.acknowledge(await engine.adopt(message));
  writer.onNote = say;
  writer.onLost = (failure) => {
    say(failure.message);
    process.exitCode = 1;
    process.kill(process.pid, 'SIGTERM');
  };

  const clicks = new ClickLog();
  let origin = settings.origin ?? '';
  const services: Services = {
    get boards() {
      return configuration.boards;
    },
    get partners() {
      return configuration.partners;
    },
    places,
    engine,
    clicks,
    former: (id) => identities.former(id),
    freshness: () => ({
      generation: engine.state().generation,
      refreshedAt: wellAt === undefined ? undefined : new Date(wellAt).toISOString(),
    }),
    describe: (board) =>
      describeBoard(board, {
        partners: configuration.partners,
        places,
        freshness: services.freshness(board),
        origin,
      }),
    get origin() {
      return origin;
    },
    version: packageVersion(),
    elements: settings.elements,
    ready: () => settled && engine.isReady,
    now: () => Date.now(),
  };
  const app = await createApp(services, pino({ level: 'warn' }, pino.destination(2)));

  async function refresh(only?: string[]): Promise<void> {
    const bars = new ProgressBars();
    try {
      const summary: Summary = await writer.refresh({ only }, (progress) => bars.show(progress));
      wellAt = refreshedAt(sources);
      bars.stop();
      for (const line of summaryLines(summary)) say(line);
    } catch (error) {
      bars.stop();
      say((error as Error).message);
    }
    settled = true;
  }

  const schedule = new Schedule(configuration.partners.values(), refresh);
  function reload(): void {
    try {
      const read = loadConfiguration(configFolder, process.env, places);
      writer.reload({
        partners: read.partners,
        mappings: loadMappings(read.partners.values(), configFolder),
        reach: reachOf(read.boards.values()),
      });
      configuration = read;
    } catch (error) {
      say(`The configuration stays as it was:\n${(error as Error).message}`);
      return;
    }
    say('The configuration was read again.');
    schedule.update(configuration.partners.values());
  }

  let address: string;
  try {
    address = await app.listen({ host: settings.host, port: settings.port });
  } catch (error) {
    await Promise.all([writer.close(), engine.close()]);
    throw portSentence(error as NodeJS.ErrnoException, settings);
  }
  origin ||= address;
  const control = await listenForCommands(dataFolder, writer);
  const saving = setInterval(() => writer.saveClicks(clicks.drain()), SAVE_CLICKS_EVERY_MS);
  process.on('SIGHUP', reload);
  const watchers = watchConfiguration(configFolder, reload);
  const first = refresh();

  return {
    address,
    async close() {
      process.off('SIGHUP', reload);
      for (const watcher of watchers) watcher.close();
      schedule.stop();
      clearInterval(saving);
      control.close();
      await app.close();
      writer.saveClicks(clicks.drain());
      await writer.close();
      await first;
      await engine.close();
      durable.close();
    },
  };
}

function refreshedAt(sources: Sources): number | undefined {
  const times = [...sources.all().values()].flatMap(({ wellAt }) => wellAt ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
}

function watchConfiguration(folder: string, reload: () => void) {
  let timer: NodeJS.Timeout | undefined;
  return ['boards', 'partners'].map((name) =>
    watch(join(folder, name), () => {
      clearTimeout(timer);
      timer = setTimeout(reload, SETTLE_MS);
      timer.unref();
    }),
  );
}

function portSentence(error: NodeJS.ErrnoException, { host, port }: Settings): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} is taken on ${host}: stop what uses it, or set PORT to another.`, {
      cause: error,
    });
  }
  if (error.code === 'EACCES') {
    return new Error(`Port ${port} needs more rights: set PORT to one above 1023.`, { cause: error });
  }
  return error;
}

function packageVersion(): string {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}
