import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addOrganisation, listOrganisations } from '../../../electron/core/directory/organisations.ts';
import { makeGroup, makeHome } from '../../fixtures/group.ts';
import { makeImporter, type Importer } from '../../fixtures/tableFile.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let importer: Importer;
beforeEach(async () => {
  made = await makeWorkspace();
  importer = makeImporter(made);
});
afterEach(() => made.remove());

const today = '2026-11-21';
const sumy = 'UA59000000000057109';
const poltava = 'UA53000000000028050';
const list = (...rows: string[]) =>
  ['Назва;Скорочена назва;Вид;Територія;Адреса;Пошта;Сайт;Примітка', ...rows].join('\n');
const only = async (row: string) => {
  const [planned] = (await importer.preview('organisations', list(row))).rows;
  if (!planned) throw new Error('no row');
  return planned;
};

describe('an organisation in the file', () => {
  it('is new, its kind and territory read from words', async () => {
    const text = list(
      'Управління поліції;УП;поліція;Сумська обл.;вул. Перша, 1;police@agency.example;https://police.example;x',
      'Viešoji įstaiga;;Socialinių paslaugų įstaiga;Vilniaus rajono savivaldybė;;;;',
      'Ліга;;ngo;;;;;',
    );
    expect(await importer.run('organisations', text)).toEqual({ added: 3, updated: 0, skipped: 0 });
    const all = listOrganisations(made.workspace, today);
    expect(all.find(({ shortName }) => shortName === 'УП')).toMatchObject({
      name: 'Управління поліції',
      kind: 'police',
      territory: sumy,
      address: 'вул. Перша, 1',
      website: 'https://police.example',
    });
    expect(all.map(({ kind }) => kind)).toContain('ngo');
    expect(all.find(({ territory }) => territory === 'LT-58')?.kind).toBe('socialService');
  });

  it('is the one that there is, by name or short name without legal form; contacts are renewed', async () => {
    const { workspace, author } = made;
    const id = addOrganisation(workspace, author, {
      name: 'ГО «Ліга Сумщини»',
      shortName: 'ЛС',
      email: 'old@agency.example',
      note: 'наша нотатка',
    });
    expect(await only('Ліга Сумщини;;;;;;;')).toMatchObject({ outcome: 'same', existing: { id } });
    expect(await only('ЛС;;;;;old@agency.example;;')).toMatchObject({ outcome: 'same' });
    const row = await only('Громадська організація "Ліга Сумщини";ЛігаС;ngo;;вул. Перша;new@agency.example;;з файлу');
    expect(row).toMatchObject({ outcome: 'update', existing: { id, name: 'ГО «Ліга Сумщини»' } });
    expect(row.changes).toEqual([
      { field: 'kind', from: 'other', to: 'ngo' },
      { field: 'address', from: '', to: 'вул. Перша' },
      { field: 'email', from: 'old@agency.example', to: 'new@agency.example' },
    ]);
    await importer.run('organisations', list('ЛС;;ngo;;;new@agency.example;;з файлу'));
    expect(listOrganisations(workspace, today)).toMatchObject([
      { name: 'ГО «Ліга Сумщини»', shortName: 'ЛС', kind: 'ngo', email: 'new@agency.example', note: 'наша нотатка' },
    ]);
  });

  it('of the same name in another territory is another one', async () => {
    const { workspace, author } = made;
    addOrganisation(workspace, author, { name: 'Відділ освіти', territory: poltava });
    expect(await only('Відділ освіти;;;Сумська область;;;;')).toMatchObject({ outcome: 'new' });
    expect(await only('Відділ освіти;;;Полтавська область;;;;')).toMatchObject({ outcome: 'same' });
    expect(await only('Відділ освіти;;;;;;;')).toMatchObject({ outcome: 'same' });
    const preview = await importer.preview(
      'organisations',
      list('Служба;;;Сумська область;;;;', 'Служба;;;Полтавська область;;;;', 'СЛУЖБА;;;Сумська обл;;;;'),
    );
    expect(preview.rows.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'duplicate']);
  });

  it('in a municipality whose name is not the only one lies in our own region, if one does', async () => {
    const row = 'Рада;;;Миропільська громада;;;;';
    expect(await only(row)).toMatchObject({ outcome: 'error', problems: [{ code: 'territoryAmbiguous' }] });
    const group = makeGroup(made, { members: 2 });
    makeHome(made, group);
    await importer.run('organisations', list('Установа 1;;;Сумська область;;;;'));
    expect(await only(row)).toMatchObject({ outcome: 'new' });
    expect(await only('Рада;;;Миколаївська громада, Сумський район;;;;')).toMatchObject({
      problems: [{ code: 'territoryAmbiguous', column: 'territory' }],
    });
  });

  it.each([
    [';;поліція;;;;;', 'cellEmpty', 'name'],
    ['«»;;;;;;;', 'cellEmpty', 'name'],
    ['Рада;;хтозна-що;;;;;', 'kindUnknown', 'kind'],
    ['Рада;;;Атлантида;;;;', 'territoryUnknown', 'territory'],
    ['Рада;;;;;де@;;', 'emailWrong', 'email'],
  ])('with a mistake is refused with the reason: %#', async (row, code, column) => {
    expect(await only(row)).toMatchObject({ outcome: 'error', problems: [{ code, column }] });
  });

  it('is none where the row is empty', async () => {
    expect((await importer.preview('organisations', list(';;;;;;;', 'Рада;;;;;;;'))).rows).toMatchObject([{ line: 3 }]);
  });

  it('may have only a short name', async () => {
    await importer.run('organisations', list(';ДСЗН;;;;;;'));
    expect(listOrganisations(made.workspace, today)).toMatchObject([{ name: 'ДСЗН', shortName: 'ДСЗН' }]);
  });
});
