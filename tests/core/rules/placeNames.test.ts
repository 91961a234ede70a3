import { expect, it } from 'vitest';
import { nameApart, underHeading } from '../../../shared/rules/placeNames.ts';

it('a name says what tells it apart, but not what its heading says', () => {
  expect(nameApart('Лебединська громада', '')).toBe('Лебединська громада');
  const name = nameApart('Миколаївська громада', 'Сумський район');
  expect(name).toBe('Миколаївська громада (Сумський район)');
  expect(underHeading(name, 'Сумський район')).toEqual({ label: 'Миколаївська громада', apart: '' });
  expect(underHeading(name, 'Сумська область')).toEqual({ label: 'Миколаївська громада', apart: 'Сумський район' });
  expect(underHeading('Лебединська громада', 'Сумський район')).toEqual({ label: 'Лебединська громада', apart: '' });
});
