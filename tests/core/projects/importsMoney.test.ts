import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeProjectImporter, type ProjectImporter } from '../../fixtures/projectTable.ts';

let test: ProjectImporter;
let euro: string;
beforeEach(async () => {
  test = await makeProjectImporter();
  euro = await test.add(test.projectId, { part: 'funder', fields: { nameText: 'Фонд «Мости»', currency: 'EUR' } });
  await test.add(test.projectId, { part: 'funder', fields: { nameText: 'Обласний бюджет', currency: 'UAH' } });
});
afterEach(() => test.remove());

const money = () => test.projects.money({ projectId: test.projectId });
const everyExpense = async () =>
  test.projects.expenses({
    projectId: test.projectId,
    budgetLineId: null,
    funderId: null,
    activityId: null,
    kind: null,
    from: null,
    until: null,
    text: '',
    sort: { by: 'day', descending: false },
    offset: 0,
    limit: 500,
  });

const budget = [
  'Донор;Код;Стаття;Категорія;Напрям;Сума;Валюта',
  'Фонд «Мости»;1.1;Експерти;експерти;1;30 000,10;EUR',
  'Фонд «Мости»;1.2;Переклад;переклад;;1.234,50;євро',
  'Обласний бюджет;2;Оренда зали;заходи;2;5000 грн;',
].join('\n');

describe('a table of budget lines', () => {
  it('is kept in minor units under its funders, and taken back by one undo', async () => {
    expect(await test.answers('budgetLines', budget)).toEqual([['new'], ['new'], ['new']]);
    await test.run('budgetLines', budget);
    const { lines, totals } = await money();
    expect(lines.map(({ code, category, amount, currency }) => [code, category, amount, currency])).toEqual([
      ['1.1', 'experts', 3_000_010, 'EUR'],
      ['1.2', 'translation', 123_450, 'EUR'],
      ['2', 'events', 500_000, 'UAH'],
    ]);
    expect(totals.map(({ currency, planned }) => [currency, planned])).toEqual([
      ['EUR', 3_123_460],
      ['UAH', 500_000],
    ]);
    expect((await test.preview('budgetLines', budget)).counts).toMatchObject({ same: 3 });
    const dearer = budget.replace('5000 грн', '6000');
    expect((await test.preview('budgetLines', dearer)).rows[2]).toMatchObject({
      outcome: 'update',
      changes: [{ field: 'amount' }],
    });
    test.undo();
    expect((await money()).lines).toEqual([]);
  });

  it('answers each wrong row', async () => {
    const text = [
      'Донор;Код;Стаття;Категорія;Сума;Валюта',
      'Хтось;1;Експерти;;10;',
      ';1;Експерти;;10;',
      'Обласний бюджет;;;;10;',
      'Обласний бюджет;1;Експерти;казна-що;10;',
      'Обласний бюджет;1;Експерти;;10;XXQ',
      'Обласний бюджет;1;Експерти;;10;__proto__',
      'Обласний бюджет;1;Експерти;;10;EUR',
      'Обласний бюджет;1;Експерти;;0,005;',
      'Обласний бюджет;1;Експерти;;десять;',
      'Обласний бюджет;1;Експерти;;-10;',
      'Обласний бюджет;1;Експерти;;999999999999999999;',
      'Обласний бюджет;1;Добра;;10;',
      'Обласний бюджет;1;Друга з тим самим кодом;;11;',
    ].join('\n');
    expect(await test.answers('budgetLines', text)).toEqual([
      ['error', 'funderUnknown'],
      ['error', 'cellEmpty'],
      ['error', 'cellEmpty'],
      ['error', 'categoryUnknown'],
      ['error', 'currencyUnknown'],
      ['error', 'currencyUnknown'],
      ['error', 'currencyForeign'],
      ['error', 'amountFraction'],
      ['error', 'cellNoAmount'],
      ['error', 'amountNegative'],
      ['error', 'cellNoAmount'],
      ['new'],
      ['duplicate', 'sameAsLine'],
    ]);
    expect((await test.run('budgetLines', text)).added).toBe(1);
  });
});

describe('a table of expenses', () => {
  beforeEach(async () => {
    const add = (code: string, amount: number) =>
      test.add(test.projectId, {
        part: 'budgetLine',
        fields: { funderId: euro, code, title: `Стаття ${code}`, amount },
      });
    await add('1.1', 100_000);
    await add('1.2', 50_000);
  });

  const table = [
    'Стаття;Вид;Дата;Документ;Одержувач;Сума;Валюта;Курс',
    '1.1;;05.03.2026;№ 7;Друкарня;600,00;;',
    '1.1;оплата;06.03.2026;№ 8;Друкарня;500;;',
    'Стаття 1.2;договір;07.03.2026;№ 9;Готель;10000;UAH;0,021',
    '1.2;;08.03.2026;№ 10;Перевізник;20000;UAH;',
  ].join('\n');

  it('keeps what goes over its line, with a note on the row that does', async () => {
    expect(await test.answers('expenses', table)).toEqual([
      ['new'],
      ['new', 'overBudgetLine'],
      ['new'],
      ['new', 'noRate'],
    ]);
    await test.run('expenses', table);
    const { rows } = await everyExpense();
    expect(rows.map(({ kind, amount, currency, rate, inLine }) => [kind, amount, currency, rate, inLine])).toEqual([
      ['spending', 60_000, 'EUR', null, 60_000],
      ['spending', 50_000, 'EUR', null, 50_000],
      ['commitment', 1_000_000, 'UAH', 21_000, 21_000],
      ['spending', 2_000_000, 'UAH', null, null],
    ]);
    expect((await test.preview('expenses', table)).counts).toMatchObject({ same: 4, new: 0 });
    await expect(test.run('expenses', table)).rejects.toMatchObject({ code: 'nothingToImport' });
    test.undo();
    expect((await everyExpense()).total).toBe(0);
  });

  it('answers each wrong row', async () => {
    const text = [
      'Стаття;Вид;Дата;Документ;Сума;Валюта;Курс;Захід',
      '9.9;;2026-01-01;a;1;;;',
      ';;2026-01-01;b;1;;;',
      '1.1;подарунок;2026-01-01;c;1;;;',
      '1.1;;колись;d;1;;;',
      '1.1;;2026-01-01;e;;;;',
      '1.1;;2026-01-01;f;1;QQQ;;',
      '1.1;;2026-01-01;g;1;UAH;нуль;',
      '1.1;;2026-01-01;h;1;;;Невідомий захід',
      '1.1;;2025-01-01;i;1;;;',
      '1.1;;2026-01-01;j;0,001;;;',
      '1.1;;2026-01-01;k;1;;;',
      '1.1;;2026-01-01;k;1;;;',
      '1.1;;2026-01-01;;1;;;',
      '1.1;;2026-01-01;;1;;;',
    ].join('\n');
    expect(await test.answers('expenses', text)).toEqual([
      ['error', 'budgetLineUnknown'],
      ['error', 'cellEmpty'],
      ['error', 'kindUnknown'],
      ['error', 'cellNoDay'],
      ['error', 'cellEmpty'],
      ['error', 'currencyUnknown'],
      ['error', 'cellNoNumber'],
      ['error', 'activityUnknown'],
      ['new', 'outsideProject'],
      ['error', 'amountFraction'],
      ['new'],
      ['duplicate', 'sameAsLine'],
      // Two payments without a document may well be two.
      ['new'],
      ['new', 'sameAsLine'],
    ]);
  });
});

describe('a table of indicator values', () => {
  beforeEach(async () => {
    const add = (fields: object) => test.add(test.projectId, { part: 'indicator', fields: { title: 'x', ...fields } });
    await add({ title: 'Обізнаність', unit: '%', decimals: 1, frequency: 'halfYear' });
    await add({ title: 'Навчені', unit: 'осіб', frequency: 'quarter', disaggregation: 'sex' });
    await add({ title: 'Лічений', frequency: 'year', rule: { count: 'activities', kinds: [], territory: null } });
  });

  it('reads periods, territories and groups as people write them', async () => {
    const text = [
      'Показник;Період;Територія;Група;Значення',
      'Обізнаність;I півріччя 2026;;;12,5',
      '1;2026-H2;Сумська область;;40',
      'Навчені;3 кв. 2026;;жінки;17',
      '2. Навчені;Q4 2026;;ч;4',
    ].join('\n');
    expect(await test.answers('indicatorValues', text)).toEqual([['new'], ['new'], ['new'], ['new']]);
    await test.run('indicatorValues', text);
    const { rows } = await test.projects.indicatorValues({
      projectId: test.projectId,
      indicatorId: null,
      period: null,
      territory: null,
      sort: { by: 'period', descending: false },
      offset: 0,
      limit: 100,
    });
    expect(rows.map(({ period, territory, key, value }) => [period, territory, key, value])).toEqual([
      ['2026-H1', '', '', 125],
      ['2026-Q3', '', 'female', 17],
      ['2026-H2', 'UA59000000000057109', '', 400],
      ['2026-Q4', '', 'male', 4],
    ]);
    expect((await test.preview('indicatorValues', text)).counts).toMatchObject({ same: 4 });
    const other = await test.preview('indicatorValues', text.replace('12,5', '13'));
    expect(other.rows[0]).toMatchObject({ outcome: 'update', changes: [{ field: 'value', from: '12,5', to: '13,0' }] });
  });

  it('answers each wrong row', async () => {
    const text = [
      'Показник;Період;Територія;Група;Значення',
      'Щастя;2026-H1;;;1',
      'Лічений;2026;;;1',
      'Обізнаність;2026;;;1',
      'Обізнаність;колись;;;1',
      'Обізнаність;2026-H1;;жінки;1',
      'Обізнаність;2026-H1;Лімпопо;;1',
      'Обізнаність;2026-H1;;;1,25',
      'Обізнаність;2026-H1;;;багато',
      'Обізнаність;2026-H1;;;',
      'Навчені;2026-Q1;;дракони;1',
      'Обізнаність;2026-H1;;;1',
      'Обізнаність;2026-H1;;;2',
    ].join('\n');
    expect(await test.answers('indicatorValues', text)).toEqual([
      ['error', 'indicatorUnknown'],
      ['error', 'indicatorCounted'],
      ['error', 'periodForeign'],
      ['error', 'periodUnreadable'],
      ['error', 'disaggregationNone'],
      ['error', 'territoryUnknown'],
      ['error', 'valueFraction'],
      ['error', 'cellNoNumber'],
      ['error', 'cellEmpty'],
      ['error', 'participantKeyUnknown'],
      ['new'],
      ['duplicate', 'sameAsLine'],
    ]);
  });
});
