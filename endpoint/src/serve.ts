import { readFileSync, watch } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { describeBoard } from './boards/board.ts';
import { type Configuration, feedsOf, loadConfiguration } from './boards/configuration.ts';
import { listenForCommands } from './control.ts';
import { addressOf, listenForScrapes, Metrics } from './metrics.ts';
import { AcceptedOffers } from './offers/accepted.ts';
import { AcceptingEngine } from './offers/accepting-engine.ts';
import { ClickLog } from './offers/clicks.ts';
import { Identities } from './offers/identities.ts';
import { OutgoingOffers } from './out/outgoing.ts';
import { healthOf } from './partners/health.ts';
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
import { giveBackMemory } from './shared/memory.ts';
import { portSentence } from './shared/ports.ts';
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
  const [packed, writer] = await Promise.all([
    Places.load(dataFolder),
    Writer.start({ dataFolder, allowedHosts }),
  ]);
  for (const note of writer.notes) say(note);
  let places = packed;
  let configuration: Configuration;
  try {
    configuration = loadConfiguration(configFolder, process.env, places);
    writer.gather(feedsOf(configuration, configFolder));
  } catch (error) {
    await writer.close();
    throw error;
  }

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
  const index = openDatabase(indexPath(dataFolder), { readOnly: true });
  let wellAt = refreshedAt(sources);
  let settled = engine.state().generation > 0;
  writer.onPublished = async (message) => writer.acknowledge(await engine.adopt(message));
  writer.onNote = say;
  writer.onRefreshed = () => (wellAt = refreshedAt(sources));
  writer.onLost = (failure) => {
    say(failure.message);
    process.exitCode = 1;
    process.kill(process.pid, 'SIGTERM');
  };

  const clicks = new ClickLog();
  const accepted = new AcceptedOffers(index, identities, () => configuration.partners);
  let origin = settings.origin ?? '';
  const services: Services = {
    get boards() {
      return configuration.boards;
    },
    get partners() {
      return configuration.partners;
    },
    get places() {
      return places;
    },
    engine: new AcceptingEngine(engine, accepted),
    accepted,
    clicks,
    outgoing: new OutgoingOffers(index, identities),
    get receivers() {
      return configuration.receivers;
    },
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
  const metrics =
    settings.admin &&
    new Metrics({
      sources: () => healthOf(configuration.partners.values(), sources.all(), Date.now()),
      state: () => engine.state(),
      async boards() {
        const counted = [...configuration.boards.values()].map(async ({ definition, scope }) => {
          return [definition.id, (await engine.count(scope, {})).total] as const;
        });
        return new Map(await Promise.all(counted));
      },
    });
  if (metrics) services.answered = metrics.answered.bind(metrics);
  const app = await createApp(services, pino({ level: 'warn' }, pino.destination(2)));

  async function refresh(only?: string[]): Promise<void> {
    const bars = new ProgressBars();
    try {
      const summary: Summary = await writer.refresh({ only }, (progress) => bars.show(progress));
      bars.stop();
      for (const line of summaryLines(summary)) say(line);
    } catch (error) {
      bars.stop();
      say((error as Error).message);
    }
    settled = true;
  }

  const schedule = new Schedule(configuration.partners.values(), refresh);
  function reload(known = places): boolean {
    try {
      const read = loadConfiguration(configFolder, process.env, known);
      writer.gather(feedsOf(read, configFolder));
      configuration = read;
    } catch (error) {
      say(`The configuration stays as it was:\n${(error as Error).message}`);
      return false;
    }
    say('The configuration was read again.');
    schedule.update(configuration.partners.values());
    places = known;
    return true;
  }

  async function reloadPlaces(): Promise<boolean> {
    const isRead = reload(await Places.load(dataFolder));
    if (isRead) void refresh();
    return isRead;
  }

  let address: string;
  let scrapes: Server | undefined;
  try {
    scrapes = metrics && settings.admin && (await listenForScrapes(metrics, settings.admin));
    address = await app.listen({ host: settings.host, port: settings.port }).catch((error) => {
      throw portSentence(error as NodeJS.ErrnoException, 'PORT', settings);
    });
  } catch (error) {
    scrapes?.close();
    await Promise.all([writer.close(), engine.close()]);
    throw error;
  }
  if (scrapes) say(`Metrics stand at ${addressOf(scrapes)}/metrics`);
  origin ||= address;
  const control = await listenForCommands(dataFolder, writer, reloadPlaces);
  const saving = setInterval(() => writer.saveClicks(clicks.drain()), SAVE_CLICKS_EVERY_MS);
  const reloadFiles = () => void reload();
  process.on('SIGHUP', reloadFiles);
  const watchers = watchConfiguration(configFolder, reloadFiles);
  giveBackMemory();
  const first = refresh();

  return {
    address,
    async close() {
      process.off('SIGHUP', reloadFiles);
      for (const watcher of watchers) watcher.close();
      schedule.stop();
      clearInterval(saving);
      control.close();
      scrapes?.close();
      scrapes?.closeAllConnections();
      await app.close();
      writer.saveClicks(clicks.drain());
      await writer.close();
      await first;
      await engine.close();
      durable.close();
      index.close();
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

function packageVersion(): string {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}
