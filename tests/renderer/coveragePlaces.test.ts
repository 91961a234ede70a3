// Where the communities of the coverage matrix stand, and where the arrows lead.
import { describe, expect, it } from 'vitest';
import type { CoverageView } from '../../shared/contract/projects.ts';
import {
  commonEnd,
  inColumns,
  moved,
  namingCountries,
  narrowed,
  placesOf,
  steps,
  withRegionsTogether,
  type CoverageDistrict,
  type Spot,
} from '../../renderer/projects/overview/coverage/places.ts';

const cell = (state: 'held' | 'planned' | 'none') => ({
  state,
  held: state === 'held' ? 1 : 0,
  planned: state === 'planned' ? 1 : 0,
  id: null,
  on: null,
});

const district = (code: string, rows: number): CoverageDistrict => ({
  code,
  name: `${code} район`,
  all: rows,
  reached: 0,
  rows: Array.from({ length: rows }, (_, at) => ({
    territory: `${code}${at}`,
    name: `${code}${at} громада`,
    cells: [cell('none'), cell('none')],
    never: true,
    lastOn: null,
  })),
});

/** The districts of the Sumy oblast as they were after 2020. */
const sumy = [district('К', 8), district('О', 9), district('Р', 8), district('С', 16), district('Ш', 10)];
const codes = (columns: readonly (readonly CoverageDistrict[])[]): string[] =>
  columns.map((column) => column.map(({ code }) => code).join(''));

describe('the names of the matrix', () => {
  it('are of the page for countries, and their own for communities', () => {
    const country = { ...district('LT', 1), name: 'Литва' };
    const named = namingCountries(
      [
        { ...country, rows: country.rows.map((row) => ({ ...row, territory: 'LT', name: 'Литва' })) },
        district('UA59', 1),
      ],
      'lt',
    );
    expect(named.map(({ name, rows }) => [name, rows[0]?.name])).toEqual([
      ['Lietuva', 'Lietuva'],
      ['UA59 район', 'UA590 громада'],
    ]);
  });
});

describe('the columns of the matrix', () => {
  it('are as even as whole districts can be, and each keeps the order', () => {
    expect(codes(inColumns(sumy, 3))).toEqual(['КО', 'РШ', 'С']);
    expect(codes(inColumns(sumy, 1))).toEqual(['КОРСШ']);
    expect(codes(inColumns([], 3))).toEqual([]);
  });

  it('hold every district once, in one order where there are many', () => {
    const many = Array.from({ length: 40 }, (_, at) => district(`d${at}-`, (at * 7) % 23));
    for (const count of [1, 2, 3, 4]) {
      const columns = inColumns(many, count);
      expect(columns.length).toBeLessThanOrEqual(count);
      expect(columns.flat()).toEqual(many);
    }
  });

  it('stand under one heading where a region has no communities of its own', () => {
    const alone = (name: string): CoverageDistrict => {
      const one = district(name, 1);
      return { ...one, name, rows: one.rows.map((row) => ({ ...row, name })) };
    };
    const together = withRegionsTogether([alone('Harjumaa'), district('К', 2), alone('Hiiumaa')], {
      countries: 'Країни',
      regions: 'Регіони',
    });
    expect(together.map(({ name, all }) => [name, all])).toEqual([
      ['К район', 2],
      ['Регіони', 2],
    ]);
    expect(
      withRegionsTogether([alone('Київ'), district('К', 2)], { countries: 'Країни', regions: 'Регіони' }).map(
        ({ name }) => name,
      ),
    ).toEqual(['Київ', 'К район']);
  });

  it('leave out the word that most names end in', () => {
    expect(commonEnd(sumy)).toBe(' громада');
    const [first, ...others] = district('К', 4).rows;
    const namesakes = [first, ...others].flatMap((row) => (row ? [{ ...row, name: `${row.name} (Кий район)` }] : []));
    expect(commonEnd([{ ...district('К', 4), rows: namesakes }])).toBe(' громада');
    expect(commonEnd([])).toBe('');
    expect(commonEnd([district('К', 1), { ...district('К', 1), rows: [] }])).toBe(' громада');
  });
});

describe('the keys of the matrix', () => {
  const places = placesOf(inColumns(sumy, 3));
  const at = (territory: string, kind = 0): Spot => ({
    row: places.findIndex((place) => place.territory === territory),
    kind,
  });
  const go = (from: Spot, step: (typeof steps)[number]): string => {
    const spot = moved(places, 2, from, step);
    return `${places[spot.row]?.territory} ${spot.kind}`;
  };

  it('go from community to community and on into the column beside', () => {
    expect(go(at('К7'), 'Down')).toBe('О0 0');
    expect(go(at('О0', 1), 'Up')).toBe('К7 1');
    expect(go(at('К3'), 'Right')).toBe('К3 1');
    expect(go(at('К3', 1), 'Right')).toBe('Р3 0');
    expect(go(at('Р3'), 'Left')).toBe('К3 1');
    // the third column is one long district: the row at the same height, not of the same number; of two as near the upper one
    expect(go(at('Ш0', 1), 'Right')).toBe('С9 0');
  });

  it('go from district to district', () => {
    expect(go(at('К3'), 'PageDown')).toBe('О0 0');
    expect(go(at('О4'), 'PageUp')).toBe('О0 0');
    expect(go(at('О0'), 'PageUp')).toBe('К0 0');
    expect(go(at('С3'), 'PageDown')).toBe('С15 0');
  });

  it('stay at the edges and never leave the matrix', () => {
    expect(go(at('К0'), 'Up')).toBe('К0 0');
    expect(go(at('К0'), 'Left')).toBe('К0 0');
    expect(go(at('С15', 1), 'Right')).toBe('С15 1');
    for (const [row] of places.entries()) {
      for (const step of steps) {
        const spot = moved(places, 2, { row, kind: row % 2 }, step);
        expect(places[spot.row]).toBeDefined();
        expect([0, 1]).toContain(spot.kind);
      }
    }
  });
});

it('shows only those that were asked for, and no empty district', () => {
  const held = district('К', 2);
  const first = held.rows[0];
  if (first !== undefined) Object.assign(first, { never: false, cells: [cell('held'), cell('planned')] });
  const view: CoverageView = {
    asOf: '2017-03-31',
    kinds: ['roundTable', 'training'],
    districts: [held, district('О', 1)],
    totals: [],
    all: 3,
    reached: 1,
    never: 2,
    elsewhere: 0,
  };
  const shown = (...conditions: [string | null, Parameters<typeof narrowed>[2]]): string[] =>
    narrowed(view, ...conditions).flatMap(({ rows }) => rows.map(({ territory }) => territory));
  expect(shown(null, 'all')).toEqual(['К0', 'К1', 'О0']);
  expect(shown(null, 'never')).toEqual(['К1', 'О0']);
  expect(shown(null, 'roundTable')).toEqual(['К1', 'О0']);
  expect(shown(null, 'training')).toEqual(['К0', 'К1', 'О0']);
  expect(shown('О', 'all')).toEqual(['О0']);
  expect(narrowed(view, 'К', 'never').map(({ all }) => all)).toEqual([2]);
});
