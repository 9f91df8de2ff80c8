import { bombTable } from './feeds/bomb-table.ts';

/**
 * What bad feeds cost and what becomes of them: bombs with peak memory and seconds. `only` takes the bombs whose
 * name holds it.
 */
export async function run(only?: string): Promise<void> {
  await bombTable(only);
}
