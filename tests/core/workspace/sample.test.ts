// The sample workspace: whole, sound, as far along as it should be, and nobody named whom the sources do not name.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readDetail } from '../../../electron/core/decisions/detail.ts';
import { readRegister } from '../../../electron/core/decisions/register/register.ts';
import { openAttachment } from '../../../electron/core/files/attachments.ts';
import { readReadiness } from '../../../electron/core/meetings/readiness.ts';
import { verifySignatures } from '../../../electron/core/meetings/signing.ts';
import { readCarryOver } from '../../../electron/core/meetings/carryOver.ts';
import { printedMinutes } from '../../../electron/core/reports/minutes/printed.ts';
import { addresseeName, declined } from '../../../electron/core/reports/paper/names.ts';
import { readAll } from '../../../electron/core/statements.ts';
import { speech as speechTable } from '../../../electron/core/meetings/tables.ts';
import { checkWorkspace } from '../../../electron/core/workspace/check.ts';
import { readSettings } from '../../../electron/core/workspace/settings.ts';
import { loadSample } from '../../../electron/core/workspace/sample.ts';
import { territoryByCode } from '../../../electron/core/directory/territories.ts';
import type { MeetingStatus } from '../../../shared/vocabulary.ts';
import { queryOf } from '../../fixtures/register.ts';
import { makeSampleWorkspace, resources } from '../../fixtures/sample.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
const day = '2026-11-21';
const now = () => new Date(made.clock.now());
const rows = <Row>(sql: string, ...values: string[]) => readAll<Row>(made.workspace, sql, ...values);
const meetingOn = (heldOn: string) =>
  rows<{ id: string }>('SELECT id FROM meeting WHERE heldOn = ?', heldOn)[0]?.id ?? '';

beforeAll(async () => {
  made = await makeSampleWorkspace();
});
afterAll(() => made.remove());

describe('the sample workspace', () => {
  it('passes the check of the file and the ledger', () => {
    expect(checkWorkspace(made.workspace)).toMatchObject({ ok: true, findings: [] });
  });

  it('has what a newcomer should find', () => {
    const count = (table: string) => rows<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE removed = 0`)[0]?.n;
    const tables = ['working_group', 'meeting', 'seat', 'membership', 'signature', 'attachment', 'approval', 'remark'];
    expect(Object.fromEntries(tables.map((table) => [table, count(table)]))).toEqual({
      working_group: 3,
      meeting: 6,
      seat: 28,
      membership: 33,
      signature: 4,
      attachment: 2,
      approval: 17,
      remark: 3,
    });
    expect(count('decision')).toBeGreaterThan(30);
    expect(count('speech')).toBeGreaterThan(50);
  });

  it('leaves the home agency as it was entered and says that it is a sample', () => {
    const { homeAgency, me, sample } = readSettings(made.workspace);
    expect(sample).toBe(true);
    expect(rows('SELECT name, shortName FROM organisation WHERE id = ?', homeAgency ?? '')).toEqual([
      { name: 'Test agency', shortName: 'TA' },
    ]);
    expect(rows('SELECT surname FROM person WHERE id = ?', me ?? '')).toEqual([{ surname: 'Secretary' }]);
    expect(rows('SELECT 1 FROM membership WHERE personId = ?', me ?? '')).toEqual([]);
  });

  it('has meetings of each stage, numbered within the term or the year', () => {
    expect(
      rows<{ heldOn: string; status: MeetingStatus; number: string; language: string }>(
        'SELECT heldOn, status, number, language FROM meeting ORDER BY heldOn',
      ),
    ).toEqual([
      { heldOn: '2014-03-13', status: 'signed', number: '1', language: 'lt' },
      { heldOn: '2015-12-10', status: 'signed', number: '1', language: 'lv' },
      { heldOn: '2024-09-09', status: 'signed', number: '1', language: 'uk' },
      { heldOn: '2025-10-16', status: 'signed', number: '2', language: 'uk' },
      { heldOn: '2026-11-12', status: 'underApproval', number: '3', language: 'uk' },
      { heldOn: '2026-12-10', status: 'planned', number: '4', language: 'uk' },
    ]);
  });

  it('resolves every reference: territories, chairs, seats, owners of files', () => {
    const codes = rows<{ territory: string }>(
      `SELECT DISTINCT territory FROM (SELECT territory FROM organisation UNION SELECT territory FROM working_group)
       WHERE territory IS NOT NULL`,
    );
    expect(codes.length).toBeGreaterThan(6);
    expect(codes.filter(({ territory }) => territoryByCode(resources, territory, 'uk') === null)).toEqual([]);
    expect(rows('SELECT id FROM meeting WHERE chairId IS NULL OR secretaryId IS NULL')).toEqual([]);
    expect(
      rows(
        `SELECT p.id FROM participant p JOIN meeting m ON m.id = p.meetingId JOIN seat s ON s.id = p.seatId
         WHERE s.groupId <> m.groupId OR s.organisationId <> p.organisationId`,
      ),
    ).toEqual([]);
    expect(
      rows(`SELECT id FROM participant WHERE organisationId IS NULL OR (role <> 'guest' AND role <> 'adviser'
        AND role <> 'secretary' AND seatId IS NULL)`),
    ).toEqual([]);
    expect(
      rows(
        `SELECT p.id FROM participant p WHERE p.insteadOfId IS NOT NULL AND NOT EXISTS
           (SELECT 1 FROM participant o WHERE o.meetingId = p.meetingId AND o.personId = p.insteadOfId)`,
      ),
    ).toEqual([]);
    expect(
      rows(
        `SELECT id FROM attachment WHERE ownerEntity <> 'agendaItem' OR ownerId NOT IN (SELECT id FROM agenda_item)`,
      ),
    ).toEqual([]);
  });

  it('lists every member of the day at every meeting', () => {
    expect(
      rows(
        `SELECT m.heldOn, b.personId FROM meeting m JOIN membership b ON b.groupId = m.groupId
         WHERE coalesce(b.startsOn, '') <= m.heldOn AND coalesce(b.endsOn, '9999') >= m.heldOn
           AND NOT EXISTS (SELECT 1 FROM participant p WHERE p.meetingId = m.id AND p.personId = b.personId)`,
      ),
    ).toEqual([]);
  });

  it('holds materials that open', async () => {
    const files = rows<{ id: string; name: string }>('SELECT id, name FROM attachment ORDER BY name');
    expect(files.map(({ name }) => name)).toEqual([
      'План круглих столів на 2027 рік.csv',
      'Програма навчання працівників рад.txt',
    ]);
    const [plan, programme] = files.map(({ id }) => openAttachment(made.workspace, id));
    expect(plan?.mediaType).toBe('text/csv');
    expect(plan && (await text(plan.open()))).toContain('Білицька');
    expect(programme && (await text(programme.open()))).toContain('перенаправлення');
  });

  it('is written without anything that a page could undo', () => {
    expect(made.workspace.ledger.undoState('test')).toEqual({ undo: null, redo: null });
    const labels = rows<{ label: string }>('SELECT DISTINCT label FROM change_set ORDER BY label');
    expect(labels.map(({ label }) => label)).toEqual([
      'meetings.sign',
      'memoranda.addAmendedClause',
      'memoranda.addAmendment',
      'memoranda.sign',
      'memoranda.signAmendment',
      'workspace.create',
      'workspace.sample',
    ]);
  });

  it('keeps the steps of carrying out apart in history', () => {
    const [decision] = rows<{ id: string }>(`SELECT id FROM decision WHERE text LIKE 'Розробити проєкт стратегії%'`);
    const due = made.workspace.ledger.history('execution', decision?.id ?? '').filter(({ field }) => field === 'dueOn');
    expect(due.map(({ to }) => to)).toEqual(['"2026-09-30"']);
    const [plan] = rows<{ id: string }>(`SELECT id FROM decision WHERE text LIKE 'Затвердити план проведення%'`);
    const status = made.workspace.ledger.history('execution', plan?.id ?? '').filter(({ field }) => field === 'status');
    expect(status.map(({ to }) => to)).toEqual(['"done"', '"inProgress"']);
  });

  it('is all there or not at all', async () => {
    const other = await makeWorkspace();
    for (const folder of ['sample', 'clauses', 'locales'])
      cpSync(join(resources, folder), join(other.folder, folder), { recursive: true });
    // The very last step of the very last theme goes wrong.
    const broken = [{ decision: 'nothingOfTheKind', on: '2016-03-09', status: 'done' }];
    writeFileSync(join(other.folder, 'sample', 'strom', 'progress.json'), JSON.stringify(broken));
    expect(() => loadSample(other.workspace, other.folder, 'founding')).toThrow(
      'no decision is called nothingOfTheKind',
    );
    expect(readAll(other.workspace, 'SELECT 1 FROM change UNION ALL SELECT 1 FROM attachment_chunk')).toEqual([]);
    other.remove();
  });
});

describe('its minutes', () => {
  it('of signed meetings verify, and say what the records say', () => {
    const signed = rows<{ id: string; heldOn: string }>(`SELECT id, heldOn FROM meeting WHERE status = 'signed'`);
    expect(signed).toHaveLength(4);
    for (const { id } of signed) {
      const { intact, differs } = verifySignatures(made.workspace, id);
      expect(intact).toBe(true);
      expect(differs).toEqual([]);
    }
  });

  it('of signed meetings refuse changes', () => {
    for (const { id } of rows<{ id: string }>(
      `SELECT id FROM speech WHERE itemId IN
      (SELECT id FROM agenda_item WHERE meetingId = ?)`,
      meetingOn('2024-09-09'),
    ))
      expect(() =>
        made.workspace.ledger.write(made.author, { label: 'test' }, (w) => w.update(speechTable, id, { text: 'x' })),
      ).toThrow('signedLocked');
  });

  it('lack nothing that stands in the way of signing but the remark that waits', () => {
    const findings = readReadiness(made.workspace, meetingOn('2026-11-12'), now());
    expect(findings.filter(({ blocking }) => blocking)).toEqual([
      { code: 'remarksPending', params: { count: 1 }, blocking: true },
    ]);
    const advice = findings.filter(({ blocking }) => !blocking).map(({ code }) => code);
    expect(advice).toEqual(['approvalsWaiting', 'remarksPeriodOpen']);
  });

  it('show votes of every mode, a recusal, a dissent, a stand-in, a break, latecomers and a decision without quorum', () => {
    const models = ['2024-09-09', '2025-10-16', '2026-11-12', '2014-03-13', '2015-12-10'].map(
      (heldOn) => printedMinutes(made.workspace, meetingOn(heldOn)).model,
    );
    const decisions = models.flatMap(({ items }) => items.flatMap((item) => item.decisions));
    const modes = decisions.filter(({ kind }) => kind === 'decision').map(({ vote }) => vote.mode);
    expect(new Set(modes)).toEqual(new Set(['consensus', 'counts', 'rollCall', 'secret']));
    expect(decisions.filter(({ kind }) => kind === 'information').length).toBeGreaterThan(3);
    expect(decisions.filter(({ vote }) => vote.outcome === 'rejected')).toEqual([]);
    expect(decisions.flatMap(({ dissents }) => dissents)).toHaveLength(1);
    expect(decisions.flatMap(({ vote }) => vote.ballots.filter(({ choice }) => choice === 'recused'))).toHaveLength(2);
    expect(decisions.filter(({ noQuorumReason }) => noQuorumReason !== '').map(({ number }) => number)).toEqual([
      '2/3.1',
    ]);
    const [first, second, third] = models;
    expect(first?.quorum).toEqual({ present: 11, total: 13, required: 7, reached: true });
    expect(second?.breaks).toEqual([
      {
        from: '11:12',
        until: '11:47',
        reason: 'alarm',
        quorum: { present: 7, total: 14, required: 8, reached: false },
      },
    ]);
    expect(second?.items[0]?.carried.map(({ number, state }) => `${number} ${state}`).toSorted()).toEqual([
      '1/1.1 done',
      '1/2.1 done',
      '1/2.2 overdue',
      '1/3.1 done',
      '1/4.1 inProgress',
      '1/5.1 done',
      '1/5.2 done',
    ]);
    expect(third?.breaks.map(({ reason }) => reason)).toEqual(['power']);
    const late = models.flatMap(({ participants }) => participants.filter(({ spans }) => spans.length > 0));
    expect(late.length).toBeGreaterThan(8);
    expect(third?.participants.filter(({ insteadOf }) => insteadOf !== null).map(({ name }) => name.surname)).toEqual([
      'Учасниця 18',
    ]);
  });

  it('put roles that stand for names into the right case', () => {
    const { model } = printedMinutes(made.workspace, meetingOn('2025-10-16'));
    const [dissent] = model.items.flatMap((item) => item.decisions.flatMap(({ dissents }) => dissents));
    expect(dissent && declined(dissent.name, 'genitive')).toBe('Представниці Лубенської громади');
    expect(model.chair && addresseeName(model.chair.name)).toBe('Представникові ОВА');
  });

  it('print the office holders of their day', () => {
    const police = (heldOn: string) =>
      printedMinutes(made.workspace, meetingOn(heldOn)).model.participants.find(
        ({ shortName }) => shortName === 'ГУНП',
      );
    expect(police('2025-10-16')?.name.surname).toBe('Представник ГУНП');
    expect(police('2026-11-12')).toMatchObject({
      name: { surname: 'Представниця ГУНП' },
      position: 'начальниця відділу',
    });
  });
});

describe('its decisions', () => {
  const register = () => readRegister(made.workspace, queryOf(), day).rows;
  const states = () =>
    register().map(({ meetingId, state }) => ({
      language: rows<{ language: string }>(`SELECT language FROM meeting WHERE id = '${meetingId}'`)[0]?.language,
      state,
    }));

  it('are done, under way, overdue, open and cancelled on 21 November 2026', () => {
    const counts: Record<string, number> = {};
    for (const { language, state } of states()) if (language === 'uk') counts[state] = (counts[state] ?? 0) + 1;
    expect(counts).toEqual({
      done: 11,
      inProgress: 3,
      overdue: 3,
      open: 4,
      cancelled: 1,
    });
  });

  it('show what carrying out can be: moved deadlines, periods, assignees each in a state of their own', () => {
    const of = (number: string) => {
      const row = register().find((one) => one.number === number && one.heldOn === '2025-10-16');
      return { row, detail: readDetail(made.workspace, row?.id ?? '', now()) };
    };
    const halfYear = of('2/1.1');
    expect(halfYear.row).toMatchObject({ repeat: 'halfYear', dueOn: '2027-01-20', state: 'open' });
    expect(halfYear.detail.occurrences.map(({ period, state }) => `${period} ${state}`)).toEqual([
      '2025-H2 done',
      '2026-H1 done',
      '2026-H2 open',
    ]);
    const moved = of('2/4.1');
    expect(moved.row).toMatchObject({ dueOn: '2026-09-30', state: 'overdue' });
    expect(moved.detail.moves).toMatchObject([{ movedFrom: '2026-03-31', movedTo: '2026-09-30' }]);
    expect(moved.detail.moves[0]?.reason).not.toBe('');
    const shared = of('2/5.1');
    expect(shared.row).toMatchObject({ state: 'overdue', assignees: 3, assigneesDone: 1 });
    expect(shared.detail.assignees.map(({ status }) => status)).toEqual(['inProgress', 'done', 'open']);
  });

  it('of the projects that are long over are all done', () => {
    expect(new Set(states().flatMap(({ language, state }) => (language === 'uk' ? [] : [state])))).toEqual(
      new Set(['done']),
    );
  });

  it('that are unfinished come to the planned meeting', () => {
    const carried = readCarryOver(made.workspace, meetingOn('2026-12-10'), now());
    expect(carried).toHaveLength(9);
    expect(carried[0]).toMatchObject({ number: '2/5.1', dueOn: '2026-06-30', status: 'overdue' });
  });

  it('are carried out after they were taken, step by step in time', () => {
    expect(
      rows(
        `SELECT n.id FROM progress_note n JOIN decision d ON d.id = n.decisionId JOIN agenda_item i ON i.id = d.itemId
           JOIN meeting m ON m.id = i.meetingId WHERE n.notedOn < m.heldOn OR n.notedOn > ?`,
        day,
      ),
    ).toEqual([]);
  });
});
