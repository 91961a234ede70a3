import { describe, expect, test } from 'vitest';
import { cellText, filterTest, tableOf, toTsv } from '../../renderer/ui/grid/gridText.ts';
import { trackOf, widthOf } from '../../renderer/ui/grid/gridLook.ts';
import type { GridColumn } from '../../renderer/ui/grid/gridTypes.ts';

type Decision = { id: string; text: string; due: string | null; votes: number | null; groups: string[] };

const text: GridColumn<Decision> = { key: 'text', title: 'Рішення', value: (row) => row.text, grow: true, width: 200 };
const due: GridColumn<Decision> = {
  key: 'due',
  title: 'Строк',
  value: (row) => row.due,
  text: (row) => (row.due === null ? '' : `до ${row.due}`),
  width: 96,
};
const votes: GridColumn<Decision> = { key: 'votes', title: 'За', value: (row) => row.votes };
const groups: GridColumn<Decision> = {
  key: 'groups',
  title: 'Групи',
  value: (row) => row.groups.join(', '),
  choices: (row) => row.groups,
};

const decision: Decision = {
  id: 'a',
  text: 'Зв’язок із\tКуп’янськом\nта районом',
  due: '2026-12-15',
  votes: 9,
  groups: ['рада', 'штаб'],
};
const another: Decision = { id: 'b', text: 'Навчання', due: null, votes: null, groups: [] };

describe('the text of a grid', () => {
  test('a cell has its own words, else its value', () => {
    expect(cellText(due, decision)).toBe('до 2026-12-15');
    expect(cellText(due, another)).toBe('');
    expect(cellText(votes, decision)).toBe('9');
    expect(cellText(votes, another)).toBe('');
  });

  test('filters by words whatever the apostrophe and the case, by choices, by days', () => {
    const words = filterTest(text, { key: 'text', kind: 'text', text: 'купянськ ЗВʼЯЗОК' });
    expect([decision, another].filter(words)).toEqual([decision]);
    const chosen = filterTest(groups, { key: 'groups', kind: 'choice', values: ['штаб', 'інше'] });
    expect([decision, another].filter(chosen)).toEqual([decision]);
    const period = (from: string | null, to: string | null) => filterTest(due, { key: 'due', kind: 'day', from, to });
    expect(period('2026-12-15', '2026-12-15')(decision)).toBe(true);
    expect(period('2026-12-16', null)(decision)).toBe(false);
    expect(period(null, '2026-12-14')(decision)).toBe(false);
    expect(period(null, null)(another)).toBe(false);
  });

  test('copies rows so that a tab or a line break makes no cell more; headings with several rows', () => {
    const rowOf = (row: Decision) => row.id;
    const one = toTsv(tableOf([text, votes], [decision], rowOf));
    expect(one).toBe('Зв’язок із Куп’янськом та районом\t9');
    const two = toTsv(tableOf([text, votes], [decision, another], rowOf));
    expect(two.split('\n')).toEqual(['Рішення\tЗа', one, 'Навчання\t']);
  });

  test('copies words that begin like a formula so that they stay words; figures stay figures', () => {
    const copied = (words: string, count: number | null) =>
      toTsv(tableOf([text, votes], [{ ...decision, text: words, votes: count }], (row) => row.id));
    expect(copied("=cmd|' /C calc'!A0", -5)).toBe("'=cmd|' /C calc'!A0\t-5");
    expect(copied('@SUM(A1)', null)).toBe("'@SUM(A1)\t");
    expect(copied('+1+1', 0)).toBe("'+1+1\t0");
    expect(copied('\t=1+1', 0)).toBe("' =1+1\t0");
    expect(copied('-5,5 %', 0)).toBe('-5,5 %\t0');
    expect(copied('— так', 0)).toBe('— так\t0');
  });

  test('numbers stay numbers for a worksheet', () => {
    expect(tableOf([votes, due], [decision], (row) => row.id)).toEqual({
      columns: ['За', 'Строк'],
      rows: [[9, 'до 2026-12-15']],
      ids: ['a'],
    });
  });
});

describe('the tracks of a grid', () => {
  test('the column that grows takes the rest until the person sets its width', () => {
    const shown = [
      { column: text, width: undefined },
      { column: due, width: undefined },
    ];
    expect(trackOf(shown, true)).toBe('30px minmax(200px, 1fr) 96px');
    expect(widthOf(shown, true)).toBe(326);
    expect(trackOf([{ column: text, width: 150 }, shown[1] ?? { column: due, width: undefined }], false)).toBe(
      '150px 96px 1fr',
    );
  });
});
