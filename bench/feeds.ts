import { addressTable } from './feeds/address-table.ts';
import { bombTable } from './feeds/bomb-table.ts';
import { truncationTable } from './feeds/truncation-table.ts';

/**
 * What bad feeds cost and what becomes of them: feeds that are cut, addresses that must not be asked, and bombs with
 * their peak memory and seconds.
 *
 * @param part `cuts`, `addresses`, `bombs`, all without it
 * @param only takes the bombs whose name holds it
 */
export async function run(part = 'all', only?: string): Promise<void> {
  if (part === 'all' || part === 'cuts') await truncationTable();
  if (part === 'all' || part === 'addresses') await addressTable();
  if (part === 'all' || part === 'bombs') await bombTable(only);
}
