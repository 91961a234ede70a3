// What the minutes' model takes from the records: offices of the day, quorum, carried decisions, clocks, votes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../electron/core/canonicalJson.ts';
import { decision, execution, progressNote } from '../../../electron/core/decisions/tables.ts';
import { membership, office, organisation, person, seat } from '../../../electron/core/directory/tables.ts';
import { agendaItem, meeting as meetingTable, participant, presence } from '../../../electron/core/meetings/tables.ts';
import { setting } from '../../../electron/core/workspace/tables.ts';
import { agendaLines } from '../../../electron/core/reports/agenda/model.ts';
import { readDecisionTable } from '../../../electron/core/reports/decisionTable/model.ts';
import { readInvitation } from '../../../electron/core/reports/invitation/model.ts';
import { readMinutesModel } from '../../../electron/core/reports/minutes/model.ts';
import { minutesModel } from '../../../shared/contract/minutesModel.ts';
import { readRegistration } from '../../../electron/core/reports/registrationSheet/model.ts';
import type { Writer } from '../../../electron/core/ledger/write.ts';
import { makeMeeting, type TestMeeting } from '../../fixtures/meeting.ts';
import { makeWorkspace, refusalCode, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let meeting: TestMeeting;
beforeEach(async () => {
  made = await makeWorkspace({ at: '2026-11-21 12:00' });
  meeting = makeMeeting(made);
});
afterEach(() => made.remove());

const read = () => readMinutesModel(made.workspace, meeting.id);
const write = <T>(work: (w: Writer) => T): T => made.workspace.ledger.write(made.author, { label: 'test' }, work);
const someone = (index: number) => {
  const found = read().participants.find(({ id }) => id === meeting.participants[index]);
  if (!found) throw new Error(`no participant ${index}`);
  return found;
};

describe('people', () => {
  it('have the office of the day of the meeting', () => {
    const personId = meeting.people[3] ?? '';
    write((w) => {
      const later = w.insert(organisation, { name: 'Інша установа' });
      w.insert(office, { personId, organisationId: later, position: 'пізніша посада', startsOn: '2026-11-13' });
      w.insert(office, { personId, organisationId: later, position: 'давня посада', endsOn: '2023-12-31' });
    });
    expect(someone(3)).toMatchObject({ position: 'начальник управління міграційної поліції', shortName: 'ГУНП' });
  });

  it('speak for the organisation that the meeting names, not for one they also belong to', () => {
    const personId = meeting.people[3] ?? '';
    write((w) => {
      const second = w.insert(organisation, { name: 'Друга установа', shortName: 'ДУ' });
      w.insert(office, { personId, organisationId: second, position: 'радник', startsOn: '2026-01-01' });
      w.update(participant, meeting.participants[3] ?? '', { organisationId: second });
    });
    expect(someone(3)).toMatchObject({ position: 'радник', organisation: 'Друга установа', shortName: 'ДУ' });
    write((w) => {
      const third = w.insert(organisation, { name: 'Третя установа' });
      w.update(participant, meeting.participants[3] ?? '', { organisationId: third });
    });
    expect(someone(3)).toMatchObject({ position: '', organisation: 'Третя установа' });
  });

  it('keep their names after they were removed, and a position of the day itself wins', () => {
    write((w) => {
      w.update(participant, meeting.participants[3] ?? '', { positionText: 'в. о. начальника' });
      w.remove(person, meeting.people[3] ?? '');
    });
    expect(someone(3)).toMatchObject({ position: 'в. о. начальника', name: { surname: 'Взірець' } });
  });

  it('bring the user’s own forms of their names along, if they can be read', () => {
    const nameCases = (json: string) => {
      write((w) => w.update(person, meeting.people[1] ?? '', { nameCases: json }));
      return someone(1).name.nameCases;
    };
    expect(nameCases('{"dative":{"surname":"Прикладові"}}')).toEqual({ dative: { surname: 'Прикладові' } });
    expect(nameCases('{"dative":')).toBeNull();
    expect(nameCases('{"dative":5}')).toBeNull();
  });

  it('preside by office or by acting for somebody', () => {
    expect(read().chair).toMatchObject({ acting: false, name: { surname: 'Зразкова' } });
    write((w) => w.update(meetingTable, meeting.id, { chairId: meeting.people[1] ?? null, secretaryId: null }));
    expect(read().chair).toMatchObject({ acting: true, name: { surname: 'Приклад' } });
    expect(read().secretary).toMatchObject({ acting: false, name: { surname: 'Умовна' } });
    write((w) => {
      for (const { id } of made.workspace.db.select().from(membership).all())
        w.update(membership, id, { endsOn: '2026-11-11' });
    });
    expect(read().secretary).toBeNull();
  });
});

describe('attendance', () => {
  it('is for all of the meeting where nothing else was noted', () => {
    expect(someone(1)).toMatchObject({ tookPart: true, spans: [] });
    expect(someone(3)).toMatchObject({ tookPart: true, spans: [{ from: '10:20', until: null }] });
    expect(someone(5)).toMatchObject({ tookPart: true, spans: [{ from: null, until: '11:05' }] });
    expect(someone(7)).toMatchObject({ tookPart: false, attendance: 'excused', spans: [] });
  });

  it('in two parts stays in two parts', () => {
    write((w) => {
      const [span] = made.workspace.db
        .select()
        .from(presence)
        .all()
        .filter((row) => row.participantId === meeting.participants[1]);
      if (span) w.update(presence, span.id, { untilAt: '10:30' });
      w.insert(presence, { participantId: meeting.participants[1] ?? '', fromAt: '11:50', untilAt: '12:40' });
    });
    expect(someone(1).spans).toEqual([
      { from: null, until: '10:30' },
      { from: '11:50', until: null },
    ]);
  });

  it('makes the quorum at the opening, by seats', () => {
    expect(read().quorum).toEqual({ present: 6, total: 8, required: 5, reached: true });
  });

  it('makes the quorum when it is first reached, where the chair waits for it', () => {
    write((w) => {
      for (const index of [4, 5, 6]) {
        const row = made.workspace.db
          .select()
          .from(presence)
          .all()
          .find((one) => one.participantId === meeting.participants[index]);
        if (row) w.update(presence, row.id, { fromAt: '10:30' });
      }
    });
    expect(read().quorum).toMatchObject({ present: 7, reached: true });
  });

  it('counts the members themselves where the group has no seats', () => {
    write((w) => {
      for (const { id } of made.workspace.db.select().from(seat).all()) w.remove(seat, id);
    });
    const model = read();
    expect(model.quorum).toEqual({ present: 7, total: 9, required: 5, reached: true });
    expect(model.participants.filter(({ votes }) => votes).length).toBe(9);
  });

  it('is checked again after a break', () => {
    expect(read().breaks).toEqual([
      { from: '11:15', until: '11:45', reason: 'alarm', quorum: { present: 6, total: 8, required: 5, reached: true } },
    ]);
  });
});

describe('items', () => {
  it('stand in order with their clocks, words and decisions', () => {
    const { items } = read();
    expect(items.map(({ position, startedAt }) => [position, startedAt])).toEqual([
      [1, '10:06'],
      [2, '10:25'],
      [3, '11:02'],
      [4, '11:50'],
      [5, '12:20'],
    ]);
    expect(items[1]?.speeches.map(({ kind }) => kind)).toEqual(['heard', 'speech', 'speech']);
    expect(items[2]?.decisions.map(({ number }) => number)).toEqual(['7/3.1', '7/3.2']);
    expect(items[0]?.decisions[0]).toMatchObject({ n: null, number: '', kind: 'information' });
    expect(items[2]?.materials).toEqual(['графік.xlsx']);
    expect(items[3]?.speeches[1]?.speaker).toMatchObject({ personId: null, name: { text: 'Мешканка громади' } });
  });

  it('count the votes', () => {
    const [, second, third, fourth] = read().items;
    expect(second?.decisions[0]?.vote).toMatchObject({ wording: 'unanimously', for: 7, outcome: 'adopted' });
    expect(second?.decisions[1]?.vote).toMatchObject({ wording: 'counts', for: 3, against: 1, abstained: 1 });
    expect(second?.decisions[1]?.vote.ballots.map(({ choice }) => choice)).toEqual([
      'for',
      'for',
      'for',
      'against',
      'notVoted',
      'abstained',
      'recused',
    ]);
    expect(third?.decisions[1]?.vote).toMatchObject({ mode: 'secret', ballots: [] });
    expect(fourth?.decisions[0]?.vote).toMatchObject({ outcome: 'rejected' });
  });

  it('carry over what is unfinished, and what was reported done on the day or since', () => {
    const numbers = () => read().items[0]?.carried.map(({ number, state }) => [number, state]);
    expect(numbers()).toEqual([['6/1.1', 'overdue']]);
    write((w) => w.update(execution, meeting.earlierDecisionId, { status: 'done' }));
    expect(numbers()).toEqual([['6/1.1', 'done']]);
    made.clock.set('2026-10-01 12:00');
    const before = write((w) => {
      const itemId =
        made.workspace.db
          .select()
          .from(agendaItem)
          .all()
          .find((row) => row.meetingId === meeting.earlierId)?.id ?? '';
      const id = w.insert(decision, { itemId, text: 'давно виконане', sortKey: 'a1' });
      w.insert(execution, { id, decisionId: id, status: 'done' });
      return id;
    });
    // The clock of the ledger never goes back: the change above bears a stamp of November.
    expect(numbers()?.length).toBe(2);
    made.workspace.sqlite
      .prepare(`UPDATE change SET hlc = '001790000000000' || substr(hlc, 16) WHERE row = ? AND entity = 'execution'`)
      .run(before);
    expect(numbers()).toEqual([['6/1.1', 'done']]);
  });

  it('carry nothing over from other groups, later or cancelled meetings', () => {
    write((w) => w.update(meetingTable, meeting.earlierId, { heldOn: '2026-11-13' }));
    expect(read().items[0]?.carried).toEqual([]);
    write((w) => w.update(meetingTable, meeting.earlierId, { heldOn: '2026-09-09', status: 'cancelled' }));
    expect(read().items[0]?.carried).toEqual([]);
  });
});

describe('the model', () => {
  it('is what its schema says, plain JSON, the same whenever it is read', () => {
    const model = read();
    expect(minutesModel.parse(JSON.parse(canonicalJson(model)))).toEqual(model);
    expect(canonicalJson(read())).toBe(canonicalJson(model));
  });

  it('says nothing that stays free after signing', () => {
    const before = canonicalJson(read());
    write((w) => {
      w.update(execution, meeting.decisions[3] ?? '', { status: 'done', dueOn: '2027-01-01' });
      w.insert(progressNote, { decisionId: meeting.decisions[3] ?? '', text: 'зроблено' });
      w.update(meetingTable, meeting.id, { note: 'нотатка', remarksUntil: '2026-12-01' });
      w.update(participant, meeting.participants[1] ?? '', { answer: 'coming' });
    });
    expect(canonicalJson(read())).toBe(before);
  });

  it('names the home agency where the group sits at none', () => {
    const groupId = made.workspace.db.select().from(meetingTable).all()[0]?.groupId ?? '';
    made.workspace.ledger.write(made.author, { label: 'test' }, (w) => {
      w.insert(setting, { id: 'homeAgency', value: JSON.stringify(meeting.organisations[6]) });
    });
    expect(read().group.organisation).toBe('Полтавська обласна військова адміністрація');
    expect(groupId).toBe(meeting.groupId);
  });

  it('refuses a meeting that is not there', async () => {
    write((w) => w.remove(meetingTable, meeting.id));
    expect(await refusalCode(read)).toBe('notFound');
  });
});

describe('other papers', () => {
  it('plan the hours as long as every item has its minutes', () => {
    const model = read();
    expect(agendaLines(model).map(({ from, until }) => `${from}–${until}`)).toEqual([
      '10:00–10:15',
      '10:15–10:55',
      '10:55–11:15',
      '11:15–11:35',
      '11:35–11:45',
    ]);
    write((w) => w.update(agendaItem, meeting.items[1] ?? '', { minutesPlanned: null }));
    expect(agendaLines(read()).map(({ from }) => from)).toEqual(['10:00', null, null, null, null]);
    expect(agendaLines({ ...model, startsAt: null }).every(({ from }) => from === null)).toBe(true);
    expect(agendaLines({ ...model, startsAt: '23:50' })[1]).toMatchObject({ from: '00:05', until: '00:45' });
  });

  it('tell an addressee what he reports on', async () => {
    expect(readInvitation(made.workspace, meeting.id, meeting.participants[1] ?? null).reportsOn).toEqual([2]);
    expect(readInvitation(made.workspace, meeting.id, null)).toMatchObject({ addressee: null, reportsOn: [] });
    expect(await refusalCode(() => readInvitation(made.workspace, meeting.id, 'nobody'))).toBe('notFound');
  });

  it('list everybody for the door by rank', () => {
    expect(readRegistration(made.workspace, meeting.id).people.map(({ role }) => role)).toEqual([
      'chair',
      'deputy',
      'secretary',
      ...Array.from({ length: 6 }, () => 'member'),
      'adviser',
      'guest',
    ]);
  });

  it('show how decisions are carried out today', () => {
    const rows = (day: string) =>
      readDecisionTable(made.workspace, meeting.id, day).rows.map(({ decision: { number }, state, dueOn }) => [
        number,
        state,
        dueOn,
      ]);
    expect(rows('2026-11-21')).toEqual([
      ['7/2.1', 'open', '2026-12-15'],
      ['7/2.2', 'open', null],
      ['7/3.1', 'inProgress', '2026-12-25'],
      ['7/3.2', 'open', '2027-03-01'],
      ['7/4.1', 'open', null],
    ]);
    expect(rows('2026-12-26').map(([, state]) => state)).toEqual(['overdue', 'open', 'overdue', 'open', 'open']);
  });
});
