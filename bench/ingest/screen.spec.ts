import { expect, it } from 'vitest';
import { screens } from './screen.ts';

it('shows what stands after lines were drawn over and cleared', () => {
  const up = '\u001b[1A\u001b[1G';
  const drawn = `all 1\u001b[0K\nfeed 50%\u001b[0K${up}all 22\u001b[0K\n\u001b[1G\u001b[0Kend`;

  expect(screens(drawn, [0.4, 1])).toEqual(['all 1\nfeed 50%', 'all 22\nend']);
});
