import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addOrganisation,
  listOrganisations,
  readOrganisation,
  removeOrganisation,
  updateOrganisation,
} from '../../../electron/core/directory/organisations.ts';
import { addPerson, removePerson } from '../../../electron/core/directory/people.ts';
import { listSeats, updateSeat } from '../../../electron/core/directory/seats.ts';
import { makeGroup, makeHome } from '../../fixtures/group.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
beforeEach(async () => {
  made = await makeWorkspace();
});
afterEach(() => made.remove());

const today = '2026-11-21';
const refusal = (code: string, field?: string) =>
  expect.objectContaining({ code, ...(field === undefined ? {} : { field }) }) as Error;

describe('an organisation', () => {
  it('is listed with the people who hold an office there today', () => {
    const { workspace, author } = made;
    const id = addOrganisation(workspace, author, { name: 'Управління освіти', shortName: 'УО', kind: 'education' });
    const position = { organisationId: id, position: 'фахівець' };
    addPerson(workspace, author, { surname: 'Перша' }, position);
    addPerson(workspace, author, { surname: 'Друга' }, { ...position, endsOn: '2026-11-20' });
    addPerson(workspace, author, { surname: 'Третя' }, { ...position, startsOn: '2026-11-22' });
    const gone = addPerson(workspace, author, { surname: 'Четверта' }, position);
    removePerson(workspace, author, gone, today);

    expect(listOrganisations(workspace, today)).toMatchObject([{ id, kind: 'education', people: 1, isHome: false }]);
    expect(listOrganisations(workspace, '2026-11-20')[0]?.people).toBe(2);
    const read = readOrganisation(workspace, id, today);
    expect(read.people).toBe(1);
    expect(read.peopleRows.map(({ name, endsOn }) => [name, endsOn])).toEqual([
      ['Перша', null],
      ['Третя', null],
      ['Друга', '2026-11-20'],
    ]);
    expect(Object.keys(read.clocks)).toContain('name');
  });

  it('needs a name', () => {
    const { workspace, author } = made;
    expect(() => addOrganisation(workspace, author, { name: ' ' })).toThrow(refusal('required', 'name'));
    const id = addOrganisation(workspace, author, { name: 'Установа' });
    expect(() => updateOrganisation(workspace, author, id, { name: '' })).toThrow(refusal('required', 'name'));
    expect(() => readOrganisation(workspace, 'no such organisation', today)).toThrow(refusal('notFound'));
  });

  it('stays while it is ours or has a seat in a group', () => {
    const { workspace, author } = made;
    const group = makeGroup(made, { members: 3 });
    makeHome(made, group);
    const [home = '', second = ''] = group.organisations;
    expect(() => removeOrganisation(workspace, author, home, today)).toThrow(refusal('homeAgencyStays'));
    expect(() => removeOrganisation(workspace, author, second, today)).toThrow(
      expect.objectContaining({ code: 'inUse', params: { list: 'Обласна робоча група' } }) as Error,
    );
    expect(readOrganisation(workspace, second, today).groupRows).toEqual([
      { id: group.id, name: 'Обласна робоча група', votes: true, startsOn: null, endsOn: null },
    ]);

    const seat = listSeats(workspace, group.id).find(({ organisationId }) => organisationId === second);
    updateSeat(workspace, author, seat?.id ?? '', { endsOn: '2026-11-20' });
    removeOrganisation(workspace, author, second, today);
    expect(listOrganisations(workspace, today).map(({ id }) => id)).not.toContain(second);
    expect(listSeats(workspace, group.id).map(({ organisation }) => organisation)).toContain('Установа 2');
  });

  it('is marked as ours', () => {
    const group = makeGroup(made, { members: 2 });
    makeHome(made, group);
    const ours = listOrganisations(made.workspace, today).filter(({ isHome }) => isHome);
    expect(ours.map(({ id }) => id)).toEqual([group.organisations[0]]);
    expect(readOrganisation(made.workspace, group.organisations[0] ?? '', today).isHome).toBe(true);
  });
});
