import { writeSync } from 'node:fs';
import { argv, stdout } from 'node:process';
import { openEngine } from '../../endpoint/src/search/embedded/engine.ts';
import { openWriter } from '../../endpoint/src/search/embedded/writer.ts';
import { openDatabase } from '../../endpoint/src/shared/database.ts';
import { Plan } from '../../endpoint/src/search/conformance/plan.ts';

/**
 * A process to be killed: publishes one generation of the plan after the other, with an engine that adopts each, so
 * that the index is put in order meanwhile. It prints the number of every generation once it is committed.
 */
const [, , file, size] = argv;
const plan = new Plan(Number(size));
const db = openDatabase(file!);
db.exec('CREATE TABLE IF NOT EXISTS mark (generation INTEGER NOT NULL)');
const writer = openWriter({ db, onPublished: (message) => writer.acknowledge(engine.adopt(message)) });
const engine = openEngine({ file: file! });
writeSync(stdout.fd, `${writer.state().generation}\n`);
for (;;) {
  const generation = writer.state().generation + 1;
  await writer.publish((publication) => {
    db.exec(`DELETE FROM mark; INSERT INTO mark VALUES (${generation})`);
    plan.write(generation, publication);
  });
  writeSync(stdout.fd, `${generation}\n`);
  if (generation % 3 === 0) await writer.tidied();
}
