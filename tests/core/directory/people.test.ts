import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addOffice, removeOffice, updateOffice } from '../../../electron/core/directory/offices.ts';
import { nameForms } from '../../../electron/core/directory/nameForms.ts';
import {
  addPerson,
  listPeople,
  readPerson,
  removePerson,
  updatePerson,
} from '../../../electron/core/directory/people.ts';
import { peopleOn } from '../../../electron/core/directory/peopleOn.ts';
import { listMembers, updateMember } from '../../../electron/core/directory/members.ts';
import {
  addOrganisation,
  removeOrganisation,
  updateOrganisation,
} from '../../../electron/core/directory/organisations.ts';
import { AppError } from '../../../shared/errors.ts';
import { makeGroup, makeHome } from '../../fixtures/group.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
beforeEach(async () => {
  made = await makeWorkspace();
});
afterEach(() => made.remove());

const today = '2026-11-21';
const refusal = (code: string, field?: string) =>
  expect.objectContaining({ code, ...(field === undefined ? {} : { field }) }) as AppError;

describe('a person', () => {
  it('stands in the list with the office of the day asked for', () => {
    const { workspace, author } = made;
    const council = addOrganisation(workspace, author, { name: 'Обласна рада', shortName: 'ОР' });
    const police = addOrganisation(workspace, author, { name: 'Поліція' });
    const id = addPerson(
      workspace,
      author,
      { surname: 'Учасник', givenName: 'Перший', patronymic: 'Пробний', gender: 'male' },
      { organisationId: council, position: 'радник', startsOn: '2020-01-01', endsOn: '2024-06-30' },
    );
    addOffice(workspace, author, id, { organisationId: police, position: 'інспектор', startsOn: '2024-07-01' });

    const on = (day: string) =>
      listPeople(workspace, day).map(({ position, organisation }) => [position, organisation]);
    expect(on('2024-06-30')).toEqual([['радник', 'Обласна рада']]);
    expect(on('2024-07-01')).toEqual([['інспектор', 'Поліція']]);
    expect(listPeople(workspace, today)[0]).toMatchObject({
      id,
      name: 'Учасник Перший Пробний',
      organisationId: police,
    });
  });

  it('has before the first office the one to come, and none after the last', () => {
    const { workspace, author } = made;
    const id = addPerson(workspace, author, { surname: 'Учасник' }, { position: 'радник', startsOn: '2024-01-01' });
    addOffice(workspace, author, id, { position: 'голова', startsOn: '2025-01-01', endsOn: '2025-12-31' });
    const [first] = readPerson(workspace, id, today).offices.filter(({ position }) => position === 'радник');
    updateOffice(workspace, author, first?.id ?? '', { endsOn: '2024-12-31' });

    const on = (day: string) => listPeople(workspace, day)[0]?.position;
    expect(on('2023-05-05')).toBe('радник');
    expect(on('2024-05-05')).toBe('радник');
    expect(on('2025-05-05')).toBe('голова');
    expect(on(today)).toBe('');
  });

  it('takes up an office that ends the one before, in one act', () => {
    const { workspace, author } = made;
    const id = addPerson(workspace, author, { surname: 'Учасник' }, { position: 'радник', startsOn: '2024-01-01' });
    const before = readPerson(workspace, id, today).offices[0]?.id ?? '';
    expect(() => addOffice(workspace, author, id, { position: 'голова', startsOn: '2024-01-01' }, before)).toThrow(
      refusal('endBeforeStart'),
    );
    addOffice(workspace, author, id, { position: 'голова', startsOn: '2025-01-01' }, before);
    expect(readPerson(workspace, id, today).offices.map(({ position, endsOn }) => [position, endsOn])).toEqual([
      ['голова', null],
      ['радник', '2024-12-31'],
    ]);
    workspace.ledger.undo(author);
    expect(readPerson(workspace, id, today).offices).toMatchObject([{ position: 'радник', endsOn: null }]);
  });

  it('is named as of an organisation where several offices are held at once', () => {
    const { workspace, author } = made;
    const council = addOrganisation(workspace, author, { name: 'Рада' });
    const league = addOrganisation(workspace, author, { name: 'Ліга' });
    const id = addPerson(workspace, author, { surname: 'Учасник' }, { organisationId: council, position: 'депутат' });
    addOffice(workspace, author, id, { organisationId: league, position: 'голова', startsOn: '2020-01-01' });
    const people = peopleOn(workspace, [id, null], today);
    expect(people.somebody(id)).toMatchObject({ position: 'голова', organisation: 'Ліга' });
    expect(people.somebody(id, council)).toMatchObject({ position: 'депутат', organisation: 'Рада' });
    expect(people.somebody('nobody').name).toBe('');
  });

  it('keeps the organisation’s name in an office after the organisation was removed', () => {
    const { workspace, author } = made;
    const gone = addOrganisation(workspace, author, { name: 'Ліквідована установа' });
    const id = addPerson(workspace, author, { surname: 'Учасник' }, { organisationId: gone, position: 'радник' });
    removeOrganisation(workspace, author, gone, today);
    expect(readPerson(workspace, id, today).organisation).toBe('Ліквідована установа');
  });

  it('is written given name first where the home agency is Lithuanian', () => {
    const { workspace, author } = made;
    const group = makeGroup(made, { members: 2 });
    makeHome(made, group);
    const name = () => listPeople(workspace, today).find(({ id }) => id === group.people[0])?.name;
    expect(name()).toBe('Учасник1 Проба Тестівна');
    updateOrganisation(workspace, author, group.organisations[0] ?? '', { territory: 'LT-VL' });
    expect(name()).toBe('Проба Учасник1');
  });

  it('is read with every office, the latest first, and with their groups', () => {
    const { workspace } = made;
    const group = makeGroup(made, { members: 3 });
    const person = readPerson(workspace, group.people[0] ?? '', today);
    expect(person).toMatchObject({ surname: 'Учасник1', position: 'посада 1', organisation: 'Установа 1' });
    expect(person.offices).toHaveLength(1);
    expect(person.groups).toEqual([
      { id: group.id, name: 'Обласна робоча група', role: 'chair', startsOn: '2020-01-01', endsOn: null },
    ]);
    expect(Object.keys(person.clocks)).toContain('name');
    expect(Object.keys(person.offices[0]?.clocks ?? {})).toContain('position');
  });

  it('needs a surname, and a period that does not end before it begins', () => {
    const { workspace, author } = made;
    expect(() => addPerson(workspace, author, { surname: '  ' })).toThrow(refusal('required', 'surname'));
    const id = addPerson(workspace, author, { surname: 'Учасник' });
    expect(() => updatePerson(workspace, author, id, { surname: '' })).toThrow(refusal('required', 'surname'));
    expect(() =>
      addOffice(workspace, author, id, { position: 'x', startsOn: '2024-02-02', endsOn: '2024-02-01' }),
    ).toThrow(refusal('endBeforeStart', 'endsOn'));
    const office = addOffice(workspace, author, id, { position: 'x', startsOn: '2024-02-02' });
    expect(() => updateOffice(workspace, author, office, { endsOn: '2024-02-01' })).toThrow(refusal('endBeforeStart'));
    updateOffice(workspace, author, office, { endsOn: '2024-02-02' });
    expect(() => updateOffice(workspace, author, office, { startsOn: '2024-02-03' })).toThrow(
      refusal('endBeforeStart'),
    );
    removeOffice(workspace, author, office);
    expect(readPerson(workspace, id, today).offices).toEqual([]);
    expect(() => readPerson(workspace, 'no such person', today)).toThrow(refusal('notFound'));
  });

  it('stays while they are a member of a group, or work with the workspace', () => {
    const { workspace, author } = made;
    const group = makeGroup(made, { members: 3 });
    makeHome(made, group);
    const [chair = '', me = ''] = group.people;
    expect(() => removePerson(workspace, author, chair, today)).toThrow(refusal('inUse'));
    expect(() => removePerson(workspace, author, me, today)).toThrow(refusal('ownPersonStays'));
    const other = addPerson(workspace, author, { surname: 'Учасник' });
    removePerson(workspace, author, other, today);
    expect(listPeople(workspace, today).some(({ id }) => id === other)).toBe(false);
    workspace.ledger.undo(author);
    expect(listPeople(workspace, today).some(({ id }) => id === other)).toBe(true);
  });

  it('can be removed once the membership has ended, and stays named by old lists', () => {
    const { workspace, author } = made;
    const group = makeGroup(made, { members: 3 });
    const [chair = ''] = group.people;
    updateMember(workspace, author, listMembers(workspace, group.id, today)[0]?.id ?? '', { endsOn: '2026-01-31' });
    removePerson(workspace, author, chair, today);
    expect(peopleOn(workspace, [chair], '2025-05-05').name(chair)).toBe('Учасник1 Проба Тестівна');
  });

  it('that two windows changed keeps the newer value and shows the other', () => {
    const { workspace, author } = made;
    const id = addPerson(workspace, author, { surname: 'Учасник', phone: '1' });
    const { clocks } = readPerson(workspace, id, today);
    updatePerson(workspace, author, id, { phone: '2' });
    updatePerson(workspace, author, id, { phone: '3' }, { phone: { clock: clocks['phone'] ?? null } });
    expect(readPerson(workspace, id, today).phone).toBe('2');
    expect(workspace.ledger.conflicts.open()).toMatchObject([{ entity: 'person', row: id, field: 'phone' }]);
  });
});

describe('the forms of a name', () => {
  it('give every case but the nominative and say which were corrected', () => {
    const name = { surname: 'Шевченко', givenName: 'Олена', patronymic: 'Петрівна', gender: 'female' } as const;
    const forms = nameForms(name, { vocative: { givenName: 'Оленко' } });
    expect(forms.map((form) => form.case)).toEqual([
      'genitive',
      'dative',
      'accusative',
      'instrumental',
      'locative',
      'vocative',
    ]);
    expect(forms[1]).toMatchObject({
      surname: 'Шевченко',
      givenName: 'Олені',
      patronymic: 'Петрівні',
      corrected: false,
    });
    expect(forms[5]).toMatchObject({ givenName: 'Оленко', corrected: true });
  });

  it('are kept with the person', () => {
    const { workspace, author } = made;
    const id = addPerson(workspace, author, { surname: 'Ковалів', nameCases: { dative: { surname: 'Ковалеві' } } });
    expect(readPerson(workspace, id, today).nameCases).toEqual({ dative: { surname: 'Ковалеві' } });
    updatePerson(workspace, author, id, { nameCases: null });
    expect(readPerson(workspace, id, today).nameCases).toBeNull();
  });
});
