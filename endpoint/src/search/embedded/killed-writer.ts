import { argv, stdout } from 'node:process';
import { openDatabase } from '../../shared/database.ts';
import { openWriter } from './writer.ts';

/**
 * A process for the tests to kill: it publishes one generation after the other, each with the same twenty offers
 * under the number of the generation and one row of a neighbour's table. It prints a dot for each thing it does.
 */
const db = openDatabase(argv[2]!);
db.exec('CREATE TABLE IF NOT EXISTS mark (generation INTEGER)');
const writer = openWriter({ db, onPublished: ({ generation }) => writer.acknowledge(generation) });
const dot = () => new Promise<void>((resolve) => stdout.write('.', () => resolve()));
for (;;) {
  const generation = writer.state().generation + 1;
  await writer.publish(async (publication) => {
    db.exec(`DELETE FROM mark; INSERT INTO mark VALUES (${generation})`);
    for (let id = 0; id < 20; id++) {
      await dot();
      publication.put({
        id: `offer${id}`,
        title: `Vendeur ${generation}`,
        description: [],
        places: [{ insee: '62765', name: 'Saint-Omer', department: '62', precision: 'commune' }],
        contract: { kind: 'cdi' },
        postedAt: '2026-11-20T10:00:00.000Z',
        postings: [{ partner: 'alpha', link: 'https://alpha.example/1' }],
      });
    }
  });
  await dot();
}
