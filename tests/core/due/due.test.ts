import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countDue, dueByDay, readDue } from '../../../electron/core/due/read.ts';
import {
  memorandum,
  memorandumParty,
  obligation,
  obligationOccurrence,
} from '../../../electron/core/memoranda/tables.ts';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup, type TestGroup } from '../../fixtures/group.ts';
import { holdMeeting, type HeldMeeting } from '../../fixtures/minutes.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

const today = '2026-03-12';
let made: TestWorkspace;
let core: TestCore;
let group: TestGroup;
let first: HeldMeeting;
let memorandumId: string;
let obligationId: string;

beforeEach(async () => {
  made = await makeWorkspace();
  group = makeGroup(made, { pattern: '{n}' });
  core = makeCore(made);
  first = await holdMeeting(core, made, group, { on: '2026-01-15', decision: 'Подати звіт.', dueOn: '2026-03-01' });
  await core.decisions.setAssignees({
    id: first.decisionId,
    assignees: [{ organisationId: group.organisations[1] ?? null, personId: null, nameText: '' }],
  });
  await holdMeeting(core, made, group, { on: '2026-02-12', decision: 'Виготовити плакат.', dueOn: '2026-03-20' });
  await holdMeeting(core, made, group, { on: '2026-02-19', decision: 'Без строку.' });
  made.workspace.ledger.write(made.author, { label: 'test.memorandum' }, (w) => {
    memorandumId = w.insert(memorandum, {
      groupId: group.id,
      number: '12-М',
      status: 'signed',
      signedOn: '2026-01-01',
      endsOn: '2026-12-31',
    });
    const party = { memorandumId, organisationId: group.organisations[0] ?? null, shortName: 'Рада' };
    const partyId = w.insert(memorandumParty, party);
    w.insert(obligation, { memorandumId, partyId, text: 'Постійно.', repeat: 'standing' });
    obligationId = w.insert(obligation, {
      memorandumId,
      partyId,
      text: 'Надавати приміщення.',
      dueOn: '2026-03-15',
      sortKey: 'a1',
    });
  });
  made.clock.set(`${today} 10:00`);
});
afterEach(() => made.remove());

const all = (more: object = {}) => readDue(made.workspace, { from: null, until: null, limit: 100, today, ...more });
const change = (patch: object, id = memorandumId) =>
  made.workspace.ledger.write(made.author, { label: 'test.change' }, (w) => w.update(memorandum, id, patch));

describe('what is due', () => {
  it('are decisions and obligations together, the nearest first', () => {
    expect(all()).toEqual([
      {
        kind: 'decision',
        id: first.decisionId,
        number: '1/1.1',
        text: 'Подати звіт.',
        who: 'У2',
        dueOn: '2026-03-01',
        sourceId: first.id,
        groupId: group.id,
      },
      {
        kind: 'obligation',
        id: obligationId,
        number: '12-М/2',
        text: 'Надавати приміщення.',
        who: 'Рада',
        dueOn: '2026-03-15',
        sourceId: memorandumId,
        groupId: group.id,
      },
      expect.objectContaining({ number: '2/1.1', who: '', dueOn: '2026-03-20' }),
    ]);
    expect(all({ from: '2026-03-12', until: '2026-03-19' }).map(({ number }) => number)).toEqual(['12-М/2']);
    expect(all({ limit: 2 }).map(({ number }) => number)).toEqual(['1/1.1', '12-М/2']);
    expect(all({ groupId: 'another' })).toEqual([]);
  });

  it('is counted, with what has no day', () => {
    expect(countDue(made.workspace, { today, until: '2026-03-18' })).toEqual({
      unfinished: 5,
      overdue: 1,
      soon: 1,
      later: 1,
    });
    expect(dueByDay(made.workspace, '2026-03-01', '2026-03-19')).toEqual(
      new Map([
        ['2026-03-01', 1],
        ['2026-03-15', 1],
      ]),
    );
  });

  it('stays where what was to replace the memorandum ended before it began', () => {
    made.workspace.ledger.write(made.author, { label: 'test.next' }, (w) =>
      w.insert(memorandum, {
        supersedesId: memorandumId,
        status: 'terminated',
        signedOn: '2026-01-10',
        startsOn: '2026-03-01',
        terminatedOn: '2026-02-01',
      }),
    );
    expect(all().map(({ number }) => number)).toContain('12-М/2');
  });

  it('is no more when it is done, and again after undo', async () => {
    await core.decisions.setExecution({ id: first.decisionId, status: 'done' });
    expect(all().map(({ number }) => number)).toEqual(['12-М/2', '2/1.1']);
    made.workspace.ledger.undo(made.author);
    expect(all()).toHaveLength(3);
  });

  it('counts obligations only while their memorandum has been signed and has not ended', () => {
    const count = () => all().filter(({ kind }) => kind === 'obligation').length;
    change({ status: 'agreed' });
    expect(count()).toBe(0);
    change({ status: 'signed', endsOn: today });
    expect(count()).toBe(1);
    change({ endsOn: '2026-03-11' });
    expect(count()).toBe(0);
    expect(countDue(made.workspace, { today, until: today })).toMatchObject({ unfinished: 3 });
    change({ validity: 'autoRenewing', renewMonths: 12 });
    expect(count()).toBe(1);
    change({ status: 'terminated', terminatedOn: '2026-03-13' });
    expect(count()).toBe(1);
    change({ terminatedOn: today });
    expect(count()).toBe(0);
    change({ status: 'signed', terminatedOn: null });
    const next = made.workspace.ledger.write(made.author, { label: 'test.next' }, (w) =>
      w.insert(memorandum, { supersedesId: memorandumId, status: 'signed', signedOn: '2026-03-10' }),
    );
    expect(count()).toBe(0);
    change({ startsOn: '2026-04-01' }, next);
    expect(count()).toBe(1);
    change({ supersedesId: null, startsOn: null }, next);
    expect(count()).toBe(1);
  });

  it('is no more of a periodic obligation once every period up to the end is settled', () => {
    made.workspace.ledger.write(made.author, { label: 'test.periods' }, (w) => {
      w.update(obligation, obligationId, { repeat: 'halfYear', repeatFrom: '2026-01-01' });
      w.insert(obligationOccurrence, { obligationId, period: '2026-H1', status: 'done' });
    });
    expect(all().find(({ id }) => id === obligationId)?.dueOn).toBe('2026-12-31');
    made.workspace.ledger.write(made.author, { label: 'test.periods' }, (w) =>
      w.insert(obligationOccurrence, { obligationId, period: '2026-H2', status: 'cancelled' }),
    );
    expect(all().some(({ id }) => id === obligationId)).toBe(false);
  });

  it('is there after the program starts again, and is made anew where it is missing', async () => {
    const before = all();
    await made.reopen();
    expect(all()).toEqual(before);
    made.workspace.sqlite.exec('DELETE FROM derived_state; DELETE FROM register_entry; DELETE FROM due_obligation');
    expect(all()).toEqual([]);
    await made.reopen();
    expect(all()).toEqual(before);
  });
});
