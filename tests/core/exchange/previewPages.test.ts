// Issue: the change list of a package, of any length, can be walked, filtered and searched page by page.
import { expect, test } from 'vitest';
import { changeFates, type ChangeFate, type PreviewRecord } from '../../../shared/contract/exchangeViews.ts';
import { createPreviewPages, packPreview } from '../../../electron/core/exchange/receiving/previewPages.ts';

const record = (n: number, fate: ChangeFate, entity = 'meeting'): PreviewRecord => ({
  row: {
    fate,
    entity,
    row: `row-${String(n).padStart(4, '0')}`,
    about: `Засідання ${n}`,
    within: '',
    fields: ['title'],
    change: null,
    at: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
    author: 'Член 1',
    agency: '',
    reason: null,
  },
  fields: [],
  same: 0,
});

const all = Array.from({ length: 330 }, (_, n) =>
  record(n, n % 100 === 7 ? 'conflict' : 'new', n % 2 === 0 ? 'meeting' : 'person'),
);
const pages = createPreviewPages(packPreview(all));
const everything = { fates: [], entity: null, words: '' };
const rowsOf = (filter: Partial<Parameters<typeof pages.page>[0]>) =>
  pages.page({ ...everything, offset: 0, limit: 500, ...filter });

test('what has to be looked at comes first, then the newest; pages put together are the list', () => {
  const { total, rows } = rowsOf({});
  expect(total).toBe(330);
  expect(rows.slice(0, 4).map(({ fate }) => fate)).toEqual(['conflict', 'conflict', 'conflict', 'conflict']);
  expect(rows.slice(0, 5).map(({ row }) => row)).toEqual(['row-0307', 'row-0207', 'row-0107', 'row-0007', 'row-0329']);
  const paged = [0, 90, 180, 270].flatMap((offset) => rowsOf({ offset, limit: 90 }).rows);
  expect(paged).toEqual(rows);
});

test('the list goes through the fates in the order in which the page groups it: no record stands under another head', () => {
  const each = createPreviewPages(packPreview(changeFates.toReversed().map((fate, n) => record(n, fate))));
  const { rows } = each.page({ ...everything, offset: 0, limit: 500 });
  expect(rows.map(({ fate }) => fate)).toEqual(changeFates);
});

test('fates, kinds and words leave what they say, each with the others', () => {
  expect(rowsOf({ fates: ['conflict'] }).total).toBe(4);
  expect(rowsOf({ entity: 'person' }).total).toBe(165);
  expect(rowsOf({ words: 'ЗАСІДАННЯ 307' }).rows.map(({ row }) => row)).toEqual(['row-0307']);
  expect(rowsOf({ words: 'засідання 30', entity: 'meeting' }).rows.map(({ row }) => row)).toEqual([
    'row-0308',
    'row-0306',
    'row-0304',
    'row-0302',
    'row-0300',
    'row-0230',
    'row-0130',
    'row-0030',
  ]);
  expect(rowsOf({ words: 'нема такого' })).toEqual({ total: 0, rows: [] });
});

test('a record is found by its kind and id, whole', () => {
  expect(pages.record('person', 'row-0151')).toEqual(all[151]);
  expect(pages.record('meeting', 'row-0151')).toBeUndefined();
});
