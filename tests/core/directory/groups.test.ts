import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addGroup, listGroups, readGroup, removeGroup, updateGroup } from '../../../electron/core/directory/groups.ts';
import {
  addMember,
  handOverMember,
  listMembers,
  membersOn,
  removeMember,
  updateMember,
} from '../../../electron/core/directory/members.ts';
import { addOffice } from '../../../electron/core/directory/offices.ts';
import { addOrganisation } from '../../../electron/core/directory/organisations.ts';
import { addPerson } from '../../../electron/core/directory/people.ts';
import { addSeat, listSeats, moveInGroup, removeSeat, updateSeat } from '../../../electron/core/directory/seats.ts';
import { meeting, participant } from '../../../electron/core/meetings/tables.ts';
import type { MeetingStatus } from '../../../shared/vocabulary.ts';
import { makeGroup } from '../../fixtures/group.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
beforeEach(async () => {
  made = await makeWorkspace();
});
afterEach(() => made.remove());

const today = '2026-11-21';
const refusal = (code: string, field?: string) =>
  expect.objectContaining({ code, ...(field === undefined ? {} : { field }) }) as Error;

const names = (groupId: string) => listMembers(made.workspace, groupId, today).map(({ name }) => name.split(' ')[0]);

/** A meeting of the group at which somebody sat on a seat. */
function hold(groupId: string, seatId: string | null, status: MeetingStatus = 'draftMinutes') {
  return made.workspace.ledger.write(made.author, { label: 'test.meeting' }, (w) => {
    const id = w.insert(meeting, { groupId, status, heldOn: '2026-02-02' });
    w.insert(participant, { meetingId: id, role: 'member', nameText: 'Хтось', seatId });
    return id;
  });
}

describe('a working group', () => {
  it('is listed with the seats and members of today and its last meeting', () => {
    const { workspace, author } = made;
    const group = makeGroup(made, { members: 4 });
    const [seat] = listSeats(workspace, group.id);
    updateSeat(workspace, author, seat?.id ?? '', { endsOn: '2026-11-20' });
    const [member] = listMembers(workspace, group.id, today);
    updateMember(workspace, author, member?.id ?? '', { endsOn: '2026-11-20' });
    hold(group.id, null);
    hold(group.id, null, 'cancelled');
    expect(listGroups(workspace, today)).toMatchObject([
      { id: group.id, seats: 3, members: 3, meetings: 2, lastMeetingOn: '2026-02-02' },
    ]);
    const read = readGroup(workspace, group.id, today);
    expect(read.seatRows).toHaveLength(4);
    expect(read.memberRows).toHaveLength(4);
    expect(membersOn(workspace, group.id, today)).toHaveLength(3);
    expect(membersOn(workspace, group.id, '2026-11-20')).toHaveLength(4);
    expect(membersOn(workspace, group.id, '2019-12-31')).toHaveLength(0);
    expect(() => readGroup(workspace, 'no such group', today)).toThrow(refusal('notFound'));
  });

  it('needs a name, a sound numbering pattern, and both halves of its rules', () => {
    const { workspace, author } = made;
    expect(() => addGroup(workspace, author, { name: ' ' })).toThrow(refusal('required', 'name'));
    expect(() => addGroup(workspace, author, { name: 'Рада', numberingPattern: '{yyyy}' })).toThrow(
      refusal('numberPatternNoSequence', 'numberingPattern'),
    );
    expect(() => addGroup(workspace, author, { name: 'Рада', quorumKind: 'fixed' })).toThrow(
      refusal('required', 'quorumFixed'),
    );
    const id = addGroup(workspace, author, { name: 'Рада', quorumKind: 'fixed', quorumFixed: 7 });
    expect(() => updateGroup(workspace, author, id, { quorumFixed: null })).toThrow(refusal('required', 'quorumFixed'));
    updateGroup(workspace, author, id, { quorumKind: 'majority', quorumFixed: null });
    expect(() => updateGroup(workspace, author, id, { quorumKind: 'fixed' })).toThrow(
      refusal('required', 'quorumFixed'),
    );
    expect(() => updateGroup(workspace, author, id, { numberingPeriod: 'term' })).toThrow(
      refusal('required', 'termStartsOn'),
    );
    updateGroup(workspace, author, id, { numberingPeriod: 'term', termStartsOn: '2025-01-01' });
    updateGroup(workspace, author, id, { name: 'Обласна рада' });
    expect(readGroup(workspace, id, today)).toMatchObject({ name: 'Обласна рада', termStartsOn: '2025-01-01' });
  });

  it('is not removed once it has met', () => {
    const { workspace, author } = made;
    const group = makeGroup(made, { members: 2 });
    const id = hold(group.id, null);
    expect(() => removeGroup(workspace, author, group.id)).toThrow(refusal('groupHasMeetings'));
    workspace.ledger.write(author, { label: 'test' }, (w) => w.remove(meeting, id));
    removeGroup(workspace, author, group.id);
    expect(listGroups(workspace, today)).toEqual([]);
    workspace.ledger.undo(author);
    expect(readGroup(workspace, group.id, today).memberRows).toHaveLength(2);
  });
});

describe('a seat', () => {
  it('is one for each organisation, at the end of the list', () => {
    const { workspace, author } = made;
    const group = makeGroup(made, { members: 3 });
    const organisationId = addOrganisation(workspace, author, { name: 'Нова установа', shortName: 'НУ' });
    const id = addSeat(workspace, author, { groupId: group.id, organisationId, votes: false, startsOn: '2026-05-05' });
    expect(listSeats(workspace, group.id).at(-1)).toMatchObject({ id, shortName: 'НУ', votes: false });
    expect(() => addSeat(workspace, author, { groupId: group.id, organisationId, votes: true })).toThrow(
      refusal('seatTaken', 'organisationId'),
    );
    updateSeat(workspace, author, id, { endsOn: '2026-06-06' });
    expect(() => updateSeat(workspace, author, id, { startsOn: '2026-06-07' })).toThrow(refusal('endBeforeStart'));
    addSeat(workspace, author, { groupId: group.id, organisationId, votes: true });
    expect(listSeats(workspace, group.id)).toHaveLength(5);
  });

  it('moves in its list, and every other keeps its order', () => {
    const { workspace, author } = made;
    const group = makeGroup(made, { members: 4 });
    const order = () => listSeats(workspace, group.id).map(({ shortName }) => shortName);
    moveInGroup(workspace, author, 'seat', group.seats[3] ?? '', 0);
    expect(order()).toEqual(['У4', 'У1', 'У2', 'У3']);
    moveInGroup(workspace, author, 'seat', group.seats[0] ?? '', 2);
    expect(order()).toEqual(['У4', 'У2', 'У1', 'У3']);
    workspace.ledger.undo(author);
    expect(order()).toEqual(['У4', 'У1', 'У2', 'У3']);
    expect(() => moveInGroup(workspace, author, 'seat', 'no such seat', 0)).toThrow(refusal('notFound'));
  });

  it('takes its members’ place with it when it was a mistake, and stays when somebody sat on it', () => {
    const { workspace, author } = made;
    const group = makeGroup(made, { members: 3 });
    const [first = '', second = ''] = group.seats;
    hold(group.id, first);
    hold(group.id, second, 'planned');
    expect(() => removeSeat(workspace, author, first)).toThrow(
      expect.objectContaining({ code: 'seatInUse', params: { count: 1 } }) as Error,
    );
    removeSeat(workspace, author, second);
    expect(listSeats(workspace, group.id).map(({ id }) => id)).not.toContain(second);
    expect(listMembers(workspace, group.id, today).map(({ seatId }) => seatId)).toEqual([first, null, group.seats[2]]);
    workspace.ledger.undo(author);
    expect(listMembers(workspace, group.id, today)[1]?.seatId).toBe(second);
  });
});

describe('a member', () => {
  it('comes in once, on a seat of the group', () => {
    const { workspace, author } = made;
    const group = makeGroup(made, { members: 2 });
    const other = makeGroup(made, { members: 2, name: 'Інша група' });
    const personId = addPerson(workspace, author, { surname: 'Новий' });
    const fresh = {
      groupId: group.id,
      personId,
      seatId: group.seats[0] ?? null,
      role: 'member',
      startsOn: null,
    } as const;
    const id = addMember(workspace, author, fresh);
    expect(names(group.id)).toEqual(['Учасник1', 'Учасник2', 'Новий']);
    expect(() => addMember(workspace, author, fresh)).toThrow(refusal('alreadyMember', 'personId'));
    expect(() => updateMember(workspace, author, id, { seatId: other.seats[0] ?? null })).toThrow(
      refusal('notFound', 'seatId'),
    );
    updateMember(workspace, author, id, { startsOn: '2026-01-01', endsOn: '2026-02-01' });
    expect(() => updateMember(workspace, author, id, { endsOn: '2025-12-31' })).toThrow(refusal('endBeforeStart'));
    expect(addMember(workspace, author, fresh)).not.toBe(id);
    removeMember(workspace, author, id);
    expect(names(group.id)).toEqual(['Учасник1', 'Учасник2', 'Новий']);
  });

  it('is shown with the office held for the agency of their seat', () => {
    const { workspace, author } = made;
    const group = makeGroup(made, { members: 2 });
    const [seatOrganisation = ''] = group.organisations;
    const other = addOrganisation(workspace, author, { name: 'Інша установа' });
    const personId = addPerson(
      workspace,
      author,
      { surname: 'Сумісник' },
      { organisationId: seatOrganisation, position: 'радник' },
    );
    addMember(workspace, author, {
      groupId: group.id,
      personId,
      seatId: group.seats[0] ?? null,
      role: 'member',
      startsOn: null,
    });
    addOffice(workspace, author, personId, { organisationId: other, position: 'голова', startsOn: '2026-01-01' });
    expect(listMembers(workspace, group.id, today).at(-1)).toMatchObject({
      position: 'радник',
      organisationId: seatOrganisation,
    });
  });

  it('hands over on a day: one ends, another begins in the same place; one undo takes it back', () => {
    const { workspace, author } = made;
    const group = makeGroup(made, { members: 3 });
    const [chair] = listMembers(workspace, group.id, today);
    const personId = addPerson(workspace, author, { surname: 'Наступний' });
    const id = handOverMember(workspace, author, { id: chair?.id ?? '', personId, on: '2026-12-01' });
    expect(names(group.id)).toEqual(['Учасник1', 'Наступний', 'Учасник2', 'Учасник3']);
    expect(listMembers(workspace, group.id, today)[0]?.endsOn).toBe('2026-11-30');
    expect(listMembers(workspace, group.id, today)[1]).toMatchObject({
      id,
      role: 'chair',
      seatId: group.seats[0],
      startsOn: '2026-12-01',
      endsOn: null,
    });
    expect(membersOn(workspace, group.id, '2026-11-30').map(({ personId: one }) => one)).toContain(group.people[0]);
    expect(membersOn(workspace, group.id, '2026-12-01').map(({ personId: one }) => one)).not.toContain(group.people[0]);
    workspace.ledger.undo(author);
    expect(names(group.id)).toEqual(['Учасник1', 'Учасник2', 'Учасник3']);
    expect(listMembers(workspace, group.id, today)[0]?.endsOn).toBeNull();
  });

  it('is not handed over to oneself, to a member, before it began or after it ended', () => {
    const { workspace, author } = made;
    const group = makeGroup(made, { members: 3 });
    const [chair, secretary] = listMembers(workspace, group.id, today);
    const id = chair?.id ?? '';
    const hand = (personId: string, on: string) => () => handOverMember(workspace, author, { id, personId, on });
    const personId = addPerson(workspace, author, { surname: 'Наступний' });
    expect(hand(chair?.personId ?? '', today)).toThrow(refusal('samePerson', 'personId'));
    expect(hand(secretary?.personId ?? '', today)).toThrow(refusal('alreadyMember', 'personId'));
    expect(hand(personId, '2020-01-01')).toThrow(refusal('endBeforeStart'));
    updateMember(workspace, author, id, { endsOn: '2026-06-30' });
    expect(hand(personId, today)).toThrow(refusal('memberLeft', 'on'));
    hand(personId, '2026-07-01')();
    expect(names(group.id)).toEqual(['Учасник1', 'Наступний', 'Учасник2', 'Учасник3']);
    expect(() => handOverMember(workspace, author, { id: 'nobody', personId, on: today })).toThrow(refusal('notFound'));
  });
});
