import { expect, onTestFinished, test } from 'vitest';
import { startStandIn } from '../../endpoint/src/places/update/stand-in/server.ts';
import { startEndpoint } from '../kit/endpoint.ts';

/** All communes of France are asked for at the pace that the service allows. */
const PATIENCE_MS = 240_000;

test(
  'a running server knows places that are updated, and draws the outline of its boards',
  { timeout: PATIENCE_MS },
  async () => {
    const service = await startStandIn();
    const endpoint = await startEndpoint({ size: 60, env: { TOWN_JOBS_PLACES: service.address } });
    onTestFinished(async () => {
      await endpoint.close();
      await service.close();
    });
    const board = `${endpoint.address}/v1/boards/saint-omer?outline`;
    const before = await fetch(board);
    expect(await before.json()).not.toHaveProperty('territory.outline');

    const said = await endpoint.command('places', 'update');

    expect(said).toContain('The running server knows them, and reads every feed anew.');
    const after = await fetch(board, { headers: { 'if-none-match': before.headers.get('etag')! } });
    expect(await after.json()).toHaveProperty('territory.outline.type', 'MultiPolygon');
  },
);
