import { expect, it } from 'vitest';
import type { CompiledBoard } from '../boards/board.ts';
import { officeLinks } from './office-links.ts';

const links = (definition: object) => officeLinks({ definition } as CompiledBoard);

it('leads to an office by mail or by page, and to the legal notice', () => {
  expect(links({ contact: 'a@b.fr', imprint: 'https://b.fr/m?a=1&b=2' })).toBe(
    '<p><a href="mailto:a@b.fr">Contact</a> · <a href="https://b.fr/m?a&#61;1&#38;b&#61;2">Mentions légales</a></p>',
  );
  expect(links({ contact: 'https://b.fr/' })).toBe('<p><a href="https://b.fr/">Contact</a></p>');
});

it('says nothing where nothing is known', () => {
  expect(links({})).toBe('');
});
