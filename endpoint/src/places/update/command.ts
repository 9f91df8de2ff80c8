import { join } from 'node:path';
import cliProgress from 'cli-progress';
import { loadBoards } from '../../boards/load.ts';
import { compileTerritory } from '../../boards/territory.ts';
import type { Settings } from '../../settings.ts';
import { ConfigError } from '../../shared/yaml.ts';
import type { Places } from '../places.ts';
import { updatePlaces } from './update.ts';

/** `town-jobs places update`, with a bar in a terminal. */
export async function updatePlacesCommand(
  { configFolder, dataFolder, placesAddress, allowedHosts }: Settings,
  say: (line: string) => void,
): Promise<void> {
  const bar = new cliProgress.SingleBar(
    {
      format: 'places {bar} {percentage}% | {value} of {total} answers',
      stream: process.stderr,
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(1, 0);
  try {
    const { communes, epcis, outlines, approximate } = await updatePlaces({
      dataFolder,
      address: placesAddress,
      allowedHosts: new Set(allowedHosts),
      territories: (places) => membersOf(configFolder, places, say),
      onProgress(done, total) {
        bar.setTotal(total);
        bar.update(done);
      },
    });
    bar.stop();
    const left = approximate === 0 ? '' : ` ${approximate} have no point of their own.`;
    say(
      `${communes} communes, ${epcis} intercommunalities and the outlines of ${outlines} boards are in ${dataFolder}.${left}`,
    );
  } catch (error) {
    bar.stop();
    throw new Error(`Places stay as they were. ${(error as Error).message}`, { cause: error });
  }
}

/** The boards' members; none, and a sentence why, where boards cannot be read: their outlines alone are missing. */
function membersOf(configFolder: string, places: Places, say: (line: string) => void): ReadonlySet<string>[] {
  try {
    const boards = loadBoards(join(configFolder, 'boards'), places);
    return [...boards.values()].map((board) => compileTerritory(board, places).members);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    say(`No outline is drawn, since boards cannot be read: ${error.problems[0]}`);
    return [];
  }
}
