import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeProjectImporter, type ProjectImporter } from '../../fixtures/projectTable.ts';

let test: ProjectImporter;
let activityId: string;
beforeEach(async () => {
  test = await makeProjectImporter();
  activityId = (await test.projects.addActivity({ projectId: test.projectId, title: 'Тренінг у Вільнюсі' })).id;
});
afterEach(() => test.remove());

const counts = async () => {
  const { participants, participantRows } = await test.projects.activity({ id: activityId });
  return {
    participants,
    rows: Object.fromEntries(participantRows.map(({ dimension, key, people }) => [`${dimension} ${key}`, people])),
  };
};

const sheet = [
  '№;Прізвище;Стать;Вік;Посада;Країна;Телефон',
  '1;Учасниця 1;ж;17;учениця;Україна;+380501112233',
  '2;Учасник 2;ч;29;дільничний офіцер поліції;Литва;',
  '3;Учасниця 3;жін.;45;соціальний педагог;LV;',
  '4;Учасник 4;чол;60 років;водій;Атлантида;',
  '5;Учасниця 5;Ж;;старша прокурорка;Україна;',
].join('\n');

describe('a registration sheet', () => {
  it('becomes counts by sex, age, profession and country; of nobody anything else is kept', async () => {
    expect(await test.answers('registrationSheet', sheet, { activityId })).toEqual([
      ['new'],
      ['new'],
      ['new'],
      ['new', 'professionOther', 'sheetUnclear'],
      ['new'],
    ]);
    const changes = () => test.workspace.sqlite.prepare<[], string>('SELECT value FROM change').pluck().all();
    expect(await test.run('registrationSheet', sheet, { activityId })).toEqual({ added: 5, updated: 0, skipped: 0 });
    expect(await counts()).toEqual({
      participants: 5,
      rows: {
        'sex female': 3,
        'sex male': 2,
        'ageBand under18': 1,
        'ageBand from18': 1,
        'ageBand from45': 1,
        'ageBand from60': 1,
        'ageBand unknown': 1,
        'profession youth': 1,
        'profession police': 1,
        'profession socialPedagogue': 1,
        'profession other': 1,
        'profession prosecutor': 1,
        'country UA': 2,
        'country LT': 1,
        'country LV': 1,
      },
    });
    expect(changes().filter((value) => /Учасни(?:к|ця) \d|380501112233|водій/.test(value))).toEqual([]);
    test.undo();
    expect(await counts()).toEqual({ participants: null, rows: {} });
  });

  it('counted again takes the place of what was counted before, and says so', async () => {
    await test.run('registrationSheet', sheet, { activityId });
    const shorter = sheet.split('\n').slice(0, 3).join('\n');
    expect(await test.answers('registrationSheet', shorter, { activityId })).toEqual([
      ['new', 'sheetReplaces'],
      ['new'],
    ]);
    await test.run('registrationSheet', shorter, { activityId });
    expect(await counts()).toEqual({
      participants: 2,
      rows: {
        'sex female': 1,
        'sex male': 1,
        'ageBand under18': 1,
        'ageBand from18': 1,
        'profession youth': 1,
        'profession police': 1,
        'country UA': 1,
        'country LT': 1,
      },
    });
  });

  it('needs the activity it belongs to', async () => {
    await expect(test.preview('registrationSheet', sheet)).rejects.toMatchObject({
      code: 'required',
      field: 'activityId',
    });
    const other = await test.create('Інший проєкт');
    const foreign = (await test.projects.addActivity({ projectId: other, title: 'x' })).id;
    await expect(test.preview('registrationSheet', sheet, { activityId: foreign })).rejects.toMatchObject({
      code: 'activityForeignProject',
    });
  });
});

describe('a table of counts', () => {
  it('sets what it names and leaves the other counts', async () => {
    const text = [
      'Захід;Розподіл;Група;Осіб',
      '0.1;усього;;77',
      'Тренінг у Вільнюсі;країна;Литва;50',
      '0.1;стать;жінки;40',
      '0.1;професія;перекладачі;7',
      '0.1;вік;30–44;12',
    ].join('\n');
    expect(await test.answers('participants', text)).toEqual([['new'], ['new'], ['new'], ['new'], ['new']]);
    await test.run('participants', text);
    const all = {
      participants: 77,
      rows: { 'country LT': 50, 'sex female': 40, 'profession перекладачі': 7, 'ageBand from30': 12 },
    };
    expect(await counts()).toEqual(all);
    const preview = await test.preview('participants', text.replace(';40', ';41'));
    expect(preview.rows.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'update', 'same', 'same']);
    await test.run('participants', text.replace(';40', ';41'));
    expect(await counts()).toEqual({ ...all, rows: { ...all.rows, 'sex female': 41 } });
  });

  it('answers each wrong row', async () => {
    const text = [
      'Захід;Розподіл;Група;Осіб',
      'Немає такого;стать;жінки;1',
      '0.1;зріст;високі;1',
      '0.1;стать;дракони;1',
      '0.1;країна;Атлантида;1',
      '0.1;стать;жінки;пів',
      '0.1;стать;жінки;',
      '0.1;стать;;4',
      '0.1;стать;жінки;4',
      '0.1;стать;ж;5',
    ].join('\n');
    expect(await test.answers('participants', text)).toEqual([
      ['error', 'activityUnknown'],
      ['error', 'dimensionUnknown'],
      ['error', 'participantKeyUnknown'],
      ['error', 'participantKeyUnknown'],
      ['error', 'cellNoCount'],
      ['error', 'cellEmpty'],
      ['error', 'cellEmpty'],
      ['new'],
      ['duplicate', 'sameAsLine'],
    ]);
  });
});
