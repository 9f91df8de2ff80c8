import { argv, stdout } from 'node:process';
import { openDatabase } from '../../shared/database.ts';
import { Plan } from '../conformance/plan.ts';
import { openWriter } from './writer.ts';

/**
 * A process for the tests to kill: it publishes one generation of the plan after the other, each with one row of a
 * neighbour's table. It prints a dot for each thing it does.
 */
const [, , file, size] = argv;
const plan = new Plan(Number(size));
const db = openDatabase(file!);
db.exec('CREATE TABLE IF NOT EXISTS mark (generation INTEGER)');
const writer = openWriter({ db, onPublished: ({ generation }) => writer.acknowledge(generation) });
const dot = () => new Promise<void>((resolve) => stdout.write('.', () => resolve()));
for (;;) {
  const generation = writer.state().generation + 1;
  await writer.publish(async (publication) => {
    db.exec(`DELETE FROM mark; INSERT INTO mark VALUES (${generation})`);
    for (const write of plan.writes(generation)) {
      await dot();
      write(publication);
    }
  });
  await dot();
}
