import { describe, expect, it } from 'vitest';
import { saneMap } from './map.ts';

const ANSWER = {
  generation: 1,
  level: 'commune',
  communes: [
    ['62040', 9],
    ['62765', 36],
  ],
  places: [{ name: 'Arques', point: [50.737, 2.307] }, { name: 'Saint-Omer' }],
  unplaced: 3,
  outside: 1,
};

describe('an answer for a map', () => {
  it('is read with the largest commune first', () => {
    expect(saneMap(ANSWER)).toEqual({
      level: 'commune',
      areas: [
        { code: '62765', name: 'Saint-Omer', total: 36, point: undefined },
        { code: '62040', name: 'Arques', total: 9, point: [50.737, 2.307] },
      ],
      unplaced: 3,
      outside: 1,
    });
  });

  it('keeps its good communes', () => {
    const communes = [['62040', 9], null, ['62041', -1], [7, 7], 'x', ['62765', NaN], ['2A004', 2]];
    const places = [{ name: ' ' }, null, null, null, null, null, { name: {}, point: [91, 2] }];

    expect(saneMap({ ...ANSWER, communes, places, level: 'x', unplaced: '3' })).toEqual({
      level: 'commune',
      areas: [
        { code: '62040', name: '62040', total: 9, point: undefined },
        { code: '2A004', name: '2A004', total: 2, point: undefined },
      ],
      unplaced: 0,
      outside: 1,
    });
  });

  it.each([undefined, null, 'x', [], {}, { communes: {} }])('that is %j is none', (raw) => {
    expect(saneMap(raw)).toBeUndefined();
  });
});
