import { join } from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerWorkbook } from '../../../electron/core/decisions/registerWorkbook.ts';
import { dueCalendar } from '../../../electron/core/due/calendarFile.ts';
import { memorandum, memorandumParty, obligation } from '../../../electron/core/memoranda/tables.ts';
import { languages } from '../../../shared/languages.ts';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup, type TestGroup } from '../../fixtures/group.ts';
import { holdMeeting, type HeldMeeting } from '../../fixtures/minutes.ts';
import { filterOf, queryOf } from '../../fixtures/register.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');
const today = '2026-03-12';
let made: TestWorkspace;
let core: TestCore;
let group: TestGroup;
let held: HeldMeeting;

beforeEach(async () => {
  made = await makeWorkspace();
  group = makeGroup(made, { pattern: '{n}' });
  core = makeCore(made);
  held = await holdMeeting(core, made, group, {
    on: '2026-01-15',
    decision: '=Подати; звіт,\nз додатками',
    dueOn: '2026-03-01',
  });
  await core.decisions.setAssignees({
    id: held.decisionId,
    assignees: [0, 1].map((n) => ({ organisationId: group.organisations[n] ?? null, personId: null, nameText: '' })),
  });
  await holdMeeting(core, made, group, { on: '2026-02-12', decision: 'Без строку.' });
  made.clock.set(`${today} 10:00`);
});
afterEach(() => made.remove());

const workbook = async (language: (typeof languages)[number], query = queryOf()) => {
  const { bytes, name } = await registerWorkbook(made.workspace, resources, {
    query,
    title: 'Рішення',
    language,
    today,
  });
  const [sheet] = await readWorkbook(bytes);
  return { name, rows: sheet?.data ?? [] };
};

describe('the register as a workbook', () => {
  it('has the rows that the filter finds, in their order, with real days and inert text', async () => {
    const { name, rows } = await workbook('uk');
    expect(name).toBe('Рішення.xlsx');
    expect(rows[0]?.slice(0, 3)).toEqual(['№', 'Рішення', 'Робоча група']);
    expect(rows).toHaveLength(3);
    expect(rows[1]?.slice(0, 11)).toEqual([
      '1/1.1',
      '=Подати; звіт,\nз додатками',
      'Обласна робоча група',
      '1',
      new Date('2026-01-15T00:00:00Z'),
      'У1',
      'У2',
      new Date('2026-03-01T00:00:00Z'),
      'прострочено',
      null,
      '0 / 2',
    ]);
    expect((await workbook('uk', queryOf({ states: ['overdue'] }))).rows).toHaveLength(2);
  });

  it('has headings in every language', async () => {
    const heads = new Set<string>();
    for (const language of languages) {
      const [head] = (await workbook(language)).rows;
      expect(head).toHaveLength(14);
      expect(head?.join(' ')).not.toMatch(/decisionRegister|executionStatus/);
      heads.add(head?.join(' ') ?? '');
    }
    expect(heads.size).toBe(languages.length);
  });
});

describe('what is due as a calendar', () => {
  const calendar = (more: object = {}) =>
    dueCalendar(made.workspace, filterOf(more), today, new Date(made.clock.now()));
  /** Lines unfolded (RFC 5545, 3.1). */
  const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

  it('has an entry of a whole day for each, under an id that stays', () => {
    const text = calendar();
    expect(lines(text)).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        `UID:${held.decisionId}@viche`,
        'DTSTART;VALUE=DATE:20260301',
        'TRANSP:TRANSPARENT',
        String.raw`SUMMARY:1/1.1 =Подати\; звіт\, з додатками`,
        String.raw`DESCRIPTION:=Подати\; звіт\,\nз додатками\nУ1\, У2\nОбласна робоча група`,
      ]),
    );
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line, 'utf8') <= 75)).toBe(true);
  });

  it('moves the same entry when the deadline moves, and drops what is done', async () => {
    const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
    const before = sequence(calendar());
    made.clock.advance(3600);
    await core.decisions.moveDeadline({ id: held.decisionId, period: null, to: '2026-04-01', reason: 'Запит.' });
    const moved = calendar();
    expect(lines(moved)).toEqual(
      expect.arrayContaining([`UID:${held.decisionId}@viche`, 'DTSTART;VALUE=DATE:20260401']),
    );
    expect(sequence(moved)).toBeGreaterThan(before);
    await core.decisions.setExecution({ id: held.decisionId, status: 'done' });
    expect(calendar()).not.toContain('BEGIN:VEVENT');
  });

  it('has the obligations of memoranda in it, of the group and the organisation that are asked for', () => {
    const [party, another] = group.organisations;
    made.workspace.ledger.write(made.author, { label: 'test.memorandum' }, (w) => {
      const memorandumId = w.insert(memorandum, { groupId: group.id, number: '3', status: 'signed', signedOn: today });
      const partyId = w.insert(memorandumParty, { memorandumId, organisationId: party ?? null });
      w.insert(obligation, { memorandumId, partyId, text: 'Надавати приміщення.', dueOn: '2026-06-01' });
    });
    const has = (more: object) => calendar(more).includes('SUMMARY:3/1 Надавати приміщення.');
    expect(has({})).toBe(true);
    expect(has({ groupIds: [group.id], organisationIds: [party], dueUntil: '2026-06-01' })).toBe(true);
    expect(has({ organisationIds: [another] })).toBe(false);
    expect(has({ dueUntil: '2026-05-31' })).toBe(false);
    expect(has({ text: 'звіт' })).toBe(false);
  });
});
