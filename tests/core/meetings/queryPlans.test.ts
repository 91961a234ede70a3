import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup } from '../../fixtures/group.ts';
import { decisionEntry, holdMeeting, speechEntry, write } from '../../fixtures/minutes.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;
const texts = new Set<string>();

beforeEach(async () => {
  made = await makeWorkspace();
  core = makeCore(made);
  texts.clear();
  const { sqlite } = made.workspace;
  const prepare = sqlite.prepare.bind(sqlite);
  sqlite.prepare = (sql: string) => {
    texts.add(sql);
    return prepare(sql);
  };
});
afterEach(() => made.remove());

/** Tables that grow with every meeting: 5,000 meetings have millions of rows in them. */
const growing = [
  'change',
  'change_set',
  'agenda_item',
  'participant',
  'presence',
  'session_mark',
  'speech',
  'decision',
  'assignee',
  'ballot',
  'dissent',
  'execution',
  'progress_note',
  'remark',
  'approval',
  'attachment',
];

describe('the queries of the live screen', () => {
  it('look rows up and never walk through a table that grows with every meeting', async () => {
    const { meetings, decisions } = core;
    const group = makeGroup(made);
    const held = await holdMeeting(core, made, group, { on: '2026-01-15', dueOn: '2026-02-15' });
    const { id } = await meetings.create({
      groupId: group.id,
      copyFrom: held.id,
      template: null,
      heldOn: '2026-03-12',
    });
    await meetings.addCarryOver({ meetingId: id });
    await meetings.addMembers({ meetingId: id });
    made.clock.set('2026-03-12 10:00');
    const at = made.clock.instant();
    await meetings.start({ id, at });
    const detail = await meetings.get({ id });
    const itemId = detail.itemRows[1]?.id ?? '';
    const [first = '', second = ''] = detail.participants.map((one) => one.id);
    await meetings.startItem({ itemId, at });
    await meetings.startBreak({ meetingId: id, at, reason: 'pause' });
    await meetings.endBreak({ meetingId: id, at });
    await meetings.setAttendance({ participantId: first, attendance: 'present', at: null });
    await meetings.leave({ participantId: first, at: '10:10' });
    await meetings.arrive({ participantId: first, at: '10:20' });
    const [said, decided] = [speechEntry('Виступ.'), decisionEntry('Рішення.')];
    await write(core, itemId, said, decided);
    await decisions.setAssignees({
      id: decided.id,
      assignees: [{ organisationId: group.organisations[0] ?? null, personId: null, nameText: '' }],
    });
    await decisions.setBallots({ id: decided.id, ballots: [{ participantId: first, choice: 'for' }] });
    await decisions.setDissent({ id: decided.id, participantId: second, text: 'Окрема думка.' });
    await decisions.get({ id: decided.id });
    await meetings.item({ id: itemId });
    await meetings.carryOver({ meetingId: id });
    await meetings.moveItem({ id: itemId, to: 0 });
    await meetings.finish({ id, at });
    await meetings.readiness({ id });
    await decisions.setExecution({ id: decided.id, status: 'inProgress', reason: 'почато' });
    await decisions.notes({ id: decided.id });

    expect(texts.size).toBeGreaterThan(60);
    const walked: string[] = [];
    for (const sql of [...texts].filter((text) => /^\s*SELECT/i.test(text))) {
      const plan = made.workspace.sqlite.prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN ${sql.replaceAll(/\?|@\w+/g, `'1'`)}`,
      );
      // Aliases: what a plan scans is named as in the query.
      const aliases = new Map(
        [...sql.matchAll(/\b(?:FROM|JOIN)\s+(\w+)\s+(?:AS\s+)?(\w+)/gi)].map(([, table = '', alias = '']) => [
          alias,
          table,
        ]),
      );
      for (const { detail: step } of plan.all()) {
        const [, way, name = ''] = /^(SCAN|SEARCH) (\w+)/.exec(step) ?? [];
        const table = aliases.get(name) ?? name;
        // All changes of one entity are a walk too.
        const throughEntity = table === 'change' && !/\b(row|changeSet)=\?/.test(step);
        if (growing.includes(table) && (way === 'SCAN' || throughEntity)) walked.push(`${step}: ${sql}`);
      }
    }
    expect(walked).toEqual([]);
  });
});
