import { describe, expect, it } from 'vitest';
import { entryAt, entryOfRow, groupedLayout } from '../../renderer/ui/grid/groupedPages.ts';

const groups = [
  { key: 'a', title: 'A', count: 3 },
  { key: 'empty', title: 'Empty', count: 0 },
  { key: 'b', title: 'B', count: 2 },
  { key: 'c', title: 'C', count: 4 },
];

describe('rows that come by page, in groups', () => {
  it('puts a head before the rows of each group', () => {
    const layout = groupedLayout(groups, new Set());
    expect(layout.count).toBe(13);
    const entries = Array.from({ length: layout.count }, (_, index) => entryAt(layout, index));
    expect(entries.map((entry) => (entry?.row === null ? `head ${entry.group}` : entry?.row))).toEqual([
      'head 0',
      0,
      1,
      2,
      'head 1',
      'head 2',
      3,
      4,
      'head 3',
      5,
      6,
      7,
      8,
    ]);
  });

  it('finds the entry of every row, and of none in a folded group', () => {
    const layout = groupedLayout(groups, new Set(['b']));
    expect(layout.count).toBe(11);
    expect([0, 1, 2, 3, 4, 5, 8].map((row) => entryOfRow(layout, row))).toEqual([1, 2, 3, -1, -1, 7, 10]);
    expect(entryAt(layout, 6)).toEqual({ group: 3, row: null });
    expect(entryAt(layout, 7)).toEqual({ group: 3, row: 5 });
  });

  it.each([[[]], [['a']], [['a', 'c']], [['empty']]])('leads there and back for each row, %j folded', (closed) => {
    const layout = groupedLayout(groups, new Set(closed));
    const rows = Array.from({ length: layout.count }, (_, index) => ({
      index,
      row: entryAt(layout, index)?.row ?? null,
    }));
    const back = rows.map(({ row }) => (row === null ? null : entryOfRow(layout, row)));
    expect(back).toEqual(rows.map(({ index, row }) => (row === null ? null : index)));
  });

  it('has nothing outside the list', () => {
    const layout = groupedLayout(groups, new Set());
    expect(entryAt(layout, -1)).toBeUndefined();
    expect(entryAt(layout, 13)).toBeUndefined();
    expect(entryOfRow(layout, 9)).toBe(-1);
    expect(groupedLayout([], new Set()).count).toBe(0);
  });
});
