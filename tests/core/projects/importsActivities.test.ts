import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everyActivity } from '../../../shared/contract/activityViews.ts';
import { makeProjectImporter, type ProjectImporter } from '../../fixtures/projectTable.ts';

let test: ProjectImporter;
beforeEach(async () => (test = await makeProjectImporter()));
afterEach(() => test.remove());

const list = () => test.projects.activities({ ...everyActivity, projectId: test.projectId, offset: 0, limit: 500 });

const table = [
  'Назва заходу;Вид;Напрям;Дата;Громада;Учасників;Фактична дата',
  'Круглий стіл у Ромнах;;1;14.09.2026;Роменська громада, Роменський район;25;2026-09-15',
  'Тренінг для поліції;тренінг;Навчання фахівців;2026-12-01;Сумська область;;',
].join('\n');

describe('a table of activities', () => {
  it('is read with its kinds, lines, days and territories, and written as one act', async () => {
    const preview = await test.preview('activities', table);
    expect(preview.columns.map(({ target }) => target)).toEqual([
      'title',
      'kind',
      'line',
      'from',
      'territory',
      'participants',
      'actualFrom',
    ]);
    expect(preview.rows.map(({ outcome, problems }) => [outcome, problems])).toEqual([
      ['new', []],
      ['new', []],
    ]);
    expect((await list()).total).toBe(0);
    expect(await test.run('activities', table)).toEqual({ added: 2, updated: 0, skipped: 0 });
    const { rows } = await list();
    expect(rows).toMatchObject([
      {
        number: '1.1',
        title: 'Круглий стіл у Ромнах',
        kind: 'roundTable',
        status: 'held',
        plannedFrom: '2026-09-14',
        plannedUntil: '2026-09-14',
        actualFrom: '2026-09-15',
        participants: 25,
        territories: 1,
      },
      { number: '2.1', kind: 'training', status: 'planned', plannedFrom: '2026-12-01', territories: 1 },
    ]);
    test.undo();
    expect((await list()).total).toBe(0);
  });

  it('that was imported already says so, and only what is new or different is written', async () => {
    await test.run('activities', table);
    expect((await test.preview('activities', table)).counts).toMatchObject({ same: 2, new: 0, update: 0 });
    await expect(test.run('activities', table)).rejects.toMatchObject({ code: 'nothingToImport' });
    const later = `${table.replace(';25;', ';31;')}\nКампанія до Дня боротьби;кампанія;1;18.10.2026;;;`;
    const preview = await test.preview('activities', later);
    expect(preview.rows.map(({ outcome, changes }) => [outcome, changes])).toEqual([
      ['update', [{ field: 'participants', from: '25', to: '31' }]],
      ['same', []],
      ['new', []],
    ]);
    expect(await test.run('activities', later)).toEqual({ added: 1, updated: 1, skipped: 1 });
    expect((await list()).rows.map(({ title, participants }) => [title, participants])).toEqual([
      ['Круглий стіл у Ромнах', 31],
      ['Кампанія до Дня боротьби', null],
      ['Тренінг для поліції', null],
    ]);
  });

  it('answers each wrong row with its reason and takes the others', async () => {
    const text = [
      'Назва;Вид;Стан;Напрям;Початок;Завершення;Територія;Кількість учасників',
      'Добрий;семінар;проведено;2;01.03.2026;02.03.2026;;12',
      ';тренінг;;;;;;',
      'Без виду;танці;;;;;;',
      'Без стану;;колись;;;;;',
      'Без напряму;;;7;;;;',
      'Навпаки;;;;05.03.2026;04.03.2026;;',
      'Без дня;;;;незабаром;;;',
      'Пів дня;;;;31.02.2026;;;',
      'Ніде;;;;;;Лімпопо;',
      'Де саме;;;;;;Миколаївська громада;',
      'Без людей;;;;;;;двоє',
      'Мінус;;;;;;;-3',
      'Добрий;семінар;проведено;2;01.03.2026;02.03.2026;;12',
    ].join('\n');
    expect(await test.answers('activities', text)).toEqual([
      ['new', 'heldWithoutDay'],
      ['error', 'cellEmpty'],
      ['error', 'kindUnknown'],
      ['error', 'statusUnknown'],
      ['error', 'lineUnknown'],
      ['error', 'endBeforeStart'],
      ['error', 'cellNoDay'],
      ['error', 'cellNoDay'],
      ['error', 'territoryUnknown'],
      ['error', 'territoryAmbiguous'],
      ['error', 'cellNoCount'],
      ['error', 'cellNoCount'],
      ['duplicate', 'sameAsLine', 'heldWithoutDay'],
    ]);
    expect(await test.run('activities', text)).toEqual({ added: 1, updated: 0, skipped: 12 });
  });

  it('keeps the round tables of 18 communities apart by their place', async () => {
    const places = ['Роменська громада, Роменський район', 'Охтирська громада, Охтирський район'];
    const text = ['Захід;Громада', ...places.map((place) => `Круглий стіл;"${place}"`)].join('\n');
    expect((await test.run('activities', text)).added).toBe(2);
    expect((await test.preview('activities', text)).counts).toMatchObject({ same: 2 });
    const more = `${text}\nКруглий стіл;Сумська громада`;
    expect(await test.answers('activities', more)).toEqual([['same'], ['same'], ['new']]);
  });

  it('means the namesake that lies where the project works', async () => {
    const text = 'Захід;Громада\nЗустріч;Миколаївська громада';
    expect(await test.answers('activities', text)).toEqual([['error', 'territoryAmbiguous']]);
    const region = await test.preview('activities', 'Захід;Громада\nЗустріч;Сумська область');
    expect(region.rows[0]?.problems).toEqual([]);
    const code = 'UA14120000000070232';
    await test.add(test.projectId, { part: 'place', fields: { territory: code } });
    expect(await test.answers('activities', text)).toEqual([['new']]);
  });

  it('takes what looks like a formula as the text it is, and says so', async () => {
    const text = ['Назва;Примітка', "=cmd|' /C calc'!A0;+1+1", '-;- так', '@SUM(A1);-5'].join('\n');
    expect(await test.answers('activities', text)).toEqual([
      ['new', 'formulaAsText', 'formulaAsText'],
      ['new'],
      ['new', 'formulaAsText'],
    ]);
    await test.run('activities', text);
    expect((await list()).rows.map(({ title }) => title).toSorted()).toEqual(
      ['-', "=cmd|' /C calc'!A0", '@SUM(A1)'].toSorted(),
    );
  });

  it('speaks English, Lithuanian and Latvian, too', async () => {
    const guess = async (header: string) =>
      (await test.preview('activities', `${header}\nx;;;\n`)).columns.map(({ target }) => target);
    expect(await guess('Activity;Type;Start date;Municipality')).toEqual(['title', 'kind', 'from', 'territory']);
    expect(await guess('Veikla;Tipas;Pradžios data;Savivaldybė')).toEqual(['title', 'kind', 'from', 'territory']);
    expect(await guess('Aktivitāte;Veids;Sākuma datums;Pašvaldība')).toEqual(['title', 'kind', 'from', 'territory']);
    const { rows } = await test.preview(
      'activities',
      'Activity;Type;Status;Start date\nx;round table;completed;5 March 2026',
    );
    expect(rows[0]).toMatchObject({ outcome: 'new', problems: [] });
  });
});
