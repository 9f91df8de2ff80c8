import { expect, it } from 'vitest';
import { describeElements } from './manifest.ts';
import { tablesOf, withTables } from './tables.ts';

const tables = tablesOf(await describeElements());

it('lays each table between its marks, and leaves the rest as it is', () => {
  const text = 'before\n<!-- table: states -->\nold\n<!-- /table -->\nafter';

  const fresh = withTables(text, tables);

  expect(fresh).toContain('`offline` the visitor has no network');
  expect(fresh).not.toContain('old');
  expect(withTables(fresh, tables)).toBe(fresh);
  expect([fresh.slice(0, 7), fresh.slice(-6)]).toEqual(['before\n', '\nafter']);
});

it('refuses a table that there is none of', () => {
  const text = '<!-- table: colours -->\n<!-- /table -->';

  expect(() => withTables(text, tables)).toThrow('There is no table "colours": attributes, events');
});

it('has one row for elements that mean the same by an attribute, and parts a bar from the cells', () => {
  const rows = tables.attributes!.split('\n');

  expect(rows.filter((row) => row.startsWith('| `board` '))).toHaveLength(1);
  expect(rows.find((row) => row.startsWith('| `radius` '))).toContain('| any but offer |');
  for (const row of rows.filter(Boolean)) expect(row.replaceAll('\\|', '').match(/\|/g)).toHaveLength(5);
});
