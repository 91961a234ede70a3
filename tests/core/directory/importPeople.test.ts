import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addOrganisation } from '../../../electron/core/directory/organisations.ts';
import { addPerson, listPeople, readPerson } from '../../../electron/core/directory/people.ts';
import { splitFullName } from '../../../shared/rules/names/split.ts';
import { makeImporter, type Importer } from '../../fixtures/tableFile.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let importer: Importer;
beforeEach(async () => {
  made = await makeWorkspace({ at: '2026-11-21 10:00' });
  importer = makeImporter(made);
});
afterEach(() => made.remove());

const today = '2026-11-21';
const list = (...rows: string[]) =>
  ['Прізвище;Ім’я;По батькові;Посада;Установа;Пошта;Телефон;Стать;Примітка', ...rows].join('\n');
const only = async (row: string) => {
  const [planned] = (await importer.preview('people', list(row))).rows;
  if (!planned) throw new Error('no row');
  return planned;
};
const found = (surname: string) => listPeople(made.workspace, today).filter((one) => one.surname === surname);

describe('somebody in the file', () => {
  it('is new, with an office and an organisation that comes along', async () => {
    const row = await only('Щур;Юлія;Іванівна;радниця;Обласна рада;one@agency.example;050;ж;пише швидко');
    expect(row).toMatchObject({ outcome: 'new', problems: [], existing: null, changes: [] });
    expect(row.notes).toEqual([
      { code: 'importNewOrganisation', params: { name: 'Обласна рада' }, column: 'organisation' },
    ]);
    expect(found('Щур')).toEqual([]);
    await importer.run('people', list('Щур;Юлія;Іванівна;радниця;Обласна рада;one@agency.example;050;ж;пише швидко'));
    expect(found('Щур')).toMatchObject([
      {
        name: 'Щур Юлія Іванівна',
        gender: 'female',
        position: 'радниця',
        organisation: 'Обласна рада',
        phone: '050',
        note: 'пише швидко',
      },
    ]);
  });

  it('is the one that there is, by normalised name and organisation', async () => {
    const { workspace, author } = made;
    const organisationId = addOrganisation(workspace, author, { name: 'ГО «Пролісок»', shortName: 'Пролісок' });
    const id = addPerson(
      workspace,
      author,
      { surname: 'В’юн', givenName: 'Юлія', patronymic: 'Іванівна', phone: '1', gender: 'female' },
      { organisationId, position: 'радниця' },
    );
    for (const row of [
      "В'юн;Юлія;Іванівна;радниця;Громадська організація Пролісок;;1;;",
      'в’юн;ЮЛІЯ;івaнівна;;пролісок;;;;',
      'В’юн;Юлія;Іванівна;;;;;;',
    ]) {
      const same = await only(row);
      expect(same, row).toMatchObject({ outcome: 'same', existing: { id, name: 'В’юн Юлія Іванівна' }, changes: [] });
    }
    expect(await only('В’юн;Юлія;Іванівна;;Інша установа;;;;')).toMatchObject({ outcome: 'new' });
    expect(await only('В’юн;Олена;Іванівна;;Пролісок;;;;')).toMatchObject({ outcome: 'new' });
  });

  it('gets contacts renewed and gaps filled, and nothing taken away', async () => {
    const { workspace, author } = made;
    addPerson(workspace, author, {
      surname: 'Щур',
      givenName: 'Юлія',
      phone: '1',
      email: 'old@agency.example',
      note: 'наша нотатка',
    });
    const text = list('Щур;Юлія;;радниця;Обласна рада;new@agency.example;;ж;нотатка з файлу');
    const [row] = (await importer.preview('people', text)).rows;
    expect(row?.outcome).toBe('update');
    expect(row?.changes).toEqual([
      { field: 'email', from: 'old@agency.example', to: 'new@agency.example' },
      { field: 'gender', from: 'unknown', to: 'female' },
      { field: 'position', from: '', to: 'радниця' },
      { field: 'organisation', from: '', to: 'Обласна рада' },
    ]);
    expect(await importer.run('people', text)).toEqual({ added: 0, updated: 1, skipped: 0 });
    expect(found('Щур')).toMatchObject([
      {
        phone: '1',
        email: 'new@agency.example',
        note: 'наша нотатка',
        position: 'радниця',
        organisation: 'Обласна рада',
      },
    ]);
  });

  it('in a new position keeps the old one for the minutes of its time', async () => {
    const { workspace, author } = made;
    const organisationId = addOrganisation(workspace, author, { name: 'Рада' });
    const id = addPerson(workspace, author, { surname: 'Щур' }, { organisationId, position: 'радниця' });
    const row = await only('Щур;;;голова;Рада;;;;');
    expect(row.notes).toEqual([{ code: 'importOfficeFollows', params: { from: 'радниця' }, column: 'position' }]);
    await importer.run('people', list('Щур;;;голова;Рада;;;;'));
    expect(readPerson(workspace, id, today).offices).toMatchObject([
      { position: 'голова', organisationId, startsOn: today, endsOn: null },
      { position: 'радниця', organisationId, startsOn: null, endsOn: '2026-11-20' },
    ]);
    expect(listPeople(workspace, '2026-11-20')[0]?.position).toBe('радниця');

    // Again on the same day: the office that began today is put right.
    await importer.run('people', list('Щур;;;очільниця;Рада;;;;'));
    expect(readPerson(workspace, id, today).offices.map(({ position }) => position)).toEqual(['очільниця', 'радниця']);
  });

  it('with an office that lacks half of it gets that half', async () => {
    const { workspace, author } = made;
    const organisationId = addOrganisation(workspace, author, { name: 'Рада' });
    const id = addPerson(workspace, author, { surname: 'Щур' }, { position: 'голова', startsOn: '2020-01-01' });
    await importer.run('people', list('Щур;;;;Рада;;;;'));
    expect(readPerson(workspace, id, today).offices).toMatchObject([
      { position: 'голова', organisationId, startsOn: '2020-01-01', endsOn: null },
    ]);
  });

  it('twice in the file is taken once', async () => {
    const preview = await importer.preview(
      'people',
      list('Щур;Юлія;;;Рада;;;;', 'ЩУР;юлія;;;"ГО ""Рада""";;;;', 'Щур;Юлія;;;Ліга;;;;'),
    );
    expect(preview.rows.map(({ outcome }) => outcome)).toEqual(['new', 'duplicate', 'new']);
    expect(preview.rows[1]?.problems).toEqual([{ code: 'sameAsLine', params: { line: 2 }, column: null }]);
    expect(preview.counts).toMatchObject({ new: 2, duplicate: 1 });
  });

  it('that may be somebody known under a shorter name is pointed out', async () => {
    const { workspace, author } = made;
    const organisationId = addOrganisation(workspace, author, { name: 'Рада' });
    addPerson(workspace, author, { surname: 'Щур', givenName: 'Юлія' }, { organisationId, position: 'x' });
    const row = await only('Щур;Юлія;Іванівна;;Рада;;;;');
    expect(row).toMatchObject({ outcome: 'new', notes: [{ code: 'importSimilar', params: { name: 'Щур Юлія' } }] });
  });

  it.each([
    [';Юлія;;;;;;;', 'cellEmpty', 'surname'],
    ['—;Юлія;;;;;;;', 'cellEmpty', 'surname'],
    ['Щур;;;;;не пошта;;;', 'emailWrong', 'email'],
    ['Щур;;;;;;;невідома;', 'genderUnknown', 'gender'],
    [`Щур;;;${'ж'.repeat(2001)};;;;;`, 'textTooLong', 'position'],
  ])('with a mistake is refused with the reason: %#', async (row, code, column) => {
    expect(await only(row)).toMatchObject({ outcome: 'error', problems: [{ code, column }], existing: null });
    await expect(importer.run('people', list(row))).rejects.toMatchObject({ code: 'nothingToImport' });
    expect(listPeople(made.workspace, today)).toEqual([]);
  });

  it('may have several addresses', async () => {
    const row = await only('Щур;;;;;"one@agency.example; two@agency.example";;;');
    expect(row.values['email']).toBe('one@agency.example, two@agency.example');
  });
});

describe('a file of people', () => {
  it('may say gender in any of the languages, and M by what stands beside it', async () => {
    const gendersOf = async (...words: string[]) => {
      const text = ['Surname;Sex', ...words.map((word, at) => `P${at};${word}`)].join('\n');
      await importer.run('people', text);
      const genders = listPeople(made.workspace, today).toSorted((a, b) => (a.surname < b.surname ? -1 : 1));
      made.workspace.ledger.undo(made.author);
      return genders.map(({ gender }) => gender);
    };
    expect(await gendersOf('ж', 'Ч.', 'чоловіча', 'Жінка')).toEqual(['female', 'male', 'male', 'female']);
    expect(await gendersOf('F', 'M', 'male')).toEqual(['female', 'male', 'male']);
    expect(await gendersOf('V', 'M', 'Moteris')).toEqual(['male', 'female', 'female']);
    expect(await gendersOf('S', 'V', 'vīrietis')).toEqual(['female', 'male', 'male']);
  });

  it('leaves rows that the person skips, and counts them', async () => {
    const text = list('Щур;;;;;;;;', 'Крук;;;;;;;;', 'Жук;;;;;;;;', ';помилка;;;;;;;');
    expect(await importer.run('people', text, { skipLines: [3] })).toEqual({ added: 2, updated: 0, skipped: 2 });
    expect(
      listPeople(made.workspace, today)
        .map(({ surname }) => surname)
        .toSorted(),
    ).toEqual(['Жук', 'Щур']);
  });

  it('makes an organisation once for all who come from it', async () => {
    await importer.run('people', list('Щур;;;;ТОВ «Лис»;;;;', 'Крук;;;;Лис;;;;', 'Жук;;;;"""ЛИС""";;;;'));
    const people = listPeople(made.workspace, today);
    expect(new Set(people.map(({ organisationId }) => organisationId)).size).toBe(1);
    expect(people[0]?.organisation).toBe('ТОВ «Лис»');
  });
});

describe('a full name', () => {
  it.each([
    ['Щур Юлія Іванівна', 'Щур', 'Юлія', 'Іванівна'],
    ['Нечуй-Левицький Іван', 'Нечуй-Левицький', 'Іван', ''],
    ['ЩУР Юлія Іванівна', 'Щур', 'Юлія', 'Іванівна'],
    ['Юлія ЩУР', 'Щур', 'Юлія', ''],
    ['ЩУР ЮЛІЯ ІВАНІВНА', 'ЩУР', 'ЮЛІЯ', 'ІВАНІВНА'],
    ['Rūta Ona Kazlauskienė', 'Kazlauskienė', 'Rūta Ona', ''],
    ['Kazlauskienė, Rūta', 'Kazlauskienė', 'Rūta', ''],
    // A Latin o that somebody typed in a Ukrainian name.
    ['Коваль Oлена Петрівна', 'Коваль', 'Oлена', 'Петрівна'],
    ['Щур', 'Щур', '', ''],
    ['', '', '', ''],
  ])('%s', (text, surname, givenName, patronymic) => {
    expect(splitFullName(text)).toEqual({ surname, givenName, patronymic });
  });
});
