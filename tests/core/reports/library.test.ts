// The library of what was exported, lists as workbooks, and the work in a thread with its own connection.
import { createRouterClient } from '@orpc/server';
import { buffer } from 'node:stream/consumers';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../../electron/core/core.ts';
import { execution, progressNote } from '../../../electron/core/decisions/tables.ts';
import { person } from '../../../electron/core/directory/tables.ts';
import { createTickets } from '../../../electron/core/files/tickets.ts';
import { createLongWorks } from '../../../electron/core/longWork.ts';
import { addCorrection } from '../../../electron/core/meetings/corrections.ts';
import { signMinutes } from '../../../electron/core/meetings/signing.ts';
import { memorandum } from '../../../electron/core/memoranda/tables.ts';
import { keepVersion } from '../../../electron/core/memoranda/versions.ts';
import { agendaItem, meeting as meetingTable, speech } from '../../../electron/core/meetings/tables.ts';
import { listWorkbook } from '../../../electron/core/reports/listWorkbook.ts';
import { reportsProcedures } from '../../../electron/core/reports/procedures.ts';
import { exportedReport } from '../../../electron/core/reports/tables.ts';
import { runReport } from '../../../electron/core/reports/reportTask.ts';
import type { Workers } from '../../../electron/core/worker/workers.ts';
import type { MeetingReportRequest, ReportRequest } from '../../../shared/contract/reports.ts';
import { makeMeeting, type TestMeeting } from '../../fixtures/meeting.ts';
import { partsOf, textOf } from '../../fixtures/paperFile.ts';
import { makeRegisters } from '../../fixtures/registers.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');

let made: TestWorkspace;
let meeting: TestMeeting;
let core: Core;
beforeEach(async () => {
  made = await makeWorkspace({ at: '2026-11-21 12:00' });
  meeting = makeMeeting(made);
  // The task itself, without the thread around it: it still opens the encrypted file by itself.
  const workers: Workers = {
    run: (name: string, input: Parameters<typeof runReport>[0]) =>
      name === 'report' ? runReport(input, () => undefined) : Promise.reject(new Error(name)),
    stop: () => Promise.resolve(),
  };
  core = {
    ports: {
      door: 'cli',
      version: '0',
      resources,
      documents: made.folder,
      installation: made.folder,
      keyStore: null,
      worker: '',
      log: () => undefined,
      now: made.clock.now,
    },
    tickets: createTickets(made.clock.now),
    workers,
    longWorks: createLongWorks(),
    workspace: () => made.workspace,
    author: ({ session }) => ({ person: 'tester', session }),
  };
});
afterEach(() => made.remove());

const reports = () => createRouterClient(reportsProcedures(core), { context: { session: 'test' } });
const request = (more: Partial<MeetingReportRequest> = {}): MeetingReportRequest => ({
  report: 'minutes',
  form: 'uk',
  meetingId: meeting.id,
  decisionId: null,
  correctionId: null,
  participantId: null,
  ...more,
});
const write = (work: Parameters<TestWorkspace['workspace']['ledger']['write']>[2]) =>
  made.workspace.ledger.write(made.author, { label: 'test' }, work);
const outdated = async () => (await reports().library()).map((entry) => entry.outdated);

describe('an export', () => {
  it('gives the door the very file and notes it', async () => {
    const { ticket, name } = await reports().export(request());
    const file = core.tickets.outgoing(ticket);
    const bytes = await buffer(file.open());
    expect(name).toBe('Протокол № 7 2026-11-12.docx');
    expect(file.mediaType).toContain('wordprocessingml');
    expect(textOf(bytes)).toContain('засідання обласної координаційної ради');
    const [entry] = await reports().library();
    expect(entry).toMatchObject({
      request: request(),
      fileName: name,
      title: 'Протокол №\u00A07, Обласна координаційна рада з питань протидії торгівлі людьми',
      exportedAt: made.clock.instant(),
      outdated: false,
    });
    expect(entry?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('differs from a preview only by being noted', async () => {
    const { base64, name, draft } = await reports().preview(request({ form: 'en' }));
    expect(name).toBe('Minutes No. 7 2026-11-12.docx');
    expect(draft).toBe(true);
    expect(textOf(Buffer.from(base64, 'base64'))).toContain('MINUTES of the meeting');
    expect(await reports().library()).toEqual([]);
  });

  it('reads what is committed and not yet checkpointed', async () => {
    write((w) => w.update(agendaItem, meeting.items[0] ?? '', { title: 'Щойно змінене питання' }));
    const { base64 } = await reports().preview(request());
    expect(textOf(Buffer.from(base64, 'base64'))).toContain('Щойно змінене питання');
  });

  it('refuses what is not there in words', async () => {
    await expect(reports().preview(request({ meetingId: 'nobody' }))).rejects.toMatchObject({ code: 'notFound' });
  });

  it('takes the day of overdue deadlines from the core’s clock', async () => {
    const states = async () =>
      textOf(Buffer.from((await reports().preview(request({ report: 'decisionTable' }))).base64, 'base64'));
    expect(await states()).not.toContain('прострочено');
    made.clock.set('2027-06-01 09:00');
    expect(await states()).toContain('прострочено');
  });
});

describe('a noted paper', () => {
  it('is outdated by a change of what it says, and by nothing else', async () => {
    await reports().export(request());
    write((w) => w.update(meetingTable, meeting.earlierId, { place: 'деінде' }));
    write((w) => w.insert(person, { surname: 'Сторонній' }));
    write((w) => w.update(execution, meeting.decisions[3] ?? '', { status: 'done' }));
    expect(await outdated()).toEqual([false]);
    write((w) => w.insert(speech, { itemId: meeting.items[4] ?? '', text: 'нове' }));
    expect(await outdated()).toEqual([true]);
    await reports().export(request({ form: 'lt' }));
    expect(await outdated()).toEqual([false, true]);
  });

  it('is outdated by a new name of somebody it names', async () => {
    await reports().export(request());
    write((w) => w.update(person, meeting.people[3] ?? '', { surname: 'Новий' }));
    expect(await outdated()).toEqual([true]);
  });

  it('of decisions is outdated by how they are carried out', async () => {
    await reports().export(request({ report: 'decisionTable' }));
    write((w) => w.update(execution, meeting.decisions[3] ?? '', { status: 'done' }));
    expect(await outdated()).toEqual([true]);
  });

  it('of a draft is outdated by the signature; of signed minutes only by a correction', async () => {
    await reports().export(request());
    const now = new Date(made.clock.now());
    signMinutes(made.workspace, made.author, { id: meeting.id, on: '2026-11-20', number: null }, now);
    expect(await outdated()).toEqual([true]);
    made.clock.advance(60);
    await reports().export(request());
    write((w) => w.update(person, meeting.people[3] ?? '', { surname: 'Новий' }));
    expect(await outdated()).toEqual([false, true]);
    addCorrection(made.workspace, made.author, {
      meetingId: meeting.id,
      itemId: null,
      was: 'а',
      now: 'б',
      reason: 'описка',
      on: '2026-11-21',
    });
    expect(await outdated()).toEqual([true, true]);
  });

  it('can be made again from the library: the very decision, correction or addressee', async () => {
    const decisionId = meeting.decisions[3] ?? null;
    const participantId = meeting.participants[3] ?? null;
    await reports().export(request({ report: 'extract', decisionId }));
    made.clock.advance(60);
    await reports().export(request({ report: 'invitation', participantId, form: 'lv' }));
    const again = (await reports().library()).map((entry) => entry.request);
    expect(again).toEqual([
      request({ report: 'invitation', participantId, form: 'lv' }),
      request({ report: 'extract', decisionId }),
    ]);
    expect(await outdated()).toEqual([false, false]);
    write((w) => w.update(agendaItem, meeting.items[0] ?? '', { title: 'інше' }));
    expect(await outdated()).toEqual([true, true]);
  });

  it('can be taken off the list, and undo brings it back', async () => {
    await reports().export(request());
    const [entry] = await reports().library();
    await reports().removeFromLibrary({ id: entry?.id ?? '' });
    expect(await reports().library()).toEqual([]);
    made.workspace.ledger.undo({ person: 'tester', session: 'test' });
    expect((await reports().library()).length).toBe(1);
  });
});

describe('a noted paper of the registers', () => {
  const decisionState = {
    report: 'decisionState' as const,
    form: 'uk' as const,
    by: 'organisation' as const,
    groupId: null,
    organisationId: null,
    meetingId: null,
    from: '2026-01-01',
    until: null,
    unfinished: true,
  };

  it('keeps what made it and says what it is about', async () => {
    const { memorandumId, amendmentId } = makeRegisters(made, meeting);
    const asked: ReportRequest[] = [
      { ...decisionState, groupId: meeting.groupId },
      { report: 'reminder', form: 'lt', organisationId: meeting.organisations[3] ?? '', groupId: null, until: null },
      { report: 'memorandum', form: 'uk', memorandumId, versionId: null },
      { report: 'amendment', form: 'lv', memorandumId, amendmentId },
      { report: 'memorandumRegister', form: 'en', states: ['inForce'], groupId: null },
      { report: 'obligationState', form: 'uk', memorandumId: null },
    ];
    for (const one of asked) {
      await reports().export(one);
      made.clock.advance(60);
    }
    const noted = (await reports().library()).toReversed();
    expect(noted.map((entry) => entry.request)).toEqual(asked);
    expect(noted.map((entry) => entry.subject)).toEqual([
      'Обласна координаційна рада з питань протидії торгівлі людьми',
      'Головне управління Національної поліції в Полтавській області',
      'про взаємодію у сфері протидії торгівлі людьми',
      'про взаємодію у сфері протидії торгівлі людьми',
      '',
      '',
    ]);
    expect(noted.map((entry) => entry.outdated)).toEqual([false, false, false, false, false, false]);
  });

  it('over decisions is outdated by any of them, not by speeches', async () => {
    await reports().export(decisionState);
    write((w) => w.insert(speech, { itemId: meeting.items[4] ?? '', text: 'нове' }));
    expect(await outdated()).toEqual([false]);
    write((w) => w.insert(progressNote, { decisionId: meeting.decisions[3] ?? '', text: 'хід' }));
    expect(await outdated()).toEqual([true]);
  });

  it('of a memorandum is outdated by its own words alone; a kept version never', async () => {
    const { memorandumId, draftId } = makeRegisters(made, meeting);
    const now = new Date(made.clock.now());
    const versionId = keepVersion(made.workspace, made.author, resources, { id: draftId, label: 'перша' }, now);
    await reports().export({ report: 'memorandum', form: 'uk', memorandumId: draftId, versionId });
    made.clock.advance(60);
    await reports().export({ report: 'memorandum', form: 'uk', memorandumId: draftId, versionId: null });
    made.clock.advance(60);
    await reports().export({ report: 'memorandumRegister', form: 'uk', states: [], groupId: null });
    write((w) => w.update(memorandum, memorandumId, { note: 'примітка' }));
    expect(await outdated()).toEqual([true, false, false]);
    write((w) => w.update(memorandum, draftId, { subject: 'інше' }));
    expect(await outdated()).toEqual([true, true, false]);
  });

  it('is not listed where its subject is of another workspace', async () => {
    await reports().export(decisionState);
    write((w) => {
      const [row] = made.workspace.db.select().from(exportedReport).all();
      w.update(exportedReport, row?.id ?? '', { request: '{"report":"memorandum","form":"uk"}' });
    });
    expect(await reports().library()).toEqual([]);
  });
});

describe('a list as a workbook', () => {
  const list = {
    title: 'Рішення: усі / [2026]',
    columns: [
      { header: 'Номер', kind: 'text' as const },
      { header: 'Строк', kind: 'date' as const },
      { header: 'Голосів', kind: 'number' as const },
    ],
    rows: [
      ['007', '2026-12-15', 9],
      ['=1+1', 'не дата', '12'],
      ['+380', null, 0.5],
      ['@cmd|x', '', null],
      ['<b>&\u0000\uD83D</b>', '2026-02-30', 'багато'],
    ] as (string | number | null)[][],
  };

  it('holds real dates and numbers, and text that calculates nothing', async () => {
    const { bytes, name } = await listWorkbook(list);
    expect(name).toBe('Рішення- усі - [2026].xlsx');
    const [sheet] = await readWorkbook(bytes);
    expect(sheet?.data).toEqual([
      ['Номер', 'Строк', 'Голосів'],
      ['007', new Date('2026-12-15T00:00:00Z'), 9],
      ['=1+1', 'не дата', 12],
      ['+380', null, 0.5],
      ['@cmd|x', null, null],
      ['<b>&</b>', '2026-02-30', 'багато'],
    ]);
    const parts = partsOf(bytes);
    const sheetXml = [...parts].find(([path]) => /worksheets\/sheet/.test(path))?.[1] ?? '';
    expect(sheetXml).not.toContain('<f>');
    expect(sheetXml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(parts.get('xl/styles.xml')).toContain('<b/>');
    expect(parts.get('xl/workbook.xml')).toContain('name="Рішення усі 2026"');
  });

  it('of no rows still has its head, and clips what Excel cannot hold', async () => {
    const { bytes } = await listWorkbook({ ...list, rows: [] });
    expect((await readWorkbook(bytes))[0]?.data).toEqual([['Номер', 'Строк', 'Голосів']]);
    const long = await listWorkbook({ ...list, title: '', rows: [['х'.repeat(40_000)]] });
    expect(long.name).toBe('Viche.xlsx');
    expect(String((await readWorkbook(long.bytes))[0]?.data[1]?.[0]).length).toBe(32_767);
  });

  it('goes to the door as a file', async () => {
    const { ticket, name } = await reports().exportList(list);
    const file = core.tickets.outgoing(ticket);
    expect(file.name).toBe(name);
    expect(file.mediaType).toContain('spreadsheetml');
    expect((await buffer(file.open())).subarray(0, 2).toString()).toBe('PK');
  });
});
