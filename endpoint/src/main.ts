#!/usr/bin/env node
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import closeWithGrace from 'close-with-grace';
import { type Feeds, feedsOf, loadConfiguration } from './boards/configuration.ts';
import { createBoard, createdLines } from './boards/new/create.ts';
import { askForRefresh, askForTakeDown, askToReload } from './control.ts';
import { healthLines, healthOf } from './partners/health.ts';
import type { Progress } from './partners/refresh.ts';
import { Sources } from './partners/sources.ts';
import { Places } from './places/places.ts';
import { ProgressBars, summaryLines } from './progress.ts';
import { serve } from './serve.ts';
import { readSettings } from './settings.ts';
import { openDatabase } from './shared/database.ts';
import { giveBackMemory } from './shared/memory.ts';
import { Writer } from './writer.ts';

const USAGE = `town-jobs COMMAND

  serve                      answers boards; refreshes partners at once and at their times
  refresh [PARTNER…]         asks partners now (--whole: even where nothing changed)
  sources                    shows how every partner's feed stands: age, counts, refusals, alarms
  accept PARTNER             believes a feed that shrank by more than half
  withdraw OFFER             takes an offer down for good (--why TEXT: for the record)
  restore OFFER              shows an offer again that was taken down
  feed try FEED --mapping M  shows what a feed (a file or an address) becomes with a mapping
                             (--partner ID: by the mapping, hosts and rules of partners/ID.yaml)
  new NAME                   writes the board of a commune (--department CODE, --id ID)
  places update              takes exact places and outlines from geo.api.gouv.fr
  check                      reads boards and partners, and says what is wrong with them

Set up by the environment: TOWN_JOBS_CONFIG, TOWN_JOBS_DATA, TOWN_JOBS_ELEMENTS,
TOWN_JOBS_ORIGIN, TOWN_JOBS_ALLOWED_HOSTS, TOWN_JOBS_WORKERS, TOWN_JOBS_PLACES,
HOST, PORT, ADMIN_HOST, ADMIN_PORT.`;

/** An orderly end takes no longer than this. */
const CLOSE_WITHIN_MS = 10_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      whole: { type: 'boolean' },
      why: { type: 'string' },
      mapping: { type: 'string' },
      partner: { type: 'string' },
      encoding: { type: 'string' },
      department: { type: 'string' },
      id: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command = 'serve', ...names] = positionals;
  if (values.help || command === 'help') return say(USAGE);
  const settings = readSettings(process.env);

  if (command === 'serve') {
    const running = await serve(settings, say);
    closeWithGrace({ delay: CLOSE_WITHIN_MS, logger: false, skip: ['SIGHUP'] }, async ({ err }) => {
      if (err) process.stderr.write(`${err.stack}\n`);
      await running.close();
    });
    return say(`town-jobs listens at ${running.address}`);
  }
  if (command === 'check') {
    const configuration = loadConfiguration(
      settings.configFolder,
      process.env,
      await Places.load(settings.dataFolder),
    );
    feedsOf(configuration, settings.configFolder);
    const real = [...configuration.partners.values()].filter(({ feed }) => feed.kind !== 'samples');
    return say(`${configuration.boards.size} boards and ${real.length} partners are in order.`);
  }
  if (command === 'sources') {
    const { partners } = loadConfiguration(
      settings.configFolder,
      process.env,
      await Places.load(settings.dataFolder),
    );
    const durable = openDatabase(join(settings.dataFolder, 'town-jobs.db'), { readOnly: true });
    const now = Date.now();
    for (const line of healthLines(healthOf(partners.values(), new Sources(durable).all(), now), now))
      say(line);
    return durable.close();
  }
  if (command === 'accept' && names.length === 0)
    throw new Error('Name the partner: town-jobs accept PARTNER');
  if (command === 'refresh' || command === 'accept') {
    const bars = new ProgressBars();
    const wanted = {
      only: names.length > 0 ? names : undefined,
      whole: values.whole,
      accept: command === 'accept',
    };
    const show = (progress: Progress) => bars.show(progress);
    try {
      const summary =
        (await askForRefresh(settings.dataFolder, wanted, show)) ??
        (await alone((writer) => writer.refresh(wanted, show)));
      bars.stop();
      for (const line of summaryLines(summary)) say(line);
    } finally {
      bars.stop();
    }
    return;
  }
  if (command === 'withdraw' || command === 'restore') {
    const [id] = names;
    if (!id || names.length > 1)
      throw new Error(`Name one offer by its id, the last part of its address: town-jobs ${command} ID`);
    const undo = command === 'restore';
    const wanted = { id, why: values.why, undo };
    const { title, shown, ...offer } =
      (await askForTakeDown(settings.dataFolder, wanted)) ??
      (await alone((writer) => (undo ? writer.restore(id) : writer.takeDown(id, values.why))));
    const named = `The offer "${title}" (${offer.id})`;
    if (undo && shown) return say(`${named} is shown again.`);
    if (undo) return say(`${named} may be shown again: it will be once a partner sends it.`);
    return say(`${named} ${shown ? 'is withdrawn' : 'was closed already'}: no refresh will bring it back.`);
  }
  if (command === 'places') {
    if (names.length !== 1 || names[0] !== 'update')
      throw new Error('Say what to do with places: town-jobs places update');
    const { updatePlacesCommand } = await import('./places/update/command.ts');
    await updatePlacesCommand(settings, say);
    const isKnown = await askToReload(settings.dataFolder);
    if (isKnown) say('The running server knows them, and reads every feed anew.');
    if (isKnown === false) say('The running server has them once its configuration is mended.');
    return;
  }
  if (command === 'new') {
    const [name, ...more] = names;
    if (!name || more.length > 0) throw new Error('Name one commune: town-jobs new "Saint-Omer"');
    const { configFolder, dataFolder } = settings;
    const places = await Places.load(dataFolder);
    const { department, id } = values;
    const created = createBoard({ name, department, id, configFolder, places, env: process.env });
    for (const line of createdLines(created)) say(line);
    return;
  }
  if (command === 'feed') {
    // The server has no use for what reads feeds here, and starts sooner without it.
    const { tryFeed } = await import('./feeds/trial/trial.ts');
    const { trialLines } = await import('./feeds/trial/lines.ts');
    const { trialOf } = await import('./partners/trial.ts');
    const [verb, feed, ...more] = names;
    const places = await Places.load(settings.dataFolder);
    const whose =
      values.partner === undefined ? undefined : trialOf(partnerNamed(values.partner, places), places);
    const mapping = values.mapping ?? whose?.mapping;
    if (verb !== 'try' || !feed || more.length > 0 || !mapping) {
      throw new Error(
        'Say what to try: town-jobs feed try FILE-OR-ADDRESS --mapping NAME-OR-FILE, or --partner ID',
      );
    }
    const trial = await tryFeed({
      ...whose,
      feed,
      mapping,
      encoding: values.encoding ?? whose?.encoding,
      places,
      now: Date.now(),
      allowedHosts: new Set(settings.allowedHosts),
    });
    for (const line of trialLines(trial)) say(line);
    if (trial.accepted === 0) process.exitCode = 1;
    return;
  }
  throw new Error(`There is no command "${command}".\n\n${USAGE}`);

  function partnerNamed(id: string, places: Places) {
    const { partners } = loadConfiguration(settings.configFolder, process.env, places);
    const partner = partners.get(id);
    if (!partner) throw new Error(`No partner is called "${id}": check the names of partners/*.yaml.`);
    return partner;
  }

  /** In a function of its own, so that the places are not kept for as long as the work takes. */
  async function readFeeds(): Promise<Feeds> {
    const { configFolder, dataFolder } = settings;
    const places = await Places.load(dataFolder);
    return feedsOf(loadConfiguration(configFolder, process.env, places), configFolder);
  }

  /** Works on the data folder where no server does. */
  async function alone<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    const feeds = await readFeeds();
    giveBackMemory();
    const writer = await Writer.start(settings);
    for (const note of writer.notes) say(note);
    writer.gather(feeds);
    writer.onPublished = ({ generation }) => writer.acknowledge(generation);
    try {
      return await work(writer);
    } finally {
      await writer.close();
    }
  }
}
