import { expect, it } from 'vitest';
import type { CompiledBoard } from '../boards/board.ts';
import type { Board, OffersAnswer, OffersQuery } from '../contract/index.ts';
import { searchForm } from './search-form.ts';

function setup(query: OffersQuery) {
  const board = { definition: { id: 'pays' } } as CompiledBoard;
  const described = { radius: { steps: [0, 20], default: 20 } } as Board;
  return searchForm(board, described, query, { offers: [] } as unknown as OffersAnswer);
}

it('folds the rarer filters until one of them is on', () => {
  expect(setup({})).toMatch(/<details><summary>Plus de filtres<\/summary>/);
  expect(setup({ hours: 'part', contract: 'cdi' })).toMatch(
    /<details open><summary>Plus de filtres, 1 choisi<\/summary>/,
  );
  expect(setup({ hours: 'part', remote: 'full' })).toContain('2 choisis');
});

it('shows what is chosen, also several words at once', () => {
  expect(setup({ hours: 'part' })).toContain('<option value="part" selected>Temps partiel</option>');
  expect(setup({ contract: 'cdi,stage' })).toContain(
    '<option value="cdi,stage" selected>CDI, Stage</option>',
  );
});

it('asks for the least pay by all bands from there on', () => {
  expect(setup({ pay: '3000-4000,from-4000' })).toMatch(
    /<option value="3000-4000,from-4000" selected>À partir de 3.000 €<\/option>/u,
  );
});

it('keeps a filter without a field, says so, and lets it be taken off', () => {
  const form = setup({ q: 'soin', employer: '"><b>', page: 3 });

  expect(form).toContain('<input type="hidden" name="employer" value="&#34;&#62;&#60;b&#62;">Employeur');
  expect(form).toContain('<a href="/pays?q&#61;soin">Enlever ce filtre</a>');
});
