import { describe, expect, it } from 'vitest';
import { placeInWhole } from '../../../renderer/directory/groups/placeInWhole.ts';

describe('the place in the whole list', () => {
  const whole = ['a', 'x', 'b', 'y', 'c'];
  const shown = ['a', 'b', 'c'];
  const moved = (id: string, to: number): string => {
    const place = placeInWhole(whole, shown, id, to);
    return whole
      .filter((one) => one !== id)
      .toSpliced(place, 0, id)
      .join('');
  };

  it('is before the row that comes next on the screen', () => {
    expect(moved('c', 0)).toBe('caxby');
    expect(moved('c', 1)).toBe('axcby');
    expect(moved('a', 1)).toBe('xbyac');
  });

  it('is after the last on the screen when it is put last', () => {
    expect(moved('a', 2)).toBe('xbyca');
    expect(placeInWhole(['a', 'x'], ['a'], 'a', 0)).toBe(1);
  });
});
